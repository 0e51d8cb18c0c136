#ifndef CN_SIGNALS_H
#define CN_SIGNALS_H

/* Signals as bits of enum cn_pending: handlers only set a flag and write a byte that wakes poll(2). */
int cn_catch_signals(void);
int cn_signal_pipe(void);
int cn_take_signals(void);
/* Signals that a person at the terminal could send do nothing from now on; returns a descriptor to read where SIGUSR1 came, or -1. */
int cn_lock_signals(void);
/* Stops the process with SIGTSTP's own action and comes back when it is continued. */
void cn_stop_here(void);

#endif
