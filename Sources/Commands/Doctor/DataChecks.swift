import Databases
import Indicators
import Tables

/// The data set in force, and whether the clock can be right by it.
struct DataChecks {
    /// `--data` as it was given.
    let option: String?
    /// `MINSHENG_DATA`.
    let variable: String?
    let reading: Result<(name: String, reading: CatalogueReading), Refusal>
    /// The day and the time by the clock here; nil where the clock cannot be read.
    let now: String?
    let zone: String?
    /// What is in force in the data base; nil where the data are files, or it does not answer.
    let database: DatabaseFacts?

    static func ask(_ option: String?, _ environment: EnvironmentValues) -> DataChecks {
        let choice = DataChoice(option: option)
        return DataChecks(
            option: option, variable: environment["MINSHENG_DATA"],
            reading: choice.location().map {
                ($0.displayName, DataReader.read($0, now: WallClock.now))
            },
            now: LocalTime(WallClock.now)?.text, zone: environment["TZ"],
            database: choice.database.flatMap { try? DatabaseFacts($0) })
    }

    private var catalogue: Catalogue? { try? reading.get().reading.catalogue }

    var findings: [Finding] {
        guard case .success(let (name, reading)) = reading else { return [set] + [clock] }
        return [set] + source + [rows(reading), problems(reading, name)]
            + (reading.catalogue.map { [periods($0)] } ?? []) + [clock]
    }

    private var set: Finding {
        let origin: LocalizedText =
            option != nil
            ? .same("--data") : variable != nil ? .same("MINSHENG_DATA") : .say("内置", "part of the program")
        switch reading {
        case .failure(let refusal):
            return Finding(.say("数据", "Data"), .say("打不开", "cannot be opened"), from: origin, mend: refusal.message)
        case .success(let (name, reading)):
            let package = reading.catalogue?.package
            let title = package?.title ?? .nothing
            let fictional: LocalizedText =
                package?.isFictional == true ? .say("，虚构示例数据", ", fictional example data") : .nothing
            return Finding(
                .say("数据", "Data"), .say("\(name) \(title.zh)\(fictional.zh)", "\(name) \(title.en)\(fictional.en)"),
                from: origin)
        }
    }

    /// How new versions become known.
    private var source: [Finding] {
        guard let database else { return [] }
        return [
            Finding(
                .say("数据库", "Data base"),
                .say(
                    "第 \(database.version) 版；\(database.way.zh)",
                    "version \(database.version); \(database.way.en)"), from: .same("PostgreSQL \(database.server)"))
        ]
    }

    private func rows(_ reading: CatalogueReading) -> Finding {
        let rows = reading.files.map { "\($0.path) \($0.rows)" }
        return Finding(
            .say("行数", "Rows"), .say(rows.joined(separator: "、"), rows.joined(separator: ", ")),
            from: .say("各表", "the tables"))
    }

    private func problems(_ reading: CatalogueReading, _ name: String) -> Finding {
        let errors = reading.problems.count { $0.severity == .error }, warnings = reading.problems.count - errors
        return Finding(
            .say("数据问题", "Problems"),
            .say("\(errors) 个，另有 \(warnings) 个提醒", "\(errors), and \(EnglishCount.text(warnings, "warning"))"),
            from: .same("minsheng check"),
            mend: errors == 0
                ? nil
                : .say(
                    "数据有误，看板不打开；minsheng check \(name) 逐条列出",
                    "the console does not open them; minsheng check \(name) lists all"))
    }

    private func periods(_ catalogue: Catalogue) -> Finding {
        let newest = catalogue.newestPeriod, oldest = catalogue.oldestPeriod
        guard let newest, let oldest else {
            return Finding(.say("最新数据期", "Newest period"), .say("没有写明时期的数据", "no figure has a period"), from: .nothing)
        }
        return Finding(
            .say("最新数据期", "Newest period"),
            .say("\(newest.text)，止于 \(newest.end.text)", "\(newest.text), up to \(newest.end.text)"),
            from: .say("最早 \(oldest.text)", "the oldest is \(oldest.text)"))
    }

    private var clock: Finding {
        let title = LocalizedText.say("时钟", "Clock")
        let origin: LocalizedText =
            zone.map { .say("系统时钟，TZ=\($0)", "the system clock, TZ=\($0)") } ?? .say("系统时钟", "the system clock")
        let setIt = LocalizedText.say(
            "校准系统时钟（timedatectl），否则解禁时间与“截至今天”都会错", "set the system clock (timedatectl); embargoes go by it")
        guard let now else { return Finding(title, .say("读不到", "cannot be read"), from: origin, mend: setIt) }
        let today = Period(sdmx: String(now.prefix(10)))
        if let today, let catalogue, let begun = Self.newestReported(catalogue, after: today) {
            return Finding(
                title,
                .say("\(now)，早于数据里已报的 \(begun.text)", "\(now), before \(begun.text), for which figures are reported"),
                from: origin,
                mend: setIt)
        }
        return Finding(title, .same(now), from: origin)
    }

    /// A period that begins after a day and yet has figures that are no forecasts.
    private static func newestReported(_ catalogue: Catalogue, after day: Period) -> Period? {
        guard let newest = catalogue.newestPeriod, day.start < newest.end else { return nil }
        return (0..<catalogue.observations.count).lazy.map { catalogue.observations[$0] }
            .first {
                day.start < $0.period.start && $0.period.kind != .none && $0.status != .forecast && $0.value != nil
            }?.period
    }
}
