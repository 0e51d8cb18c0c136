#define _GNU_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

static int wake[2] = {-1, -1};
static volatile sig_atomic_t flags, is_writing;
static pthread_t main_thread;

/* How long output may block after SIGTERM or SIGHUP. */
static const struct itimerval patience = {.it_value = {.tv_usec = 300000}};

static void wake_up(int descriptor)
{
    int saved = errno;
    ssize_t ignored = write(descriptor, "", 1);
    (void)ignored;
    errno = saved;
}

static void handle(int number)
{
    switch (number) {
    case SIGWINCH: flags |= CN_RESIZED; break;
    case SIGHUP: flags |= CN_LOST; break;
    case SIGTSTP: flags |= CN_STOP; break;
    case SIGCONT: flags |= CN_CONTINUED; break;
    default: flags |= CN_TERMINATE; break;
    }
    if (number == SIGTERM || number == SIGHUP) setitimer(ITIMER_REAL, &patience, 0);
    wake_up(wake[1]);
}

/* Signals that end the program by default: it ends by them, but the terminal is restored first. */
static void handle_fatal(int number)
{
    cn_restore_now();
    signal(number, SIG_DFL);
    raise(number);
}

/* After SIGTERM or SIGHUP the loop ends the program, unless write(2) blocks it: nobody reads the terminal. */
static void handle_alarm(int number)
{
    if (!pthread_equal(pthread_self(), main_thread)) {
        pthread_kill(main_thread, number);
    } else if (!(flags & (CN_TERMINATE | CN_LOST))) {
        handle_fatal(number);
    } else if (is_writing) {
        cn_restore_now();
        _exit(flags & CN_LOST ? 2 : 0);
    }
}

void cn_mark_output(int writes) { is_writing = writes; }

static void catch(const int *numbers, size_t count, void (*handler)(int), int options)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = options};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < count; i++) sigaction(numbers[i], &action, 0);
}

#define CATCH(numbers, handler, options) catch(numbers, sizeof numbers / sizeof numbers[0], handler, options)

int cn_catch_signals(void)
{
    /* SIGHUP also where it was inherited as ignored: a program without a terminal must not stay. */
    static const int ordinary[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT};
    static const int fatal[] = {SIGILL,  SIGTRAP, SIGSEGV, SIGABRT,   SIGBUS,  SIGFPE,  SIGSYS,
                                SIGQUIT, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ};
    static const int alarm[] = {SIGALRM};
    static char stack_memory[1 << 14];
    if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    main_thread = pthread_self();
    stack_t stack = {.ss_sp = stack_memory, .ss_size = sizeof stack_memory};
    sigaltstack(&stack, 0);
    CATCH(ordinary, handle, SA_RESTART);
    CATCH(fatal, handle_fatal, SA_ONSTACK);
    CATCH(alarm, handle_alarm, SA_RESTART);
    signal(SIGPIPE, SIG_IGN);
    return 0;
}

static int asked[2] = {-1, -1};

static void handle_asked(int number)
{
    (void)number;
    wake_up(asked[1]);
}

int cn_lock(void)
{
    static const int locked[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU};
    static const int user[] = {SIGUSR1};
    CATCH(locked, SIG_IGN, 0);
    if (asked[0] < 0 && pipe2(asked, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    CATCH(user, handle_asked, SA_RESTART);
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
    /* The alarm after these two looks at them. */
    flags &= CN_TERMINATE | CN_LOST;
    sigprocmask(SIG_SETMASK, &before, 0);
    return taken;
}

void cn_stop_here(void)
{
    static const int job[] = {SIGTSTP, SIGCONT};
    CATCH(job, SIG_DFL, 0);
    raise(SIGTSTP);
    CATCH(job, handle, SA_RESTART);
}
