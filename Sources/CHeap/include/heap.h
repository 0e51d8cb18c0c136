#ifndef HEAP_H
#define HEAP_H

/// Gives memory that was freed back to the system, where the C library has a way to: the heap of glibc keeps what lies between
/// pieces in use for ever otherwise.
void heap_give_back(void);

#endif
