#include "workbook.h"

#include <stdlib.h>
#include <zlib.h>

struct gzip_reader {
    z_stream stream;
    const unsigned char *bytes;
    size_t count;
    size_t offset;
    int is_ended;
};

/* Windows of any size, with the header of gzip. */
enum { GZIP_WINDOW = 15 + 16 };

gzip_reader *gzip_reader_open(const void *bytes, size_t count)
{
    gzip_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->bytes = bytes;
    reader->count = count;
    if (inflateInit2(&reader->stream, GZIP_WINDOW) == Z_OK) return reader;
    free(reader);
    return NULL;
}

void gzip_reader_close(gzip_reader *reader)
{
    inflateEnd(&reader->stream);
    free(reader);
}

long gzip_reader_read(gzip_reader *reader, void *buffer, size_t capacity)
{
    z_stream *stream = &reader->stream;
    unsigned room = capacity > 1 << 20 ? 1 << 20 : (unsigned)capacity;
    stream->next_out = buffer;
    stream->avail_out = room;
    while (!reader->is_ended && stream->avail_out > 0) {
        if (stream->avail_in == 0) {
            size_t left = reader->count - reader->offset;
            if (left == 0) return -1;
            stream->avail_in = left > 1 << 20 ? 1 << 20 : (unsigned)left;
            stream->next_in = (Bytef *)(reader->bytes + reader->offset);
            reader->offset += stream->avail_in;
        }
        int state = inflate(stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END) {
            size_t next = reader->offset - stream->avail_in;
            /* Another part begins with the mark of gzip; anything else behind the end is padding. */
            if (reader->count - next > 2 && reader->bytes[next] == 0x1F && reader->bytes[next + 1] == 0x8B) {
                if (inflateReset(stream) != Z_OK) return -1;
            } else {
                reader->is_ended = 1;
            }
        } else if (state != Z_OK && state != Z_BUF_ERROR) {
            return -1;
        }
    }
    return (long)(room - stream->avail_out);
}
