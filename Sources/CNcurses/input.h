#ifndef CN_INPUT_H
#define CN_INPUT_H

#include <stdio.h>

/* Standard input, or the controlling terminal where that is none; NULL where there is no terminal. */
FILE *cn_open_input(void);

#endif
