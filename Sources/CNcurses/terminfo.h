#ifndef CN_TERMINFO_H
#define CN_TERMINFO_H

/* Whether the data base knows a kind of terminal; newterm would say so only after it has written to stderr. */
int cn_is_known_terminal(const char *kind);

#endif
