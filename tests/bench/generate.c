/* generate ROWS: partners as CSV on standard output, 12 columns, about 200 bytes a
 * row, with quotes, line ends and accents. Same number, same bytes. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const first[] = {
	"Museo", "Biblioteca", "Archivo", "Universidad", "Fundación", "Instituto", "Галерея",
	"Österreichische", "Galería", "École", "Museum", "Library", "Archive", "University"
};
static const char *const second[] = {
	"Nacional", "de la Memoria", "del Paraná", "São Tomé", "of \"Modern\" Art", "Łódź",
	"de Göteborg", "Quai d'Orsay", "för Språk", "Histórico", "de Ciencias", "Regional"
};
static const char *const type[] = {
	"glam", "university", "school", "public-sector", "ngo", "media", "company"
};
static const char *const subtype[] = { "library", "archive", "museum", "gallery", "ministry" };
static const char *const country[] = { "CL", "AR", "MX", "SE", "PL", "BR", "ES", "UA", "IN" };

static uint32_t state = 20261121;

static uint32_t
draw(uint32_t n)
{
	state = state * 1664525u + 1013904223u;
	return (state >> 8) % n;
}

#define ONE(list) list[draw(sizeof list / sizeof *list)]

static void
quoted(const char *s)
{
	putchar('"');
	for (; *s; s++) {
		if (*s == '"')
			putchar('"');
		putchar(*s);
	}
	putchar('"');
}

static void
row(long i)
{
	char name[160];

	snprintf(name, sizeof name, "%s %s %ld", ONE(first), ONE(second), i);
	quoted(name);
	printf(",Alt %ld,%s,%s,%s,\"Región %u, sector %u\",open data %u,%u-%02u-%02u,%u,"
	    "https://example.org/p/%ld,Q%ld,", i, ONE(type), ONE(subtype), ONE(country),
	    draw(40), draw(9), draw(1000), 1850 + draw(170), 1 + draw(12), 1 + draw(28),
	    draw(5000), i, 100000 + i);
	if (draw(4))
		printf("Collaboration number %u with photographs and training\r\n", draw(90000));
	else
		printf("\"First line, with comma\nsecond line %u: \"\"quoted\"\" ñandú\"\r\n",
		    draw(90000));
}

int
main(int argc, char **argv)
{
	long rows = argc > 1 ? atol(argv[1]) : 1000;

	printf("name,alt_name,type,subtype,country,area,focus,founded,members,website,"
	    "wikidata,summary\r\n");
	for (long i = 0; i < rows; i++)
		row(i);
	return ferror(stdout) != 0;
}
