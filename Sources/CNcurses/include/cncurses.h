#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdint.h>

/// ncurses behind plain functions: Swift cannot name its globals, macros and variadics, and need not.

/// What cn_open says.
enum cn_opening { CN_OPENED = 0, CN_NO_TERMINAL = 1, CN_UNKNOWN_TERMINAL = 2, CN_NO_MEMORY = 3 };

/// What cn_wait found, as bits.
enum cn_pending { CN_INPUT = 1, CN_LOST = 2, CN_RESIZED = 4, CN_TERMINATE = 8, CN_STOP = 16, CN_CONTINUED = 32, CN_READY = 64 };

/// Attributes of a cell, as bits.
enum cn_attribute { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8 };

/// The lead cell of a character: its base, colour pair and attributes, and how many marks without width join it.
struct cn_cell {
    uint32_t scalar;
    uint16_t pair;
    uint8_t attributes;
    uint8_t marks;
};

/// At most so many marks join a base.
enum { CN_MOST_MARKS = 4 };

/// What a terminal can do beside what every terminal of ECMA-48 with colours can.
struct cn_abilities {
    /// Erased cells take the background in force (bce).
    uint8_t erases_in_colour;
    /// Knows ECH (ech).
    uint8_t erases_cells;
    /// The last cell can be written without scrolling (am, xenl).
    uint8_t holds_at_margin;
    /// Attributes that it does not show together with colours (ncv), as enum cn_attribute.
    uint8_t without_colour;
    /// Empty where it has none (civis, cnorm).
    char hide_cursor[24], show_cursor[24];
};

/// Whether the open terminal understands cursor movement, erasing, attributes and colours in the form of ECMA-48, by its entry in terminfo;
/// its abilities. Nothing is ever put into such a one, for it has no window: frames are bytes sent to it.
int cn_is_plain(struct cn_abilities *_Nonnull abilities);
/// Chooses the locale of the environment, or a UTF-8 one where that is not UTF-8. Returns 0 where there is none.
int cn_choose_locale(void);
/// Opens the screen on stdin and stdout with this kind of terminal (NULL: of the environment). Returns enum cn_opening.
int cn_open(const char *_Nullable terminal);
/// Makes every refresh write once. Until a first endwin ncurses writes at every move of the cursor, eighty times a frame
/// (_nc_mvcur in its lib_mvcur.c); the first refresh enters the screen again.
void cn_hold_output(void);
/// Restores the terminal. Calling it again does nothing.
void cn_close(void);
/// Makes SIGINT, SIGQUIT, SIGTSTP and those of background jobs do nothing: keys send none in raw mode, and nobody else may stop
/// the program with them. Returns a descriptor that can be read once SIGUSR1 has come; -1 where there is none.
int cn_lock(void);
/// How many colours and pairs the terminal has; 0 where it has none.
int cn_colours(void);
int cn_pairs(void);
/// Defines a colour pair; -1 is the terminal's own colour.
void cn_define_pair(int pair, int foreground, int background);
void cn_size(int *_Nonnull columns, int *_Nonnull rows);
/// Takes over the size that the terminal has now.
void cn_adopt_size(void);
/// Puts lead cells from a place on, which must not be the second half of a wide character. The marks of all of them follow each other.
void cn_put(int row, int column, const struct cn_cell *_Nonnull cells, int count, const uint32_t *_Nullable marks);
/// Shows all that was put; the cursor at a place, or hidden where row is negative.
void cn_refresh(int row, int column);
/// Forgets what is on the screen, so that the next refresh sends all of it.
void cn_forget(void);
/// Forgets what is on one row.
void cn_forget_row(int row);
/// Whether the terminal claims a mouse.
int cn_has_mouse(void);
/// Asks the terminal to report presses and the wheel, until the screen is closed.
void cn_listen_to_mouse(void);
/// Sends bytes past curses: questions to the terminal, and what is for its clipboard.
void cn_send(const uint8_t *_Nonnull bytes, int count);
/// Lets cn_wait also return, with CN_READY, while something can be read from a descriptor. Returns 0 where there are too many.
int cn_also_wait(int descriptor);
/// Ends that. Nothing happens for a descriptor that is not waited for.
void cn_wait_no_more(int descriptor);
/// Whether the last cn_wait found something to read from a descriptor.
int cn_is_ready(int descriptor);
/// Waits for input or a signal at most so many milliseconds (-1: for ever). Returns bits of enum cn_pending.
int cn_wait(int milliseconds);
/// Reads at most so many bytes of input after cn_wait has found some. Returns how many; -1 where the terminal has gone.
int cn_read(uint8_t *_Nonnull bytes, int room);
/// Stops the program as the shell's Ctrl-Z does, the terminal restored; returns when it is continued.
void cn_suspend(void);
/// Draws everything anew in the terminal's present size, after the program was stopped and continued from outside.
void cn_take_over(void);

#endif
