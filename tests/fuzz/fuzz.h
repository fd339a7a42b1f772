/* What the targets of libFuzzer share. Each fuzz_NAME.c takes any bytes; what a
 * header promises of them is held against what happens, and a promise broken ends
 * the program with abort(). Without libFuzzer, replay.c has the main. */
#ifndef ALIANZA_TESTS_FUZZ_FUZZ_H
#define ALIANZA_TESTS_FUZZ_FUZZ_H

#include <stdint.h>

#include "store/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* Aborts, saying what was promised, when it does not hold. */
void fuzz_promise(bool holds, const char *what);
/* A refusal says something, and has a status. (What it quotes may be any bytes: they
 * are made safe where it is shown.) */
void fuzz_refused(const struct error *e);

/* The next byte of the input (0 when there are no more), taken off. */
uint8_t fuzz_byte(const uint8_t **data, size_t *n);
/* What is left, with a NUL behind it; the caller frees. */
char *fuzz_text(const uint8_t *data, size_t n);

/* Called first: today is 21 November 2026, the locale is C.UTF-8, and nothing of this
 * person's computer is looked at. */
void fuzz_begin(void);
/* A path in a folder that goes away with the program; borrowed until the next call. */
const char *fuzz_path(const char *name);
void fuzz_write(const char *path, const void *bytes, size_t n);
/* Makes a small file there: a few records of most kinds, one in the trash. */
void fuzz_world(const char *path);

#endif
