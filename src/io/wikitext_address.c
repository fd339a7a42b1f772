/* Where a bare address ends: where MediaWiki ends an external link without brackets
 * (Parser::handleMagicLinks, makeFreeExternalLink), or before. What we write behind it as
 * entities MediaWiki may count in: then they are the characters they stand for. */
#include "config.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "io/wikitext_walk.h"

bool
wikitext_magic_at(const char *s, size_t n)
{
	static const char *const magic[] = { "~~~", "__", "!!", "''",
		"\xef\xbc\xbf\xef\xbc\xbf" };

	for (size_t m = 0; m < sizeof magic / sizeof *magic; m++)
		if (n >= strlen(magic[m]) && !memcmp(s, magic[m], strlen(magic[m])))
			return true;
	return false;
}

bool
wikitext_entity_at(const char *s, size_t n)
{
	size_t i = 1;

	if (n == 0 || s[0] != '&')
		return false;
	while (i < n && (s[i] == '#' || (s[i] >= '0' && s[i] <= '9') ||
	    ((s[i] | 0x20) >= 'a' && (s[i] | 0x20) <= 'z')))
		i++;
	return i > 1 && i < n && s[i] == ';';
}

/* Blanks of other scripts and marks of direction, which nobody types in an address. */
static bool
is_between(uint32_t cp)
{
	return (cp >= 0x7f && cp <= 0xa0) || cp == 0xad || cp == 0x1680 || cp == 0x180e
	    || (cp >= 0x2000 && cp <= 0x200f) || (cp >= 0x2028 && cp <= 0x202f)
	    || (cp >= 0x205f && cp <= 0x206f) || cp == 0x3000 || cp >= 0xfff9
	    || cp == 0xfeff || (cp >= 0xe000 && cp <= 0xf8ff);
}

/* Does the address end in front of this character? Brackets, bars and braces are what
 * links, tables and templates are made of. */
static bool
ends_at(const char *s, size_t n, size_t *taken)
{
	uint32_t cp;

	*taken = utf8_decode(s, n, &cp);
	if (cp <= 0x20 || (cp < 0x80 && strchr("<>[]{}|\"", (int)cp)))
		return true;
	return is_between(cp) || wikitext_magic_at(s, n) || wikitext_entity_at(s, n);
}

/* Marks of the sentence around it are no part of it, nor is a bracket it did not open. */
static size_t
without_marks(const char *s, size_t n)
{
	const char *marks = memchr(s, '(', n) ? ",;.:!?" : ",;.:!?)";

	while (n > 0 && strchr(marks, s[n - 1]))
		n--;
	return n;
}

static bool
is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    c == '_';
}

size_t
wikitext_address_length(const struct wikitext_walk *w)
{
	const char *s = w->s + w->i;
	size_t n = w->n - w->i, length, taken;
	size_t scheme = n > 8 && !strncasecmp(s, "https://", 8) ? 8
	    : n > 7 && !strncasecmp(s, "http://", 7) ? 7 : 0;

	if (scheme == 0 || (w->i > 0 && is_word(s[-1])))
		return 0;
	for (length = scheme; length < n && !ends_at(s + length, n - length, &taken); )
		length += taken;
	/* The host begins with a letter or digit of any script. */
	if (length == scheme || !(is_word(s[scheme]) || (unsigned char)s[scheme] >= 0x80))
		return 0;
	return without_marks(s, length);
}
