#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static int is_open;
static char modes_on[64], modes_off[64];

int cn_choose_locale(void)
{
    static const char *const fallbacks[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"};
    if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
    for (size_t i = 0; i < sizeof fallbacks / sizeof fallbacks[0]; i++)
        if (setlocale(LC_CTYPE, fallbacks[i])) return 1;
    return 0;
}

static const char *capability(const char *name)
{
    const char *text = tigetstr((char *)name);
    return text && text != (char *)-1 && *text ? text : 0;
}

static void describe(struct cn_description *description)
{
    int pairs = tigetnum("pairs"), colours = tigetnum("colors");
    *description = (struct cn_description){.claims_mouse = capability("kmous") != 0};
    if (colours <= 0 || pairs <= 0) return;
    description->colours = colours;
    description->pairs = pairs;
    /* RGB is a flag, a number or a string (user_caps(5)). */
    description->is_direct = colours == 1 << 24 && (tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || capability("RGB"));
}

int cn_describe(const char *kind, struct cn_description *description)
{
    int status = 0;
    if (setupterm((char *)kind, STDOUT_FILENO, &status) != OK) return 0;
    describe(description);
    del_curterm(cur_term);
    return 1;
}

static void write_all(const char *text, size_t length)
{
    while (length > 0) {
        ssize_t count = write(STDOUT_FILENO, text, length);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) {
            struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
            if (poll(&output, 1, 1000) > 0) continue;
        }
        if (count <= 0) return;
        text += count;
        length -= (size_t)count;
    }
}

void cn_send(const uint8_t *bytes, int count)
{
    cn_mark_output(1);
    write_all((const char *)bytes, (size_t)count);
    cn_mark_output(0);
}

static void send_modes(const char *modes) { cn_send((const uint8_t *)modes, (int)strlen(modes)); }

static void refresh_screen(void)
{
    cn_mark_output(1);
    wnoutrefresh(stdscr);
    doupdate();
    cn_mark_output(0);
}

int cn_open(const char *terminal, struct cn_description *description)
{
    if (!isatty(STDOUT_FILENO)) return CN_NO_TERMINAL;
    const char *kind = terminal ? terminal : getenv("TERM");
    if (!kind || !*kind) return CN_UNKNOWN_TERMINAL;
    FILE *input = cn_open_input();
    if (!input) return CN_NO_TERMINAL;
    cn_remember_terminal(fileno(input));
    /* Before newterm, which then leaves these signals alone. */
    if (cn_catch_signals() != 0) return CN_NO_MEMORY;
    if (!cn_describe(kind, description)) return CN_UNKNOWN_TERMINAL;
    SCREEN *screen = newterm((char *)kind, stdout, input);
    if (!screen) return CN_NO_MEMORY;
    set_term(screen);
    raw();
    noecho();
    nonl();
    /* Input is decoded outside ncurses: it must neither look for keys nor leave a frame half drawn because of them. */
    typeahead(-1);
    leaveok(stdscr, FALSE);
    curs_set(0);
    if (has_colors() && start_color() == OK) use_default_colors();
    else description->colours = 0;
    is_open = 1;
    cn_restore_with(capability("sgr0"));
    cn_restore_with(capability("cnorm"));
    cn_restore_with(capability("rmcup"));
    /* Until its first endwin ncurses writes at every move of the cursor, some eighty times a frame (_nc_mvcur, lib_mvcur.c). */
    endwin();
    refresh_screen();
    return CN_OPENED;
}

/* Gives the screen back, for a while or for good. */
static void leave(void)
{
    send_modes(modes_off);
    cn_mark_output(1);
    endwin();
    cn_mark_output(0);
}

void cn_close(void)
{
    if (!is_open) return;
    is_open = 0;
    leave();
    cn_forget_terminal();
}

void cn_define_pair(int pair, int foreground, int background) { init_extended_pair(pair, foreground, background); }

void cn_size(int *column_count, int *row_count) { getmaxyx(stdscr, *row_count, *column_count); }

void cn_adopt_size(void)
{
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

void cn_put_row(int row, int column, const struct cn_cell *cells, int count, const uint32_t *marks)
{
    static cchar_t *line;
    static int room;
    if (count > room) {
        cchar_t *larger = realloc(line, sizeof *line * (size_t)count);
        if (!larger) return;
        line = larger;
        room = count;
    }
    for (int i = 0; i < count; i++) {
        /* Cells of one look follow each other: only the characters are new, in the public field chars (curs_getcchar(3X)). */
        if (i > 0 && cells[i].pair == cells[i - 1].pair && cells[i].attributes == cells[i - 1].attributes) {
            line[i] = line[i - 1];
            memset(line[i].chars, 0, sizeof line[i].chars);
        } else {
            int pair = cells[i].pair;
            setcchar(&line[i], L" ", attributes_of(cells[i].attributes), (short)pair, &pair);
        }
        line[i].chars[0] = (wchar_t)cells[i].scalar;
        for (int k = 0; k < cells[i].marks && k < CN_MOST_MARKS; k++) line[i].chars[1 + k] = (wchar_t)*marks++;
    }
    mvwadd_wchnstr(stdscr, row, column, line, count);
}

void cn_refresh(int row, int column)
{
    if (row >= 0) wmove(stdscr, row, column);
    curs_set(row >= 0);
    refresh_screen();
}

void cn_redraw(void) { clearok(stdscr, TRUE); }

void cn_set_modes(const char *on, const char *off)
{
    if (strlen(on) >= sizeof modes_on || strlen(off) >= sizeof modes_off) return;
    strcpy(modes_on, on);
    strcpy(modes_off, off);
    send_modes(modes_on);
    cn_restore_with(modes_off);
}

void cn_suspend(void)
{
    leave();
    cn_stop_here();
    cn_resume();
}

void cn_resume(void)
{
    /* The shell or another program may have changed anything: the next refresh enters the screen from the beginning. */
    endwin();
    cn_adopt_size();
    cn_redraw();
    send_modes(modes_on);
}
