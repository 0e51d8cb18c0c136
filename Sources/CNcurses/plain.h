#ifndef CN_PLAIN_H
#define CN_PLAIN_H

#include "cncurses.h"

/* A terminal whose functions are those of ECMA-48 is known by its entry in terminfo and opened without the windows of curses, whose three
   copies of the screen nobody would read. */

/* Reads the entry of this kind of terminal. 0 where there is none. */
int cn_plain_know(const char *kind);
/* Whether the terminal last known understands everything that is sent in the form of ECMA-48, by its entry; its abilities. */
int cn_is_ecma48(struct cn_abilities *abilities);
/* The same with its colours and pairs. */
int cn_plain_abilities(struct cn_abilities *abilities, int *colours, int *pairs);
/* Forgets the entry, for curses to read it. */
void cn_plain_forget(void);

/* Sets the modes of the terminal and notes its size. 0 where that cannot be. */
int cn_plain_enter(int input);
/* What is to be sent when the screen is entered, and when it is left. */
const char *cn_plain_greeting(void);
const char *cn_plain_farewell(void);
/* Gives the terminal the modes that it had. */
void cn_plain_leave(void);

void cn_plain_size(int *column_count, int *row_count);
void cn_plain_adopt_size(void);

#endif
