import Indicators
import Kiosk
import Tables

/// The data of a kiosk: read again when they have changed, and shown only where nothing speaks against them.
@MainActor
final class KioskData {
    /// How the data are.
    enum Condition: Hashable {
        /// What is newest is shown: its version.
        case well(String)
        /// The newest were refused for this reason; older ones are shown, or none.
        case refused(LocalizedText, hasOlder: Bool)
        /// Where they come from does not answer.
        case silent(LocalizedText, hasOlder: Bool)
    }

    private let live: LiveData
    private(set) var condition: Condition
    /// What is shown; nil while there are no good data.
    private(set) var shown: Catalogue?
    /// The number of the publication that is shown; nil where the data are none.
    private(set) var generation: String?
    /// The last day of the newest period with a figure that is no forecast.
    private(set) var dataEnd: CalendarDay?

    /// A folder that is being replaced while it is read is read again, at most so often.
    private static let mostReadings = 3

    /// Reads for the first time. Data that can change may be bad now: the kiosk waits for better ones.
    ///
    /// - Returns: what to say where there never will be any.
    static func open(_ live: LiveData) -> Result<KioskData, Refusal> {
        let location = live.location()
        let data: KioskData
        switch location {
        case .success(let location): data = KioskData(live, DataReader.read(location, now: WallClock.now))
        case .failure(let refusal) where live.watch != nil: data = KioskData(live, refusal.message)
        case .failure(let refusal): return .failure(refusal)
        }
        guard data.shown == nil, live.watch == nil, case .refused(let text, _) = data.condition else {
            return .success(data)
        }
        return .failure(Refusal(.cannotGoOn, text))
    }

    private init(_ live: LiveData, _ reading: CatalogueReading) {
        self.live = live
        condition = .well("")
        _ = take(reading)
    }

    private init(_ live: LiveData, _ text: LocalizedText) {
        self.live = live
        condition = .silent(text, hasOlder: false)
    }

    var watch: (any DataWatch)? { live.watch }

    /// The version that is shown, or the period where the data state no version.
    var version: String { shown.map { $0.package.version.isEmpty ? $0.package.period.zh : $0.package.version } ?? "" }

    /// - Returns: what the kiosk is to do about it; nil for nothing.
    func readAnew() -> KioskAction? {
        guard live.watch != nil else { return nil }
        var outcome = live.read()
        // What a feed has read is taken piece by piece: new data first, then what failed beside them.
        let isFeed = live.watch is any DataFeed
        for _ in 1..<Self.mostReadings where !isFeed && live.watch?.differs() == true { outcome = live.read() }
        switch outcome {
        case .reading(let reading): return take(reading)
        case .notice(let notice):
            condition = .refused(notice, hasOlder: shown != nil)
            return .dataRefused
        case .nothing, .formerVersions: return nil
        }
    }

    private static func end(of catalogue: Catalogue) -> CalendarDay? {
        let table = catalogue.observations
        let reported = (0..<table.count).lazy.filter {
            table.status($0) != .forecast && table.plainValue(ofRow: $0) != nil
        }
        return Set(reported.map { table.period(ofRow: $0) }).filter { $0.kind != .none }.map(\.end).max()
    }

    private func take(_ reading: CatalogueReading) -> KioskAction {
        let hasOlder = shown != nil
        guard let catalogue = reading.catalogue else {
            let errors = reading.problems.filter { $0.severity == .error }
            if let fault = errors.first(where: \.isOfSource) {
                condition = .silent(fault.message, hasOlder: hasOlder)
                return .sourceSilent
            }
            let first = errors.first.map { ($0.location, $0.message) } ?? ("", LocalizedText(zh: "", en: ""))
            condition = .refused(
                LocalizedText(
                    zh: "\(errors.count) 处问题；第一处 \(first.0) \(first.1.zh)",
                    en: "\(EnglishCount.text(errors.count, "problem")); the first is \(first.0) \(first.1.en)"),
                hasOlder: hasOlder)
            return .dataRefused
        }
        if let objection = KioskObjection.against(catalogue, inPlaceOf: shown) {
            condition = .refused(objection.text, hasOlder: hasOlder)
            return .dataRefused
        }
        shown = catalogue
        generation = live.generation
        dataEnd = Self.end(of: catalogue)
        condition = .well(version)
        return .data(catalogue)
    }
}

extension KioskData.Condition {
    /// For the log and for the service manager.
    var text: LocalizedText {
        switch self {
        case .well(let version): LocalizedText(zh: "数据正常 \(version)", en: "the data are well")
        case .refused(let why, true):
            LocalizedText(zh: "数据未通过检查，仍显示旧数据：\(why.zh)", en: "the data did not pass, the old ones stay: \(why.en)")
        case .refused(let why, false):
            LocalizedText(
                zh: "没有可用的数据，本屏暂停服务：\(why.zh)", en: "no good data, the screen is out of service: \(why.en)")
        case .silent(let why, true):
            LocalizedText(zh: "收不到新数据，仍显示旧数据：\(why.zh)", en: "no answer, the old data stay: \(why.en)")
        case .silent(let why, false):
            LocalizedText(
                zh: "收不到数据，本屏暂停服务：\(why.zh)", en: "no data come, the screen is out of service: \(why.en)")
        }
    }
}
