/* The least that a program with a full screen can do: every cell of the terminal written by ncursesw, a new colour every few words,
   another page for each key. What minsheng takes is said in multiples of what this takes. `q` ends it. */
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <wchar.h>

static const wchar_t words[] = L"城镇新增就业人数低保标准每月元学校床位绿地面积空气质量优良天数";

static void paint(int page)
{
    const int count = (int)(sizeof words / sizeof *words) - 1;
    erase();
    for (int row = 0; row < LINES; row++) {
        for (int column = 0, place = row * 7 + page * 11; column + 2 < COLS; place++) {
            if (place % 6 == 0) attrset(COLOR_PAIR(1 + place / 6 % 4) | (place % 4 == 0 ? A_BOLD : A_NORMAL));
            if (place % 3 == 0) {
                mvprintw(row, column, "%d,%03d ", place % 97, (place * 37 + page) % 1000);
                column = getcurx(stdscr);
                if (getcury(stdscr) != row) break;
            } else {
                mvaddnwstr(row, column, words + place % count, 1);
                column += 2;
            }
        }
    }
    refresh();
}

int main(void)
{
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    curs_set(0);
    start_color();
    use_default_colors();
    for (short pair = 1; pair <= 4; pair++) init_pair(pair, (short)(COLORS >= 256 ? 70 + pair * 30 : pair), -1);
    for (int page = 0, key = 0; key != 'q'; page++, key = getch()) paint(page);
    endwin();
    return 0;
}
