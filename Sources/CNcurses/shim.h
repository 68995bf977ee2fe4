// ncurses as Swift may use it. What ncurses spells as macros, variadic functions or variables does not
// come through; each has a small function here.
#ifndef WINBACK_CNCURSES_SHIM_H
#define WINBACK_CNCURSES_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncursesw/curses.h>
#include <signal.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_dim(void) { return A_DIM; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }

// How many columns and rows the terminal says it has; 0 where it does not say.
static inline int nc_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

// What is behind all cells: a pair of colours, or 0 for the terminal's own.
static inline void nc_set_ground(WINDOW *window, int pair) {
  wbkgdset(window, ' ' | COLOR_PAIR(pair));
}

static inline int nc_colours(void) { return COLORS; }
static inline void nc_repaint(void) { clearok(curscr, TRUE); }
static inline int nc_cell_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

// Whether the terminal can place its cursor: without that there is no screen.
static inline bool nc_has_capability(const char *name) {
  char *value = tigetstr(name);
  return value != NULL && value != (char *)-1;
}

static inline int nc_locale(const char *name) { return setlocale(LC_CTYPE, name) != NULL; }
static inline const char *nc_codeset(void) { return nl_langinfo(CODESET); }

// What is to be given back if the program crashes. Within a function, for the sake of Swift's importer,
// which leaves out what stands alone.
struct nc_crash_watch {
  int terminal;
  // Where standard error is read from that is kept while the screen is shown, and what it was before.
  int stray, standard_error;
  struct termios modes;
  struct sigaction before[6];
};

static inline struct nc_crash_watch *nc_crash_watch(void) {
  static struct nc_crash_watch watch = {-1, -1, -1};
  return &watch;
}

static inline int nc_crash_signal(int index) {
  static const int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  return index < (int)(sizeof signals / sizeof signals[0]) ? signals[index] : 0;
}

static inline void nc_unwatch_crashes(void) {
  struct nc_crash_watch *watch = nc_crash_watch();
  if (watch->terminal < 0) return;
  watch->terminal = -1;
  for (int i = 0; nc_crash_signal(i); i++)
    sigaction(nc_crash_signal(i), &watch->before[i], NULL);
}

static inline void nc_keep_stray(int stray, int standard_error) {
  nc_crash_watch()->stray = stray;
  nc_crash_watch()->standard_error = standard_error;
}

// Says what was kept of standard error, among it why the program crashes, and lets the rest go there.
static inline void nc_say_stray(struct nc_crash_watch *watch) {
  char bytes[512];
  ssize_t count;
  if (watch->stray < 0) return;
  dup2(watch->standard_error, STDERR_FILENO);
  while ((count = read(watch->stray, bytes, sizeof bytes)) > 0)
    for (ssize_t said = 0, more; said < count; said += more)
      if ((more = write(STDERR_FILENO, bytes + said, (size_t)(count - said))) <= 0) return;
}

// Runs within a signal handler: it may call nothing but what POSIX allows there.
static inline void nc_crash(int signal) {
  // No mouse, no bracketed paste, a visible cursor, plain text, the ordinary screen, plain arrows.
  static const char restore[] =
      "\033[?1000l\033[?1006l\033[?2004l\033[?25h\033[0m\033[?1049l\033[?1l\033>\r\n";
  static const char message[] = "winback: crashed, which is a defect; what follows says where.\n";
  struct nc_crash_watch *watch = nc_crash_watch();
  if (watch->terminal >= 0) {
    // Whether anybody can be told or not: without the signal below the crash would repeat for ever.
    ssize_t ignored = write(watch->terminal, restore, sizeof restore - 1);
    tcsetattr(watch->terminal, TCSANOW, &watch->modes);
    nc_say_stray(watch);
    ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
  }
  // Whoever was to be told before is told as soon as this returns.
  nc_unwatch_crashes();
  raise(signal);
}

// Called before ncurses changes the terminal's modes.
static inline void nc_watch_crashes(int terminal) {
  struct nc_crash_watch *watch = nc_crash_watch();
  struct sigaction action;
  // A stack that has overflowed has no room for the handler.
  static char stack[65536];
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  nc_unwatch_crashes();
  if (tcgetattr(terminal, &watch->modes) != 0) return;
  watch->terminal = terminal;
  sigaltstack(&alternative, NULL);
  memset(&action, 0, sizeof action);
  action.sa_handler = nc_crash;
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; nc_crash_signal(i); i++)
    sigaction(nc_crash_signal(i), &action, &watch->before[i]);
}

// A file in memory, without a name. Declared again, since Swift reads the library's headers without
// what they keep for GNU programs.
int memfd_create(const char *name, unsigned int flags);
static inline int nc_memory_file(void) { return memfd_create("winback", 1 /* MFD_CLOEXEC */); }

// Makes a pipe hold a mebibyte, or what the system allows.
static inline void nc_widen_pipe(int descriptor) { fcntl(descriptor, 1031 /* F_SETPIPE_SZ */, 1 << 20); }

// What a program that this one starts is started in.
static inline char **nc_environment(void) {
  extern char **environ;
  return environ;
}

// Lets SIGTSTP, which is blocked and which ncurses would answer, stop the whole job once.
static inline void nc_stop_job(void) {
  struct sigaction plain, before;
  sigset_t set;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  sigaction(SIGTSTP, &plain, &before);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
  sigaction(SIGTSTP, &before, NULL);
}

#endif
