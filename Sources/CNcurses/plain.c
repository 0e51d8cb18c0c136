/* Alone in its file: term.h defines macros with names like `columns`. */
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#include "plain.h"
#include "restore.h"

#include <curses.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static int terminal = -1;
static struct termios before, during;
static int height, width;
static char text[512];

int cn_plain_know(const char *kind)
{
    int status = 0;
    return setupterm((char *)kind, STDOUT_FILENO, &status) == OK;
}

int cn_plain_abilities(struct cn_abilities *abilities, int *colours, int *pairs)
{
    if (!cn_is_ecma48(abilities)) return 0;
    *colours = tigetnum("colors");
    *pairs = tigetnum("pairs");
    return 1;
}

void cn_plain_forget(void)
{
    if (cur_term) del_curterm(cur_term);
}

/* What the environment says goes before what the terminal says, and that before its entry, as curses has it (ncurses(3X), use_env). */
static int positive(const char *name)
{
    const char *value = getenv(name);
    char *end;
    long number = value ? strtol(value, &end, 10) : 0;
    return number > 0 && number < 10000 && !*end ? (int)number : 0;
}

static void take_size(int environment)
{
    struct winsize size;
    int knows = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
    if (!knows && !environment) return;
    height = environment ? positive("LINES") : 0;
    width = environment ? positive("COLUMNS") : 0;
    if (!height) height = knows ? size.ws_row : tigetnum("lines");
    if (!width) width = knows ? size.ws_col : tigetnum("cols");
    if (height <= 0) height = 24;
    if (width <= 0) width = 80;
}

int cn_plain_enter(int input)
{
    if (terminal < 0) {
        if (tcgetattr(input, &before) != 0) return 0;
        terminal = input;
        during = before;
        /* Every byte as it is typed, none shown or obeyed, and nothing added to what is written. */
        during.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
        during.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON | BRKINT | PARMRK);
        during.c_oflag &= ~(tcflag_t)ONLCR;
        during.c_cc[VMIN] = 1;
        during.c_cc[VTIME] = 0;
        take_size(1);
    }
    return tcsetattr(terminal, TCSADRAIN, &during) == 0;
}

void cn_plain_leave(void)
{
    if (terminal >= 0) tcsetattr(terminal, TCSADRAIN, &before);
}

void cn_plain_size(int *column_count, int *row_count)
{
    *column_count = width;
    *row_count = height;
}

void cn_plain_adopt_size(void) { take_size(0); }

static void append(const char *string) { cn_append_string(text, sizeof text, string); }

static void append_capability(const char *name) { append(tigetstr((char *)name)); }

static void append_numbers(const char *name, int first, int second)
{
    const char *string = tigetstr((char *)name);
    if (string && string != (char *)-1) append(tparm((char *)string, first, second, 0, 0, 0, 0, 0, 0, 0));
}

const char *cn_plain_greeting(void)
{
    text[0] = 0;
    append_capability("smcup");
    /* Whatever another program has left: the whole screen scrolls, nothing is in force, signs replace, lines wrap. */
    append_numbers("csr", 0, height - 1);
    append_capability("sgr0");
    append_capability("rmir");
    append_capability("smam");
    append_capability("civis");
    return text;
}

const char *cn_plain_farewell(void)
{
    text[0] = 0;
    append_capability("op");
    append_capability("sgr0");
    append_numbers("cup", height - 1, 0);
    append_capability("cnorm");
    append_capability("rmcup");
    return text;
}
