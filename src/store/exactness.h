/* How exact a sum of figures is: as its vaguest part. */
#ifndef ALIANZA_STORE_EXACTNESS_H
#define ALIANZA_STORE_EXACTNESS_H

/* Begins as EXACT and only gets vaguer. */
enum exactness { EXACT, AT_LEAST, ABOUT };

/* With one more part. qualifier: a code of the list qualifier, "" is exact. "over"
 * and "at least" make "at least", any other "about". */
enum exactness exactness_add(enum exactness so_far, const char *qualifier);
const char *exactness_code(enum exactness x);	/* of the list qualifier */

#endif
