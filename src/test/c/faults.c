/*
 * A disk that fails where it is told to. Preloaded into a process, it stands between the process and the system's calls
 * for everything below one folder (FAULTS_ROOT): it counts what changes the disk, lets the Nth of it fail in one of
 * several ways, and writes down what was done, for a power cut to be played afterwards. What to do it reads from a file
 * that both sides map (FAULTS_CONTROL); see Disk.java.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum op { CREATE = 1, WRITE, TRUNCATE, SYNC, RENAME, LINK, UNLINK, MKDIR, RMDIR, READ, OPEN, CLOSE, CHMOD, LOOK };

enum mode {
    OFF,         /* nothing is counted */
    COUNT,       /* counted, nothing fails */
    FULL_ONCE,   /* the Nth finds no room, the next ones do */
    FULL,        /* from the Nth on there is no room */
    FULL_HALF,   /* of the Nth a half is written, then there is no room */
    FULL_GROW,   /* from the Nth on no file grows; what lies there may be written over */
    FAIL_ONCE,   /* the Nth fails */
    FAIL,        /* from the Nth on nothing can be written */
    SHORT,       /* of the Nth a half is written and said so; nothing fails */
    READ_ONLY,   /* from the Nth on the medium is read-only */
    GONE,        /* from the Nth on the medium does not answer, reads neither */
    PULLED,      /* the same, and its names are gone too */
    READ_FAIL    /* the Nth read that reaches the disk fails; only these count */
};

struct control {
    volatile uint32_t mode;
    volatile uint32_t logging;
    volatile uint64_t at;
    volatile uint64_t count;
    volatile uint32_t hits;
    volatile uint32_t op;
    volatile uint32_t reads;
    volatile uint32_t run; /* another one each time it is armed */
    char folder[1024];
    char path[1024];
};

#ifndef __x86_64__
#error "the numbers of the system's calls are those of x86-64"
#endif

#define MOST_FDS 65536

static struct control *control;
static const char *root;
static size_t root_length;
static int log_fd = -1;
static char *paths[MOST_FDS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name); real; })

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("FAULTS_CONTROL");
    const char *below = getenv("FAULTS_ROOT");
    if (!file || !below) return;
    int fd = syscall(SYS_openat, AT_FDCWD, file, O_RDWR | O_CLOEXEC, 0);
    if (fd < 0) return;
    void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    syscall(SYS_close, fd);
    if (mapped == MAP_FAILED) return;
    char name[2048];
    snprintf(name, sizeof name, "%s.log", file);
    log_fd = syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    root = strdup(below);
    root_length = strlen(root);
    control = mapped;
}

