import Console
import Glibc
import Indicators
import Reports
import Tables

/// Writes the current screen for printing: a text file and an HTML file in the folder that the program was started in.
///
/// Each file appears whole or not at all and never takes the place of another; either both appear or none. Not for a
/// kiosk, which leaves nothing of a visitor behind.
enum PaperFile {
    /// - Returns: the names of the files, or why there are none.
    static func write(_ state: DashboardState) -> Result<[String], PaperRefusal> {
        guard let time = LocalTime(WallClock.now) else { return .failure(.noTime) }
        let page = state.paperPage(date: time.text)
        let name = "minsheng-\(page.code)-\(time.stamp)", text = PaperText.write(page), html = PaperHTML.write(page)
        return state.catalogue.lacksFigures ? .failure(.stillReading) : write(name, text: text, html: html)
    }

    /// - Parameter stamp: what tells this page from another of the same screen, in digits and hyphens.
    static func write(_ page: PaperPage, stamp: String) -> Result<[String], PaperRefusal> {
        write("minsheng-\(page.code)-\(stamp)", text: PaperText.write(page), html: PaperHTML.write(page))
    }

    /// Writes the briefing on one page, of the area that is shown.
    static func writeBriefing(_ state: DashboardState) -> Result<[String], PaperRefusal> {
        guard let time = LocalTime(WallClock.now) else { return .failure(.noTime) }
        let page = OnePage(
            state.catalogue, area: state.session.area, since: state.changeSinceVersion, printed: time.text,
            state.settings.wording)
        let text = page.text, html = page.html
        if state.catalogue.lacksFigures { return .failure(.stillReading) }
        return write("minsheng-briefing-\(time.stamp)", text: text, html: html)
    }

    private static func write(_ name: String, text: String, html: String) -> Result<[String], PaperRefusal> {
        let files = [(name + ".txt", text), (name + ".html", html)]
        var written: [String] = []
        for (name, text) in files {
            do {
                try create(name, text)
            } catch {
                for name in written { unlink(name) }
                return .failure(PaperRefusal(error.number))
            }
            written.append(name)
        }
        return .success(written)
    }

    /// Writes under another name first, so that nobody finds half a page under this one.
    private static func create(_ name: String, _ text: String) throws(SystemFault) {
        let draft = "\(name)-\(getpid())"
        let descriptor = open(draft, newFile, mode)
        guard descriptor >= 0 else { throw SystemFault(errno) }
        defer { close(descriptor) }
        do throws(SystemFault) {
            try Files.write(text, to: descriptor)
            guard fsync(descriptor) == 0 else { throw SystemFault(errno) }
            try place(draft, name)
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// Gives a draft its name unless that is taken. A stick formatted for cameras has no links: there the name is taken
    /// first, by an empty file of our own, and the draft put in its place.
    private static func place(_ draft: String, _ name: String) throws(SystemFault) {
        if link(draft, name) == 0 {
            unlink(draft)
            return
        }
        guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw SystemFault(errno) }
        let descriptor = open(name, newFile, mode)
        guard descriptor >= 0 else { throw SystemFault(errno) }
        close(descriptor)
        guard rename(draft, name) == 0 else {
            let fault = SystemFault(errno)
            unlink(name)
            throw fault
        }
    }

    /// Only a file that was not there, and never what a link points to.
    private static let newFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    private static let mode: mode_t = 0o644
}

/// Why nothing was written.
struct PaperRefusal: Error {
    let message: LocalizedText

    static let noTime = PaperRefusal("不知道现在的时间", "the time is not known")
    static let stillReading = PaperRefusal("还要从数据库读取一些数据，请再按一次", "some figures have to be read first; press again")

    /// - Parameter fault: an error number of the system.
    init(_ fault: Int32) {
        switch fault {
        case EACCES, EPERM: self.init("当前文件夹没有写入权限", "no permission to write to this folder")
        case EROFS: self.init("当前文件夹只读", "this folder is read-only")
        case ENOSPC, EDQUOT: self.init("磁盘已满", "the disk is full")
        case EEXIST: self.init("同名文件已有，请过一秒再试", "a file of that name is there; try again in a second")
        case ENOENT: self.init("当前文件夹已不存在", "this folder is no longer there")
        default: self.init("写入出错（\(fault)）", "writing failed (error \(fault))")
        }
    }

    private init(_ zh: String, _ en: String) {
        message = LocalizedText(zh: "没有写成：" + zh, en: "Not written: " + en)
    }
}

/// A moment by the clock on the wall here.
struct LocalTime {
    /// `2022-12-31 09:05`.
    let text: String
    /// `20221231-090507`.
    let stamp: String
    /// `2022-12-31`.
    let day: String
    /// The same as a day of the calendar.
    let calendarDay: CalendarDay
    /// `2022-12-31T09:05:07+08:00` (RFC 3339).
    let zoned: String

    /// The present moment.
    ///
    /// - Throws: `ExitStatusError` where the system does not know it, after that has been said.
    static func known() throws -> LocalTime {
        guard let time = LocalTime(WallClock.now) else {
            throw ExitStatusError(status: Refusal(.cannotGoOn, "不知道现在的时间。", "the time is not known.").report())
        }
        return time
    }

    /// nil where the moment has no date.
    init?(_ instant: Instant) {
        var seconds = time_t(instant.seconds), parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return nil }
        func digits(_ number: Int32, _ count: Int = 2) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        let year = digits(parts.tm_year + 1_900, 4), month = digits(parts.tm_mon + 1), day = digits(parts.tm_mday)
        let hour = digits(parts.tm_hour), minute = digits(parts.tm_min)
        guard
            let calendarDay = CalendarDay(
                checkedYear: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        else { return nil }
        self.calendarDay = calendarDay
        text = "\(year)-\(month)-\(day) \(hour):\(minute)"
        stamp = "\(year)\(month)\(day)-\(hour)\(minute)\(digits(parts.tm_sec))"
        self.day = "\(year)-\(month)-\(day)"
        let offset = parts.tm_gmtoff / 60
        zoned =
            "\(self.day)T\(hour):\(minute):\(digits(parts.tm_sec))"
            + (offset < 0 ? "-" : "+") + digits(Int32(abs(offset) / 60)) + ":" + digits(Int32(abs(offset) % 60))
    }
}
