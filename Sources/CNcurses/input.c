#define _GNU_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int input = -1;

FILE *cn_open_input(void)
{
    static FILE *file;
    if (!file && isatty(STDIN_FILENO)) file = stdin;
    if (!file) {
        int device = open("/dev/tty", O_RDONLY | O_CLOEXEC);
        file = device >= 0 ? fdopen(device, "r") : 0;
    }
    if (file) input = fileno(file);
    return file;
}

int cn_wait(int milliseconds, const int *watched, uint8_t *ready, int count)
{
    struct pollfd sources[2 + CN_MOST_WATCHED] = {{.fd = input, .events = POLLIN}, {.fd = cn_signal_pipe(), .events = POLLIN}};
    for (int i = 0; i < count; i++) sources[2 + i] = (struct pollfd){.fd = watched[i], .events = POLLIN};
    int found = poll(sources, (nfds_t)(2 + count), milliseconds);
    int pending = cn_take_signals();
    for (int i = 0; i < count; i++) {
        ready[i] = found > 0 && sources[2 + i].revents;
        if (ready[i]) pending |= CN_READY;
    }
    if (found <= 0) return pending;
    if (sources[0].revents & (POLLERR | POLLNVAL)) return pending | CN_LOST;
    if (sources[0].revents & POLLIN) {
        int waiting = 0;
        /* Readable with nothing to read is the end of the input. */
        if (ioctl(input, FIONREAD, &waiting) != 0 || waiting == 0) return pending | CN_LOST;
        pending |= CN_INPUT;
    }
    return sources[0].revents & POLLHUP ? pending | CN_LOST : pending;
}

int cn_read(uint8_t *bytes, int room)
{
    ssize_t count;
    do count = read(input, bytes, (size_t)room);
    while (count < 0 && errno == EINTR);
    return count > 0 ? (int)count : -1;
}
