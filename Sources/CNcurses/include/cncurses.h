#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdint.h>

/// ncurses behind plain functions: Swift cannot import its globals, macros and variadic functions.

/// Results of cn_open.
enum cn_opening { CN_OPENED = 0, CN_NO_TERMINAL = 1, CN_UNKNOWN_TERMINAL = 2, CN_NO_MEMORY = 3 };

/// Results of cn_wait, as bits.
enum cn_pending { CN_INPUT = 1, CN_LOST = 2, CN_RESIZED = 4, CN_TERMINATE = 8, CN_STOP = 16, CN_CONTINUED = 32, CN_READY = 64 };

/// Attributes of a cell, as bits.
enum cn_attribute { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8 };

/// The lead cell of a character: its base, colour pair and attributes, and the number of combining marks.
struct cn_cell {
    uint32_t scalar;
    uint16_t pair;
    uint8_t attributes;
    uint8_t marks;
};

/// The most combining marks of one cell (CCHARW_MAX less the base).
enum { CN_MOST_MARKS = 4 };

/// The most descriptors that cn_wait watches.
enum { CN_MOST_WATCHED = 4 };

/// What the terminfo entry of a kind of terminal says.
struct cn_description {
    /// 0 where the terminal has no colours.
    int colours;
    int pairs;
    /// Whether a colour is an RGB value and not an index of a palette (terminfo extension RGB, user_caps(5)).
    int is_direct;
    /// Whether presses of a mouse are reported.
    int claims_mouse;
};

/// Chooses the locale of the environment, or a UTF-8 one where that is not UTF-8. Returns 0 where there is none.
int cn_choose_locale(void);
/// Reads the terminfo entry of a kind of terminal without opening a screen. Returns 0 where it is unknown.
int cn_describe(const char *_Nonnull kind, struct cn_description *_Nonnull description);
/// Opens the screen on stdin and stdout with this kind of terminal (NULL: TERM) and describes it. Returns enum cn_opening.
int cn_open(const char *_Nullable kind, struct cn_description *_Nonnull description);
/// Restores the terminal. Calling it again does nothing.
void cn_close(void);
/// Ignores SIGINT, SIGQUIT, SIGTSTP, SIGTTIN and SIGTTOU, so that nobody can stop or end the program with them. Returns a descriptor
/// that becomes readable after SIGUSR1; -1 where there is none.
int cn_lock(void);
/// Defines a colour pair; -1 is the terminal's own colour.
void cn_define_pair(int pair, int foreground, int background);
void cn_size(int *_Nonnull columns, int *_Nonnull rows);
/// Adopts the present size of the terminal.
void cn_adopt_size(void);
/// Writes lead cells into a row from a column on. The marks of all cells follow each other.
void cn_put_row(int row, int column, const struct cn_cell *_Nonnull cells, int count, const uint32_t *_Nullable marks);
/// Shows what was written; the cursor at a position, or hidden where row is negative.
void cn_refresh(int row, int column);
/// Makes the next refresh clear the screen and draw all of it.
void cn_redraw(void);
/// Sends `on` now and whenever the screen is entered again, `off` whenever it is left. Strings of at most 63 bytes.
void cn_set_modes(const char *_Nonnull on, const char *_Nonnull off);
/// Sends bytes to the terminal directly, after what ncurses has sent.
void cn_send(const uint8_t *_Nonnull bytes, int count);
/// Waits for input, a signal or a readable descriptor at most so many milliseconds (-1: without limit). Notes which of the watched
/// descriptors, at most CN_MOST_WATCHED, are ready. Returns bits of enum cn_pending.
int cn_wait(int milliseconds, const int *_Nullable watched, uint8_t *_Nullable ready, int count);
/// Reads at most so many bytes of input after cn_wait has found some. Returns the count; -1 where the terminal has gone.
int cn_read(uint8_t *_Nonnull bytes, int room);
/// Restores the terminal and stops the program as the shell's Ctrl-Z does; returns when it is continued.
void cn_suspend(void);
/// Enters the screen again in its present size, after the program was stopped and continued from outside.
void cn_resume(void);

#endif
