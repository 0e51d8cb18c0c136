#ifndef WORKBOOK_H
#define WORKBOOK_H

#include <expat.h>
#include <stddef.h>
#include <stdint.h>

/// A zip archive in memory. The bytes must stay until it is closed.
typedef struct zip_reader zip_reader;

/// One file of an archive, as its directory lists it.
typedef struct {
    uint64_t directory_offset;
    uint64_t number;
    uint64_t compressed;
    uint64_t size;
    int is_encrypted;
} zip_entry;

/// Returns NULL where the bytes have no directory of an archive, or there is no memory.
zip_reader *_Nullable zip_reader_open(const void *_Nonnull bytes, size_t count);
void zip_reader_close(zip_reader *_Nonnull reader);
/// The next file of the directory, beginning with the first; its name is cut where it is longer than the buffer. Returns 1, 0 behind
/// the last one, or -1 where the directory is damaged.
int zip_reader_next(zip_reader *_Nonnull reader, zip_entry *_Nonnull entry, char *_Nonnull name, size_t capacity);
/// Begins to read a file. Returns whether that is possible.
int zip_reader_begin(zip_reader *_Nonnull reader, const zip_entry *_Nonnull entry);
/// Reads on. Returns the number of bytes, 0 at the end, or -1 where they are damaged.
long zip_reader_read(zip_reader *_Nonnull reader, void *_Nonnull buffer, size_t capacity);
/// Ends the reading. Returns whether the checksum agrees, where the file was read to its end.
int zip_reader_end(zip_reader *_Nonnull reader);

/// A compressed file (gzip) in memory; several parts behind one another are read as one.
typedef struct gzip_reader gzip_reader;

/// Returns NULL where there is no memory. The bytes must stay until it is closed.
gzip_reader *_Nullable gzip_reader_open(const void *_Nonnull bytes, size_t count);
void gzip_reader_close(gzip_reader *_Nonnull reader);
/// Reads on. Returns the number of bytes, 0 at the end, or -1 where they are damaged or cut short.
long gzip_reader_read(gzip_reader *_Nonnull reader, void *_Nonnull buffer, size_t capacity);

#endif
