#ifndef CN_RESTORE_H
#define CN_RESTORE_H

/* Puts the terminal back from inside a signal handler: only write(2) and tcsetattr(3), with bytes made ready before. */
void cn_remember_terminal(int input);
void cn_prepare_restore(const char *leave_screen, const char *show_cursor, const char *plain);
/* Sends this as well when the terminal is restored. */
void cn_restore_with(const char *text);
void cn_forget_terminal(void);
void cn_restore_now(void);

#endif
