#ifndef CN_SIGNALS_H
#define CN_SIGNALS_H

/* Catches signals. Called once, before newterm, which then leaves them alone. Returns -1 on failure. */
int cn_catch_signals(void);
int cn_lock_signals(void);
/* Becomes readable after a signal. */
int cn_signal_pipe(void);
/* The bits of enum cn_pending that came since the last call. */
int cn_take_signals(void);
/* Marks the time in which output may block because nobody reads the terminal. */
void cn_begin_output(void);
void cn_end_output(void);
/* Stops the process; returns when it is continued. */
void cn_stop_here(void);

#endif
