#include "restore.h"

#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios before;
static int terminal = -1;
static char farewell[256];
static size_t farewell_length;

void cn_remember_terminal(int input)
{
    if (tcgetattr(input, &before) == 0) terminal = input;
}

void cn_append_string(char *room, size_t size, const char *string)
{
    if (!string || string == (const char *)-1) return;
    size_t length = strcspn(string, "$"), used = strlen(room);
    if (used + length >= size) return;
    memcpy(room + used, string, length);
    room[used + length] = 0;
}

static void append(const char *string)
{
    cn_append_string(farewell, sizeof farewell, string);
    farewell_length = strlen(farewell);
}

void cn_prepare_restore(const char *leave_screen, const char *show_cursor, const char *plain)
{
    farewell[0] = 0;
    append(plain);
    append(show_cursor);
    append(leave_screen);
}

void cn_restore_with(const char *text) { append(text); }

void cn_forget_terminal(void) { terminal = -1; }

void cn_restore_now(void)
{
    if (terminal < 0) return;
    ssize_t ignored = write(STDOUT_FILENO, farewell, farewell_length);
    (void)ignored;
    tcsetattr(terminal, TCSANOW, &before);
}
