/* Where a number is among ascending ones, or belongs: by halving. */
#ifndef ALIANZA_BASE_PLACE_H
#define ALIANZA_BASE_PLACE_H

#include <stddef.h>
#include <stdint.h>

/* The place of the first item that is not below the number; count: of none. The items
 * are `size` bytes each, in ascending order of the int64_t at their byte `offset`. */
size_t place_of(const void *items, size_t count, size_t size, size_t offset, int64_t number);

#endif
