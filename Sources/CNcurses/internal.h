#ifndef CN_INTERNAL_H
#define CN_INTERNAL_H

#include "cncurses.h"

#include <stdio.h>

/* Standard input, or the controlling terminal where that is none; NULL where there is no terminal. */
FILE *cn_open_input(void);

/* Remembers the terminal's attributes. */
void cn_remember_terminal(int input);
/* Adds a string to what cn_restore_now sends; NULL adds nothing, padding is left out. */
void cn_restore_with(const char *text);
void cn_forget_terminal(void);
/* Restores the terminal. Safe in a signal handler; output that nobody has read is discarded, so that it never blocks. */
void cn_restore_now(void);

/* Catches signals. Called before newterm, which then leaves them alone. Returns -1 on failure. */
int cn_catch_signals(void);
/* Becomes readable after a signal. */
int cn_signal_pipe(void);
/* The bits of enum cn_pending that came since the last call. */
int cn_take_signals(void);
/* Marks the time in which output may block because nobody reads the terminal. */
void cn_mark_output(int is_writing);
/* Stops the process; returns when it is continued. */
void cn_stop_here(void);

#endif
