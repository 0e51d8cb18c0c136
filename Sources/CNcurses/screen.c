#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#include "cncurses.h"
#include "plain.h"
#include "restore.h"
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *input_file;
static int input = -1;
static int colours, pairs;
static int is_open;
static int claims_mouse, mouse_is_on;
static int is_plain;
static struct cn_abilities abilities;
/* What has yet to go out before anything else. */
static const char *greeting;

/* Presses and the wheel, in the form whose coordinates do not end at 223 where the terminal knows it. */
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

static void send(const char *text, size_t length)
{
    if (greeting) {
        const char *first = greeting;
        greeting = 0;
        send(first, strlen(first));
    }
    if (!is_plain) fflush(stdout);
    while (length > 0) {
        ssize_t count = write(STDOUT_FILENO, text, length);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        text += count;
        length -= (size_t)count;
    }
}

int cn_choose_locale(void)
{
    static const char *const fallbacks[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"};
    if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
    for (size_t i = 0; i < sizeof fallbacks / sizeof fallbacks[0]; i++)
        if (setlocale(LC_CTYPE, fallbacks[i])) return 1;
    return 0;
}

/* The terminal that only curses knows how to write to. 0 where there is no memory for it. */
static int open_windows(const char *kind)
{
    cn_plain_forget();
    screen = newterm((char *)kind, stdout, input_file);
    if (!screen) return 0;
    set_term(screen);
    raw();
    noecho();
    nonl();
    /* Input is read and decoded outside curses: it must neither look for keys nor leave a frame half drawn for them. */
    typeahead(-1);
    leaveok(stdscr, FALSE);
    curs_set(0);
    if (has_colors() && start_color() == OK) {
        use_default_colors();
        colours = COLORS;
        pairs = COLOR_PAIRS;
    }
    return 1;
}

/* Gives the screen back, for a while or for good. */
static void leave(void)
{
    if (mouse_is_on) send(mouse_off, sizeof mouse_off - 1);
    if (!is_plain) {
        endwin();
        return;
    }
    /* Who has not said a word has nothing to take back. */
    if (!greeting) {
        const char *farewell = cn_plain_farewell();
        send(farewell, strlen(farewell));
    }
    greeting = 0;
    cn_plain_leave();
}

int cn_open(const char *terminal)
{
    if (!isatty(STDOUT_FILENO)) return CN_NO_TERMINAL;
    const char *kind = terminal ? terminal : getenv("TERM");
    if (!kind || !*kind) return CN_UNKNOWN_TERMINAL;
    if (isatty(STDIN_FILENO)) {
        input_file = stdin;
    } else {
        int device = open("/dev/tty", O_RDONLY | O_CLOEXEC);
        if (device < 0) return CN_NO_TERMINAL;
        input_file = fdopen(device, "r");
        if (!input_file) return CN_NO_MEMORY;
    }
    input = fileno(input_file);
    cn_remember_terminal(input);
    /* Before newterm, which then leaves these signals alone. */
    if (cn_catch_signals() != 0) return CN_NO_MEMORY;
    if (!cn_plain_know(kind)) return CN_UNKNOWN_TERMINAL;
    is_plain = cn_plain_abilities(&abilities, &colours, &pairs);
    if (is_plain) {
        if (!cn_plain_enter(input)) return CN_NO_TERMINAL;
        greeting = cn_plain_greeting();
    } else if (!open_windows(kind)) {
        return CN_NO_MEMORY;
    }
    is_open = 1;
    const char *mouse = tigetstr("kmous");
    claims_mouse = mouse && mouse != (char *)-1 && *mouse;
    cn_prepare_restore(tigetstr("rmcup"), tigetstr("cnorm"), tigetstr("sgr0"));
    return CN_OPENED;
}

int cn_is_plain(struct cn_abilities *found)
{
    if (is_plain) *found = abilities;
    return is_plain;
}

void cn_hold_output(void)
{
    /* endwin also puts the palette back, on the Linux console with ESC ] R, which others take for the start of a longer sequence. */
    const char *palette = tigetstr("oc");
    if (!palette || palette == (char *)-1) endwin();
}

void cn_close(void)
{
    if (!is_open) return;
    is_open = 0;
    leave();
    cn_forget_terminal();
}

int cn_lock(void) { return cn_lock_signals(); }

int cn_colours(void) { return colours; }
int cn_pairs(void) { return pairs; }

void cn_define_pair(int pair, int foreground, int background) { init_extended_pair(pair, foreground, background); }

void cn_size(int *columns, int *rows)
{
    if (is_plain) cn_plain_size(columns, rows);
    else getmaxyx(stdscr, *rows, *columns);
}

void cn_adopt_size(void)
{
    if (is_plain) {
        cn_plain_adopt_size();
        return;
    }
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resize_term(size.ws_row, size.ws_col);
}

static attr_t attributes_of(uint8_t bits)
{
    attr_t attributes = A_NORMAL;
    if (bits & CN_BOLD) attributes |= A_BOLD;
    if (bits & CN_DIM) attributes |= A_DIM;
    if (bits & CN_UNDERLINE) attributes |= A_UNDERLINE;
    if (bits & CN_REVERSE) attributes |= A_REVERSE;
    return attributes;
}

void cn_put(int row, int column, const struct cn_cell *cells, int count, const uint32_t *marks)
{
    static cchar_t *line;
    static int room;
    if (count > room) {
        cchar_t *larger = realloc(line, sizeof *line * (size_t)count);
        if (!larger) return;
        line = larger;
        room = count;
    }
    /* What cells of one look share is made once; the structure and its parts are public (curs_getcchar(3X)). */
    cchar_t look;
    int pair = -1, attributes = -1;
    for (int i = 0; i < count; i++) {
        if (cells[i].pair != pair || cells[i].attributes != attributes) {
            pair = cells[i].pair;
            attributes = cells[i].attributes;
            setcchar(&look, L" ", attributes_of((uint8_t)attributes), (short)pair, &pair);
        }
        line[i] = look;
        line[i].chars[0] = (wchar_t)cells[i].scalar;
        for (int k = 0; k < cells[i].marks && k < CN_MOST_MARKS; k++) line[i].chars[1 + k] = (wchar_t)*marks++;
    }
    mvwadd_wchnstr(stdscr, row, column, line, count);
}

void cn_refresh(int row, int column)
{
    if (row >= 0) {
        wmove(stdscr, row, column);
        curs_set(1);
    } else {
        curs_set(0);
    }
    wrefresh(stdscr);
}

void cn_forget(void) { clearok(stdscr, TRUE); }

void cn_forget_row(int row) { wredrawln(stdscr, row, 1); }

enum { MOST_ALSO = 4 };
static struct pollfd also[MOST_ALSO];
static int also_count;

int cn_also_wait(int descriptor)
{
    if (also_count == MOST_ALSO) return 0;
    also[also_count++] = (struct pollfd){.fd = descriptor, .events = POLLIN};
    return 1;
}

void cn_wait_no_more(int descriptor)
{
    for (int i = 0; i < also_count; i++)
        if (also[i].fd == descriptor) also[i--] = also[--also_count];
}

int cn_is_ready(int descriptor)
{
    for (int i = 0; i < also_count; i++)
        if (also[i].fd == descriptor) return also[i].revents != 0;
    return 0;
}

int cn_wait(int milliseconds)
{
    struct pollfd sources[2 + MOST_ALSO] = {{.fd = input, .events = POLLIN}, {.fd = cn_signal_pipe(), .events = POLLIN}};
    for (int i = 0; i < also_count; i++) {
        also[i].revents = 0;
        sources[2 + i] = also[i];
    }
    int count = poll(sources, (nfds_t)(2 + also_count), milliseconds);
    int pending = cn_take_signals();
    if (count <= 0) return pending;
    for (int i = 0; i < also_count; i++) {
        also[i].revents = sources[2 + i].revents;
        if (also[i].revents) pending |= CN_READY;
    }
    if (sources[0].revents & (POLLERR | POLLNVAL)) return pending | CN_LOST;
    if (sources[0].revents & POLLIN) {
        int waiting = 0;
        /* Ready to be read with nothing to read is the end of the input. */
        if (ioctl(input, FIONREAD, &waiting) != 0 || waiting == 0) return pending | CN_LOST;
        pending |= CN_INPUT;
    }
    if (sources[0].revents & POLLHUP) pending |= CN_LOST;
    return pending;
}

int cn_read(uint8_t *bytes, int room)
{
    ssize_t count;
    do count = read(input, bytes, (size_t)room);
    while (count < 0 && errno == EINTR);
    return count > 0 ? (int)count : -1;
}

int cn_has_mouse(void) { return claims_mouse; }

void cn_listen_to_mouse(void)
{
    mouse_is_on = 1;
    send(mouse_on, sizeof mouse_on - 1);
    cn_restore_with(mouse_off);
}

void cn_send(const uint8_t *bytes, int count) { send((const char *)bytes, (size_t)count); }

void cn_suspend(void)
{
    leave();
    cn_stop_here();
    cn_take_over();
}

void cn_take_over(void)
{
    /* Whatever the shell or another program has set meanwhile: the screen is entered from the beginning, by curses at the next refresh. */
    if (is_plain) cn_plain_enter(input);
    else endwin();
    cn_adopt_size();
    if (is_plain) greeting = cn_plain_greeting();
    else clearok(stdscr, TRUE);
    if (mouse_is_on) send(mouse_on, sizeof mouse_on - 1);
}