static int below(const char *path, const char *folder, size_t length) {
    return path && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int watched(const char *path) {
    return control && below(path, root, root_length);
}

static const char *path_of(int fd) {
    return control && fd >= 0 && fd < MOST_FDS ? paths[fd] : NULL;
}

static void remember(int fd, const char *path) {
    if (fd >= 0 && fd < MOST_FDS) {
        pthread_mutex_lock(&lock);
        free(paths[fd]);
        paths[fd] = strdup(path);
        pthread_mutex_unlock(&lock);
    }
}

static void forget(int fd) {
    if (fd >= 0 && fd < MOST_FDS && paths[fd]) {
        pthread_mutex_lock(&lock);
        free(paths[fd]);
        paths[fd] = NULL;
        pthread_mutex_unlock(&lock);
    }
}

/* One entry: a head of ten numbers, the name, the second name or the data. */
static void note(enum op op, const char *path, const char *second, int fd, uint64_t offset, const void *data, size_t length) {
    if (!control || !control->logging || log_fd < 0) return;
    struct stat st = {0};
    if (fd >= 0) syscall(SYS_fstat, fd, &st);
    uint64_t head[6] = {op, strlen(path), second ? strlen(second) : length, offset, st.st_ino, length};
    struct iovec parts[3] = {
        {head, sizeof head}, {(void *) path, head[1]}, {(void *) (second ? second : data), second || data ? head[2] : 0}};
    if (!second && !data) head[2] = 0;
    syscall(SYS_writev, log_fd, parts, 3);
}

static int may_fill(enum op op) {
    return op != UNLINK && op != RMDIR && op != READ && op != OPEN && op != CLOSE && op != CHMOD && op != LOOK;
}

static int changes(enum op op) {
    return op != READ && op != OPEN && op != CLOSE && op != LOOK;
}

static void hit(enum op op, const char *path) {
    if (control->hits++ == 0) {
        control->op = op;
        strncpy(control->path, path, sizeof control->path - 1);
        control->path[sizeof control->path - 1] = 0;
    }
}

/* What was read or written since the system last forgot it: a read of that does not reach the disk. */
#define MOST_BLOCKS (1 << 16)
static uint64_t cached[MOST_BLOCKS];
static uint64_t cached_for;

static uint64_t block_of(int fd, uint64_t at) {
    struct stat st = {0};
    syscall(SYS_fstat, fd, &st);
    return (((uint64_t) st.st_ino << 24) ^ (at >> 12)) * 0x9E3779B97F4A7C15ull | 1;
}

static void cache(int fd, uint64_t at, uint64_t length) {
    if (!control || control->mode != READ_FAIL) return;
    if (cached_for != control->run) {
        memset(cached, 0, sizeof cached);
        cached_for = control->run;
    }
    for (uint64_t a = at & ~4095ull; a < at + length; a += 4096) cached[block_of(fd, a) >> 48] = block_of(fd, a);
}

static int is_cached(int fd, uint64_t at, uint64_t length) {
    if (!control || control->mode != READ_FAIL || cached_for != control->run || length == 0) return 0;
    for (uint64_t a = at & ~4095ull; a < at + length; a += 4096) if (cached[block_of(fd, a) >> 48] != block_of(fd, a)) return 0;
    return 1;
}

#define HALF -1

/* What shall become of a call: 0 that it is done, an error number, or a half of it. */
static int fate(enum op op, const char *path, int growing) {
    if (!control || control->mode == OFF || !path) return 0;
    if (!below(path, control->folder, strlen(control->folder))) return 0;
    enum mode mode = control->mode;
    int counts = mode == READ_FAIL ? op == READ : changes(op) || (control->reads && (op == READ || op == OPEN));
    uint64_t n = counts ? __sync_add_and_fetch(&control->count, 1) : control->count;
    int now = counts && n == control->at;
    int from = n >= control->at && (counts || control->hits > 0);
    int error = 0;
    switch (mode) {
        case FULL_ONCE: error = now && may_fill(op) ? ENOSPC : 0; break;
        case FULL: error = from && may_fill(op) && changes(op) ? ENOSPC : 0; break;
        case FULL_HALF: error = now && op == WRITE ? HALF : from && may_fill(op) && changes(op) ? ENOSPC : 0; break;
        case FULL_GROW: error = from && may_fill(op) && changes(op) && growing ? ENOSPC : 0; break;
        case FAIL_ONCE: error = now ? EIO : 0; break;
        case FAIL: error = from && changes(op) ? EIO : 0; break;
        case SHORT: error = now && op == WRITE ? HALF : 0; break;
        case READ_ONLY: error = from && changes(op) ? EROFS : 0; break;
        case GONE: error = from && op != LOOK ? EIO : 0; break;
        case PULLED: error = !from ? 0 : op == OPEN || op == LOOK || op == CREATE || op == UNLINK || op == RENAME ? ENOENT : EIO; break;
        case READ_FAIL: error = now ? EIO : 0; break;
        default: break;
    }
    if (error) hit(op, path);
    return error;
}

#define FAIL_WITH(e) do { errno = (e); return -1; } while (0)

static int opened(const char *path, int flags, int mode, int (*real)(const char *, int, int)) {
    if (!watched(path)) return real(path, flags, mode);
    struct stat st;
    int missing = syscall(SYS_newfstatat, AT_FDCWD, path, &st, 0) != 0;
    int creates = (flags & O_CREAT) && missing;
    int cuts = (flags & O_TRUNC) && !missing;
    enum op op = creates ? CREATE : cuts ? TRUNCATE : OPEN;
    int error = fate(op, path, creates);
    if (!error && op == OPEN && (flags & O_ACCMODE) != O_RDONLY && control->mode == READ_ONLY && control->hits > 0
            && below(path, control->folder, strlen(control->folder))) error = EROFS;
    if (error > 0) FAIL_WITH(error);
    int fd = real(path, flags, mode);
    if (fd >= 0) {
        remember(fd, path);
        if (op != OPEN) note(op, path, NULL, fd, 0, NULL, 0);
    }
    return fd;
}

static int plain_open(const char *path, int flags, int mode) {
    return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

#define MODE_OF(flags) ({ int m = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list a; va_start(a, flags); m = va_arg(a, int); va_end(a); } m; })

int open(const char *path, int flags, ...) { return opened(path, flags, MODE_OF(flags), plain_open); }
int open64(const char *path, int flags, ...) { return opened(path, flags | O_LARGEFILE, MODE_OF(flags), plain_open); }
int __open_2(const char *path, int flags) { return opened(path, flags, 0, plain_open); }
int __open64_2(const char *path, int flags) { return opened(path, flags | O_LARGEFILE, 0, plain_open); }
int creat(const char *path, mode_t mode) { return opened(path, O_CREAT | O_WRONLY | O_TRUNC, mode, plain_open); }

int openat(int at, const char *path, int flags, ...) {
    int mode = MODE_OF(flags);
    return path[0] == '/' ? opened(path, flags, mode, plain_open) : (int) syscall(SYS_openat, at, path, flags, mode);
}

int openat64(int at, const char *path, int flags, ...) {
    int mode = MODE_OF(flags);
    return path[0] == '/' ? opened(path, flags, mode, plain_open) : (int) syscall(SYS_openat, at, path, flags, mode);
}

int close(int fd) {
    const char *path = path_of(fd);
    int error = path ? fate(CLOSE, path, 0) : 0;
    forget(fd);
    int done = syscall(SYS_close, fd);
    if (error > 0) FAIL_WITH(error);
    return done;
}

static int grows(int fd, uint64_t end) {
    struct stat st;
    return syscall(SYS_fstat, fd, &st) != 0 || end > (uint64_t) st.st_size;
}

static uint64_t position(int fd) {
    if (fcntl(fd, F_GETFL) & O_APPEND) {
        struct stat st;
        syscall(SYS_fstat, fd, &st);
        return st.st_size;
    }
    return syscall(SYS_lseek, fd, 0, SEEK_CUR);
}

/* at < 0: where the file stands. */
static ssize_t written(int fd, const void *data, size_t length, int64_t at) {
    const char *path = path_of(fd);
    if (!path) return at < 0 ? syscall(SYS_write, fd, data, length) : syscall(SYS_pwrite64, fd, data, length, at);
    uint64_t offset = at < 0 ? position(fd) : (uint64_t) at;
    int error = fate(WRITE, path, grows(fd, offset + length));
    size_t part = length;
    if (error == HALF) {
        part = length / 2;
        error = part > 0 || control->mode == SHORT ? 0 : ENOSPC;
        if (part == 0) part = length;
    }
    if (error > 0) FAIL_WITH(error);
    ssize_t done = part == 0 ? 0 : at < 0 ? syscall(SYS_write, fd, data, part) : syscall(SYS_pwrite64, fd, data, part, at);
    if (done > 0) note(WRITE, path, NULL, fd, offset, data, done);
    if (done > 0) cache(fd, offset, done);
    return done;
}

ssize_t write(int fd, const void *data, size_t length) { return written(fd, data, length, -1); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return written(fd, data, length, at); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) { return written(fd, data, length, at); }

/* The first piece alone: whoever writes several must count with that. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (!path_of(fd)) return syscall(SYS_writev, fd, parts, count);
    for (int i = 0; i < count; i++) if (parts[i].iov_len > 0) return written(fd, parts[i].iov_base, parts[i].iov_len, -1);
    return 0;
}

/* Says that it cannot: the caller writes by itself then. */
ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) {
    if (path_of(out)) FAIL_WITH(EINVAL);
    return syscall(SYS_sendfile, out, in, offset, count);
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags) {
    if (path_of(out)) FAIL_WITH(EXDEV);
    return syscall(SYS_copy_file_range, in, from, out, to, length, flags);
}

static ssize_t got(int fd, void *into, size_t length, int64_t at) {
    const char *path = path_of(fd);
    uint64_t offset = !path ? 0 : at < 0 ? (uint64_t) syscall(SYS_lseek, fd, 0, SEEK_CUR) : (uint64_t) at;
    int error = path && !is_cached(fd, offset, length) ? fate(READ, path, 0) : 0;
    if (error > 0) FAIL_WITH(error);
    ssize_t done = at < 0 ? syscall(SYS_read, fd, into, length) : syscall(SYS_pread64, fd, into, length, at);
    if (path && done > 0) cache(fd, offset, done);
    return done;
}

ssize_t read(int fd, void *into, size_t length) { return got(fd, into, length, -1); }
ssize_t pread(int fd, void *into, size_t length, off_t at) { return got(fd, into, length, at); }
ssize_t pread64(int fd, void *into, size_t length, off64_t at) { return got(fd, into, length, at); }

ssize_t readv(int fd, const struct iovec *parts, int count) {
    if (!path_of(fd)) return syscall(SYS_readv, fd, parts, count);
    for (int i = 0; i < count; i++) if (parts[i].iov_len > 0) return got(fd, parts[i].iov_base, parts[i].iov_len, -1);
    return 0;
}

static int synced(int fd, long call) {
    const char *path = path_of(fd);
    int error = path ? fate(SYNC, path, 0) : 0;
    if (error > 0) FAIL_WITH(error);
    int done = path ? 0 : syscall(call, fd); /* Nobody pulls the plug of the machine that plays this. */
    if (path && done == 0) note(SYNC, path, NULL, fd, 0, NULL, 0);
    return done;
}

int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

static int cut(int fd, off64_t length) {
    const char *path = path_of(fd);
    int error = path ? fate(TRUNCATE, path, grows(fd, length)) : 0;
    if (error > 0) FAIL_WITH(error);
    int done = syscall(SYS_ftruncate, fd, length);
    if (path && done == 0) note(TRUNCATE, path, NULL, fd, length, NULL, 0);
    return done;
}

int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

int posix_fallocate(int fd, off_t at, off_t length) {
    const char *path = path_of(fd);
    int error = path ? fate(TRUNCATE, path, 1) : 0;
    if (error > 0) return error;
    return syscall(SYS_fallocate, fd, 0, at, length) == 0 ? 0 : errno;
}

static int named(enum op op, const char *path, const char *second, int growing) {
    int error = watched(path) ? fate(op, path, growing) : watched(second) ? fate(op, second, growing) : 0;
    if (error > 0) errno = error;
    return error > 0;
}

int rename(const char *from, const char *to) {
    if (named(RENAME, from, to, 0)) return -1;
    int done = syscall(SYS_rename, from, to);
    if (done == 0 && watched(from)) note(RENAME, from, to, -1, 0, NULL, 0);
    return done;
}

int link(const char *from, const char *to) {
    if (named(LINK, from, to, 1)) return -1;
    int done = syscall(SYS_link, from, to);
    if (done == 0 && watched(from)) note(LINK, from, to, -1, 0, NULL, 0);
    return done;
}

int unlink(const char *path) {
    if (named(UNLINK, path, NULL, 0)) return -1;
    int done = syscall(SYS_unlink, path);
    if (done == 0 && watched(path)) note(UNLINK, path, NULL, -1, 0, NULL, 0);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    if (named(MKDIR, path, NULL, 1)) return -1;
    int done = syscall(SYS_mkdir, path, mode);
    if (done == 0 && watched(path)) note(MKDIR, path, NULL, -1, 0, NULL, 0);
    return done;
}

int rmdir(const char *path) {
    if (named(RMDIR, path, NULL, 0)) return -1;
    int done = syscall(SYS_rmdir, path);
    if (done == 0 && watched(path)) note(RMDIR, path, NULL, -1, 0, NULL, 0);
    return done;
}

int remove(const char *path) {
    struct stat st;
    return syscall(SYS_newfstatat, AT_FDCWD, path, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode) ? rmdir(path) : unlink(path);
}

DIR *opendir(const char *path) {
    int error = watched(path) ? fate(OPEN, path, 0) : 0;
    if (error > 0) {
        errno = error;
        return NULL;
    }
    return REAL(opendir)(path);
}

#define LOOKING(call) \
    int error = watched(path) ? fate(LOOK, path, 0) : 0; \
    if (error > 0) FAIL_WITH(error); \
    return call

int access(const char *path, int how) {
    if (watched(path) && (how & W_OK) && control->mode == READ_ONLY && control->hits > 0
            && below(path, control->folder, strlen(control->folder))) FAIL_WITH(EROFS);
    LOOKING(syscall(SYS_access, path, how));
}
int stat(const char *path, struct stat *into) { LOOKING(syscall(SYS_stat, path, into)); }
int stat64(const char *path, struct stat64 *into) { LOOKING(syscall(SYS_stat, path, into)); }
int lstat(const char *path, struct stat *into) { LOOKING(syscall(SYS_lstat, path, into)); }
int lstat64(const char *path, struct stat64 *into) { LOOKING(syscall(SYS_lstat, path, into)); }
int __xstat64(int version, const char *path, struct stat64 *into) { LOOKING(syscall(SYS_stat, path, into)); }
int __lxstat64(int version, const char *path, struct stat64 *into) { LOOKING(syscall(SYS_lstat, path, into)); }
