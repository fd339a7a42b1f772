#include "config.h"

#include "ui/gather.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

enum { BLOCK = 65536 };

void
gather_open(struct gather *g, int fd)
{
	*g = (struct gather){ fd, fcntl(fd, F_DUPFD_CLOEXEC, 0),
	    memfd_create("screen", MFD_CLOEXEC) };
	if (g->device < 0 || g->memory < 0)
		gather_close(g);
}

void
gather_close(struct gather *g)
{
	if (g->device >= 0)
		close(g->device);
	if (g->memory >= 0)
		close(g->memory);
	g->device = g->memory = -1;
}

void
gather_begin(struct gather *g)
{
	if (g->memory >= 0 && dup2(g->memory, g->fd) < 0)
		gather_close(g);
}

/* All of it, however slowly it is taken. */
static bool
device_write(int device, const char *s, size_t n)
{
	struct pollfd out = { .fd = device, .events = POLLOUT };

	while (n > 0) {
		ssize_t done = write(device, s, n);
		if (done > 0) {
			s += done;
			n -= (size_t)done;
		} else if (done < 0 && errno == EAGAIN) {
			poll(&out, 1, -1);
		} else if (done == 0 || errno != EINTR) {
			return false;
		}
	}
	return true;
}

bool
gather_end(struct gather *g)
{
	char block[BLOCK];
	bool ok = true;
	ssize_t n;

	if (g->memory < 0)
		return true;
	while (dup2(g->device, g->fd) < 0 && errno == EINTR)
		;
	off_t end = lseek(g->memory, 0, SEEK_CUR);
	for (off_t at = 0; ok && at < end; at += n) {
		size_t most = end - at < BLOCK ? (size_t)(end - at) : BLOCK;
		n = pread(g->memory, block, most, at);
		ok = n > 0 && device_write(g->device, block, (size_t)n);
	}
	lseek(g->memory, 0, SEEK_SET);
	return ok;
}
