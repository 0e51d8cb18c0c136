#define _GNU_SOURCE 1
#include "signals.h"
#include "cncurses.h"
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int wake[2] = {-1, -1};
static volatile sig_atomic_t flags;

static void handle(int number)
{
    int saved = errno;
    switch (number) {
    case SIGWINCH: flags |= CN_RESIZED; break;
    case SIGHUP: flags |= CN_LOST; break;
    case SIGTSTP: flags |= CN_STOP; break;
    case SIGCONT: flags |= CN_CONTINUED; break;
    default: flags |= CN_TERMINATE; break;
    }
    ssize_t ignored = write(wake[1], "", 1);
    (void)ignored;
    errno = saved;
}

static void handle_crash(int number)
{
    cn_restore_now();
    signal(number, SIG_DFL);
    raise(number);
}

int cn_catch_signals(void)
{
    /* SIGHUP also where it was inherited as ignored: a program without a terminal must not stay. */
    static const int ordinary[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT};
    static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
    static char crash_stack[1 << 14];
    if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    for (size_t i = 0; i < sizeof ordinary / sizeof ordinary[0]; i++) sigaction(ordinary[i], &action, 0);
    stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
    sigaltstack(&stack, 0);
    action.sa_handler = handle_crash;
    action.sa_flags = SA_ONSTACK;
    for (size_t i = 0; i < sizeof crashes / sizeof crashes[0]; i++) sigaction(crashes[i], &action, 0);
    signal(SIGPIPE, SIG_IGN);
    return 0;
}

static int asked[2] = {-1, -1};

static void handle_asked(int number)
{
    (void)number;
    int saved = errno;
    ssize_t ignored = write(asked[1], "", 1);
    (void)ignored;
    errno = saved;
}

int cn_lock_signals(void)
{
    static const int locked[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU};
    for (size_t i = 0; i < sizeof locked / sizeof locked[0]; i++) signal(locked[i], SIG_IGN);
    if (asked[0] < 0 && pipe2(asked, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = handle_asked;
    action.sa_flags = SA_RESTART;
    sigaction(SIGUSR1, &action, 0);
    return asked[0];
}

int cn_signal_pipe(void) { return wake[0]; }

int cn_take_signals(void)
{
    char bytes[64];
    while (read(wake[0], bytes, sizeof bytes) > 0) {
    }
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    int taken = flags;
    flags = 0;
    sigprocmask(SIG_SETMASK, &before, 0);
    return taken;
}

void cn_stop_here(void)
{
    struct sigaction action, stop, resume;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &action, &stop);
    sigaction(SIGCONT, &action, &resume);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &stop, 0);
    sigaction(SIGCONT, &resume, 0);
}
