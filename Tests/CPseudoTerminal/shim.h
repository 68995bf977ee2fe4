// What a pseudo-terminal takes from the C library and Swift's Glibc module leaves out: functions
// declared only under _XOPEN_SOURCE or _GNU_SOURCE, and macros with arguments. Swift compiles the
// library's own headers without those, so they are declared here again.

#ifndef C_PSEUDO_TERMINAL_H
#define C_PSEUDO_TERMINAL_H

#include <spawn.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/wait.h>

int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
int ptsname_r(int descriptor, char *name, size_t size);

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

// The value of glibc's POSIX_SPAWN_SETSID.
static const short spawn_as_session_leader = 0x80;

// ioctl is variadic, which Swift does not call.
static inline int set_window_size(int descriptor, unsigned short columns, unsigned short rows) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(descriptor, TIOCSWINSZ, &size);
}

static inline int has_exited(int status) { return WIFEXITED(status); }
static inline int exit_code(int status) { return WEXITSTATUS(status); }
static inline int was_killed(int status) { return WIFSIGNALED(status); }
static inline int killing_signal(int status) { return WTERMSIG(status); }
static inline int was_stopped(int status) { return WIFSTOPPED(status); }

#endif
