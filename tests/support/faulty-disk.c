/*
 * A disk that fails on purpose, for a child process: loaded before the C library (LD_PRELOAD), it counts the calls that change
 * files below one folder and, at the n-th, fails, kills the process or tears the write.
 *
 *   FAULT_FOLDER  the folder whose files count
 *   FAULT_AT      the number of the call, from 1; 0 or absent: none
 *   FAULT_KIND    kill (the process ends as by kill -9), tear (half of the bytes, then the same end), EIO or ENOSPC (that
 *                 call alone fails) or EIO+ / ENOSPC+ (every later one too)
 *   FAULT_ARMED   counting begins once a file of this name exists; absent: at once
 *   FAULT_LOG     a file that gets one line per flush ("flushed BYTES PATH") and, at the end, one with the number of calls
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static long calls = 0;
static long fault_at = -1;
static int armed = 0;
static const char *folder = NULL;
static size_t folder_length = 0;

static void say(const char *line, size_t length) {
  static ssize_t (*real_write)(int, const void *, size_t) = NULL;
  const char *log = getenv("FAULT_LOG");
  if (log == NULL) return;
  if (real_write == NULL) real_write = dlsym(RTLD_NEXT, "write");
  int handle = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (handle < 0) return;
  if (real_write(handle, line, length) < 0) { /* a log that cannot be kept is missed by the test */ }
  close(handle);
}

static int counts(const char *path) {
  if (folder == NULL) {
    folder = getenv("FAULT_FOLDER");
    if (folder == NULL) folder = "";
    folder_length = strlen(folder);
    fault_at = getenv("FAULT_AT") == NULL ? 0 : atol(getenv("FAULT_AT"));
  }
  if (folder_length == 0 || strncmp(path, folder, folder_length) != 0) return 0;
  if (!armed) {
    const char *sign = getenv("FAULT_ARMED");
    if (sign != NULL && access(sign, F_OK) != 0) return 0;
    armed = 1;
  }
  return 1;
}

static int path_of(int handle, char *path, size_t size) {
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return 0;
  path[length] = '\0';
  return 1;
}

static void end(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* What is to happen to this call: 0 nothing, -1 it fails with errno set, 1 it is torn. */
static int due(const char *path) {
  if (!counts(path)) return 0;
  long number = __sync_add_and_fetch(&calls, 1);
  const char *kind = getenv("FAULT_KIND");
  if (fault_at <= 0 || kind == NULL) return 0;
  int lasting = kind[strlen(kind) - 1] == '+';
  if (!(number == fault_at || (lasting && number > fault_at))) return 0;
  if (strncmp(kind, "kill", 4) == 0) end();
  if (strncmp(kind, "tear", 4) == 0) return 1;
  errno = strncmp(kind, "ENOSPC", 6) == 0 ? ENOSPC : EIO;
  return -1;
}

static int due_at(int handle) {
  char path[4096];
  return path_of(handle, path, sizeof path) ? due(path) : 0;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__) = NULL; if (real == NULL) real = dlsym(RTLD_NEXT, name)

ssize_t write(int handle, const void *bytes, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  int what = handle > 2 ? due_at(handle) : 0;
  if (what < 0) return -1;
  if (what > 0) { if (real(handle, bytes, length / 2) >= 0) end(); end(); }
  return real(handle, bytes, length);
}
#define POSITIONED(name, offset) \
  ssize_t name(int handle, const void *bytes, size_t length, offset at) { \
    REAL(ssize_t, #name, int, const void *, size_t, offset); \
    int what = due_at(handle); \
    if (what < 0) return -1; \
    if (what > 0) { if (real(handle, bytes, length / 2, at) >= 0) end(); end(); } \
    return real(handle, bytes, length, at); \
  }
POSITIONED(pwrite, off_t)
POSITIONED(pwrite64, off64_t)

static void flushed(int handle) {
  char path[4096], line[4200];
  struct stat state;
  if (getenv("FAULT_LOG") == NULL || !path_of(handle, path, sizeof path) || !counts(path) || fstat(handle, &state) != 0) return;
  int length = snprintf(line, sizeof line, "flushed %lld %s\n", (long long)state.st_size, path);
  say(line, (size_t)length);
}
#define ON_HANDLE(name, after) \
  int name(int handle) { \
    REAL(int, #name, int); \
    if (due_at(handle) != 0) { if (errno == 0) errno = EIO; return -1; } \
    int result = real(handle); \
    if (result == 0) after(handle); \
    return result; \
  }
ON_HANDLE(fsync, flushed)
ON_HANDLE(fdatasync, flushed)

#define SHORTENED(name, offset) \
  int name(int handle, offset length) { \
    REAL(int, #name, int, offset); \
    if (due_at(handle) != 0) return -1; \
    return real(handle, length); \
  }
SHORTENED(ftruncate, off_t)
SHORTENED(ftruncate64, off64_t)

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  if (due(path) < 0) return -1;
  return real(path);
}
int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  if (due(from) < 0) return -1;
  return real(from, to);
}

__attribute__((destructor)) static void total(void) {
  char line[60];
  int length = snprintf(line, sizeof line, "calls %ld\n", calls);
  say(line, (size_t)length);
}
