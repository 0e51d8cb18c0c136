#ifndef CN_RESTORE_H
#define CN_RESTORE_H

/* Remembers the terminal's attributes. */
void cn_remember_terminal(int input);
/* Adds a string to what cn_restore_now sends; NULL and absent capabilities add nothing, padding is left out. */
void cn_restore_with(const char *text);
void cn_forget_terminal(void);
/* Restores the terminal. Safe in a signal handler; output that nobody has read is discarded, so that it never blocks. */
void cn_restore_now(void);

#endif
