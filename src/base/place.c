#include "base/place.h"

#include <string.h>

size_t
place_of(const void *items, size_t count, size_t size, size_t offset, int64_t number)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int64_t there;

		memcpy(&there, (const char *)items + middle * size + offset, sizeof there);
		if (there < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
