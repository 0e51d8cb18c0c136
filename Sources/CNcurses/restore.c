#include "internal.h"

#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios before;
static int terminal = -1;
static char farewell[320];
static size_t farewell_length;

void cn_remember_terminal(int input)
{
    if (tcgetattr(input, &before) == 0) terminal = input;
}

void cn_restore_with(const char *text)
{
    if (!text) return;
    size_t length = strcspn(text, "$");
    if (farewell_length + length > sizeof farewell) return;
    memcpy(farewell + farewell_length, text, length);
    farewell_length += length;
}

void cn_forget_terminal(void) { terminal = -1; }

void cn_restore_now(void)
{
    if (terminal < 0) return;
    tcflush(terminal, TCOFLUSH);
    ssize_t ignored = write(STDOUT_FILENO, farewell, farewell_length);
    (void)ignored;
    tcsetattr(terminal, TCSANOW, &before);
}
