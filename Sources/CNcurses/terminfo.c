/* Alone in its file: term.h defines macros with names like `columns`. */
#include "terminfo.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

int cn_is_known_terminal(const char *kind)
{
    int status = 0;
    if (setupterm((char *)kind, STDOUT_FILENO, &status) != OK) return 0;
    if (cur_term) del_curterm(cur_term);
    return 1;
}
