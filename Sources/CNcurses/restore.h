#ifndef CN_RESTORE_H
#define CN_RESTORE_H

#include <stddef.h>

/* Adds a string of terminfo to what stands in the room, if there is any and it fits. Strings with padding ($<5>) are left at the padding: no
   terminal of today needs the wait. */
void cn_append_string(char *room, size_t size, const char *string);

/* Puts the terminal back from inside a signal handler: only write(2) and tcsetattr(3), with bytes made ready before. */
void cn_remember_terminal(int input);
void cn_prepare_restore(const char *leave_screen, const char *show_cursor, const char *plain);
/* Sends this as well when the terminal is restored. */
void cn_restore_with(const char *text);
void cn_forget_terminal(void);
void cn_restore_now(void);

#endif
