/* Alone in its file: term.h defines macros with names like `columns`. */
#define _XOPEN_SOURCE_EXTENDED 1
#include "plain.h"

#include <curses.h>
#include <string.h>
#include <term.h>

static const char *capability(const char *name)
{
    const char *text = tigetstr((char *)name);
    return text && text != (char *)-1 ? text : "";
}

static int gives(const char *name, const char *expected) { return strcmp(capability(name), expected) == 0; }

static int gives_with(const char *name, int first, int second, const char *expected)
{
    const char *text = capability(name);
    if (!*text || strstr(text, "$<")) return 0;
    const char *given = tparm((char *)text, first, second, 0, 0, 0, 0, 0, 0, 0);
    return given && strcmp(given, expected) == 0;
}

static int has(const char *name) { return tigetflag((char *)name) > 0; }

static void copy(char *room, size_t size, const char *text)
{
    size_t length = strlen(text);
    room[0] = 0;
    if (length < size && !strstr(text, "$<")) memcpy(room, text, length + 1);
}

int cn_is_ecma48(struct cn_abilities *abilities)
{
    int colours = tigetnum("colors");
    if (colours < 8 || colours > 256 || tigetnum("xmc") > 0 || has("hz") || has("os") || has("xhp") || has("xhpa")) return 0;
    if (!gives_with("cup", 4, 9, "\033[5;10H") || !gives("el", "\033[K") || !gives("op", "\033[39;49m") || !gives("rmul", "\033[24m")) return 0;
    if (!gives("clear", "\033[H\033[2J") && !gives("clear", "\033[H\033[J")) return 0;
    if (!gives("bold", "\033[1m") || !gives("rev", "\033[7m")) return 0;
    if (!gives_with("setaf", 5, 0, "\033[35m") || !gives_with("setab", 5, 0, "\033[45m")) return 0;
    if (colours >= 16 && (!gives_with("setaf", 12, 0, "\033[94m") || !gives_with("setab", 12, 0, "\033[104m"))) return 0;
    if (colours > 16 && (!gives_with("setaf", 87, 0, "\033[38;5;87m") || !gives_with("setab", 87, 0, "\033[48;5;87m"))) return 0;
    abilities->erases_in_colour = has("bce");
    abilities->erases_cells = gives_with("ech", 7, 0, "\033[7X");
    abilities->holds_at_margin = !has("am") || has("xenl");
    int without = tigetnum("ncv");
    abilities->without_colour = 0;
    /* Bits of no_color_video, terminfo(5). */
    if (without > 0) {
        if (without & 2) abilities->without_colour |= CN_UNDERLINE;
        if (without & 4) abilities->without_colour |= CN_REVERSE;
        if (without & 16) abilities->without_colour |= CN_DIM;
        if (without & 32) abilities->without_colour |= CN_BOLD;
    }
    copy(abilities->hide_cursor, sizeof abilities->hide_cursor, capability("civis"));
    copy(abilities->show_cursor, sizeof abilities->show_cursor, capability("cnorm"));
    return 1;
}
