/* Loaded before the C library by slow-medium.test: a medium on which each sync takes
 * 200 ms, such as a worn memory stick. Built by the test itself. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

int fsync(int fd);
int fdatasync(int fd);

static int
slowly(const char *name, int fd)
{
	const struct timespec delay = { 0, 200 * 1000 * 1000 };
	union { void *object; int (*call)(int fd); } real = { dlsym(RTLD_NEXT, name) };

	nanosleep(&delay, NULL);
	return real.call(fd);
}

int
fsync(int fd)
{
	return slowly("fsync", fd);
}

int
fdatasync(int fd)
{
	return slowly("fdatasync", fd);
}
