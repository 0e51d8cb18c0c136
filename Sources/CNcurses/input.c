#define _GNU_SOURCE 1
#include "input.h"
#include "cncurses.h"
#include "signals.h"

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

enum { MOST_WATCHED = 4 };
static struct pollfd watched[MOST_WATCHED];
static int watched_count;

int cn_watch(int descriptor)
{
    if (watched_count == MOST_WATCHED) return 0;
    watched[watched_count++] = (struct pollfd){.fd = descriptor, .events = POLLIN};
    return 1;
}

void cn_stop_watching(int descriptor)
{
    for (int i = 0; i < watched_count; i++)
        if (watched[i].fd == descriptor) watched[i--] = watched[--watched_count];
}

int cn_is_ready(int descriptor)
{
    for (int i = 0; i < watched_count; i++)
        if (watched[i].fd == descriptor) return watched[i].revents != 0;
    return 0;
}

int cn_wait(int milliseconds)
{
    struct pollfd sources[2 + MOST_WATCHED] = {{.fd = input, .events = POLLIN}, {.fd = cn_signal_pipe(), .events = POLLIN}};
    for (int i = 0; i < watched_count; i++) {
        watched[i].revents = 0;
        sources[2 + i] = watched[i];
    }
    int count = poll(sources, (nfds_t)(2 + watched_count), milliseconds);
    int pending = cn_take_signals();
    if (count <= 0) return pending;
    for (int i = 0; i < watched_count; i++) {
        watched[i].revents = sources[2 + i].revents;
        if (watched[i].revents) pending |= CN_READY;
    }
    if (sources[0].revents & (POLLERR | POLLNVAL)) return pending | CN_LOST;
    if (sources[0].revents & POLLIN) {
        int waiting = 0;
        /* Readable with nothing to read is the end of the input. */
        if (ioctl(input, FIONREAD, &waiting) != 0 || waiting == 0) return pending | CN_LOST;
        pending |= CN_INPUT;
    }
    if (sources[0].revents & POLLHUP) pending |= CN_LOST;
    return pending;
}

int cn_read(uint8_t *bytes, int room)
{
    ssize_t count;
    do count = read(input, bytes, (size_t)room);
    while (count < 0 && errno == EINTR);
    return count > 0 ? (int)count : -1;
}
