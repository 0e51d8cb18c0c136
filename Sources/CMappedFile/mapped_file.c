#define _GNU_SOURCE 1
#include "mapped_file.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/* Read by the signal handler, so a fixed table of lock-free atomics. */
enum { MOST_MAPPINGS = 16 };
static struct {
    atomic_uintptr_t start;
    atomic_size_t length;
    atomic_int was_cut;
} mappings[MOST_MAPPINGS];
static uintptr_t page_size;

static void handle(int number, siginfo_t *info, void *context)
{
    (void)number;
    (void)context;
    uintptr_t address = (uintptr_t)info->si_addr;
    for (int i = 0; i < MOST_MAPPINGS; i++) {
        uintptr_t start = atomic_load(&mappings[i].start);
        if (start == 0 || address < start || address - start >= atomic_load(&mappings[i].length)) continue;
        void *page = (void *)(address & ~(page_size - 1));
        if (mmap(page, page_size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED) break;
        atomic_store(&mappings[i].was_cut, 1);
        return;
    }
    /* Not ours: end as any other crash does, so that whoever cleans up after those does so. */
    raise(SIGABRT);
}

void mapped_file_protect(void)
{
    struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(SIGBUS, &action, NULL);
}

const void *mapped_file_open(int descriptor, size_t length)
{
    int place = -1;
    for (int i = 0; i < MOST_MAPPINGS && place < 0; i++) {
        uintptr_t unused = 0;
        if (atomic_compare_exchange_strong(&mappings[i].start, &unused, UINTPTR_MAX)) place = i;
    }
    if (place < 0) return NULL;
    page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
    mapped_file_protect();
    void *address = mmap(NULL, length, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (address == MAP_FAILED) {
        atomic_store(&mappings[place].start, 0);
        return NULL;
    }
    atomic_store(&mappings[place].was_cut, 0);
    atomic_store(&mappings[place].length, (length + page_size - 1) & ~(page_size - 1));
    atomic_store(&mappings[place].start, (uintptr_t)address);
    madvise(address, length, MADV_SEQUENTIAL);
    return address;
}

int mapped_file_was_cut(const void *address)
{
    for (int i = 0; i < MOST_MAPPINGS; i++)
        if (atomic_load(&mappings[i].start) == (uintptr_t)address) return atomic_load(&mappings[i].was_cut);
    return 0;
}

void mapped_file_release(const void *address, size_t length)
{
    uintptr_t first = ((uintptr_t)address + page_size - 1) & ~(page_size - 1);
    uintptr_t end = ((uintptr_t)address + length) & ~(page_size - 1);
    if (first < end) madvise((void *)first, end - first, MADV_DONTNEED);
}

void mapped_file_close(const void *address, size_t length)
{
    for (int i = 0; i < MOST_MAPPINGS; i++) {
        if (atomic_load(&mappings[i].start) != (uintptr_t)address) continue;
        munmap((void *)address, length);
        atomic_store(&mappings[i].start, 0);
        return;
    }
}
