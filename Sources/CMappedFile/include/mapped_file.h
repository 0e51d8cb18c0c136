#ifndef MAPPED_FILE_H
#define MAPPED_FILE_H

#include <stddef.h>

/// Maps the first bytes of an open file for reading. A file that shrinks meanwhile reads as zeros from there on instead of
/// ending the program with SIGBUS. Returns NULL where it cannot be mapped.
const void *_Nullable mapped_file_open(int descriptor, size_t length);
/// Takes SIGBUS again, after something else has taken it since a file was mapped.
void mapped_file_protect(void);
/// Whether bytes of a mapping were asked for that the file no longer had.
int mapped_file_was_cut(const void *_Nonnull address);
/// Lets the system take back pages that were read; they are read again from the file when they are needed.
void mapped_file_release(const void *_Nonnull address, size_t length);
void mapped_file_close(const void *_Nonnull address, size_t length);

#endif
