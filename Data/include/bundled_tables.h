#ifndef BUNDLED_TABLES_H
#define BUNDLED_TABLES_H

#include <stddef.h>

/// One file of a data set that is part of the program, its bytes read in place.
struct bundled_file {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t length;
};

/// A data set that is part of the program: the name after `@` and its files.
struct bundled_package {
    const char *_Nonnull name;
    const struct bundled_file *_Nonnull files;
    size_t file_count;
};

/// All bundled data sets, the default one first. `count` receives how many there are.
const struct bundled_package *_Nonnull bundled_packages(size_t *_Nonnull count);

#endif
