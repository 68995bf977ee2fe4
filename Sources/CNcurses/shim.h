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
#include <termios.h>
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

#endif
