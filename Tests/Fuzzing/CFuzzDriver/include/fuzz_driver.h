#ifndef FUZZ_DRIVER_H
#define FUZZ_DRIVER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own loop (llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library"). SwiftPM gives `main` another name, so that
/// the one in libFuzzer is not found; each product therefore begins here.
int LLVMFuzzerRunDriver(int *_Nonnull argc, char *_Nullable *_Nonnull *_Nonnull argv, int (*_Nonnull one_input)(const uint8_t *_Nonnull data, size_t size));

#endif
