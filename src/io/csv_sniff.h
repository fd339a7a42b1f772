/* Which delimiter a CSV uses, from its beginning. Inside io only. */
#ifndef ALIANZA_IO_CSV_SNIFF_H
#define ALIANZA_IO_CSV_SNIFF_H

#include <stddef.h>

/* A first line "sep=;" (comma, semicolon, tab or bar): returns the bytes of
 * that line with its end and sets *delimiter; 0 when there is none. */
size_t csv_sniff_sep(const char *s, size_t n, char *delimiter);

/* The one of comma, semicolon, tab and bar that is most often outside quotes
 * on the first line that is not empty; comma when there is none. */
char csv_sniff_delimiter(const char *s, size_t n);

#endif
