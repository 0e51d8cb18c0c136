#include "workbook.h"

#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>

struct zip_reader {
    const unsigned char *bytes;
    size_t count;
    size_t offset;
    unzFile file;
    int is_started;
};

/* minizip reads through these functions, from memory instead of a file. */
static voidpf open_memory(voidpf opaque, const void *name, int mode)
{
    (void)name;
    return (mode & ZLIB_FILEFUNC_MODE_WRITE) ? NULL : opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size)
{
    (void)stream;
    zip_reader *reader = opaque;
    size_t left = reader->count - reader->offset;
    size_t taken = size < left ? size : left;
    memcpy(buffer, reader->bytes + reader->offset, taken);
    reader->offset += taken;
    return taken;
}

static uLong write_memory(voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
    (void)opaque;
    (void)stream;
    (void)buffer;
    (void)size;
    return 0;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream)
{
    (void)stream;
    return ((zip_reader *)opaque)->offset;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    (void)stream;
    zip_reader *reader = opaque;
    size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR ? reader->offset : origin == ZLIB_FILEFUNC_SEEK_END ? reader->count : 0;
    if (origin == ZLIB_FILEFUNC_SEEK_END && offset == 0) {
        reader->offset = reader->count;
        return 0;
    }
    if (offset > reader->count - base) return -1;
    reader->offset = base + (size_t)offset;
    return 0;
}

static int close_memory(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static int no_error(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

zip_reader *zip_reader_open(const void *bytes, size_t count)
{
    zip_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->bytes = bytes;
    reader->count = count;
    zlib_filefunc64_def functions = {
        .zopen64_file = open_memory,
        .zread_file = read_memory,
        .zwrite_file = write_memory,
        .ztell64_file = tell_memory,
        .zseek64_file = seek_memory,
        .zclose_file = close_memory,
        .zerror_file = no_error,
        .opaque = reader,
    };
    reader->file = unzOpen2_64("", &functions);
    if (reader->file) return reader;
    free(reader);
    return NULL;
}

void zip_reader_close(zip_reader *reader)
{
    unzClose(reader->file);
    free(reader);
}

int zip_reader_next(zip_reader *reader, zip_entry *entry, char *name, size_t capacity)
{
    int state = reader->is_started ? unzGoToNextFile(reader->file) : unzGoToFirstFile(reader->file);
    reader->is_started = 1;
    if (state == UNZ_END_OF_LIST_OF_FILE) return 0;
    unz_file_info64 info;
    unz64_file_pos position;
    name[0] = 0;
    if (state != UNZ_OK || unzGetCurrentFileInfo64(reader->file, &info, name, capacity - 1, NULL, 0, NULL, 0) != UNZ_OK ||
        unzGetFilePos64(reader->file, &position) != UNZ_OK)
        return -1;
    name[info.size_filename < capacity - 1 ? info.size_filename : capacity - 1] = 0;
    *entry = (zip_entry){
        .directory_offset = position.pos_in_zip_directory,
        .number = position.num_of_file,
        .compressed = info.compressed_size,
        .size = info.uncompressed_size,
        .is_encrypted = (info.flag & 1) != 0,
    };
    return 1;
}

int zip_reader_begin(zip_reader *reader, const zip_entry *entry)
{
    unz64_file_pos position = {.pos_in_zip_directory = entry->directory_offset, .num_of_file = entry->number};
    return unzGoToFilePos64(reader->file, &position) == UNZ_OK && unzOpenCurrentFile(reader->file) == UNZ_OK;
}

long zip_reader_read(zip_reader *reader, void *buffer, size_t capacity)
{
    int count = unzReadCurrentFile(reader->file, buffer, capacity > 1 << 20 ? 1 << 20 : (unsigned)capacity);
    return count < 0 ? -1 : count;
}

int zip_reader_end(zip_reader *reader) { return unzCloseCurrentFile(reader->file) == UNZ_OK; }
