import Glibc
import Indicators
import Kiosk

/// The machine that a kiosk runs on: its clocks, the data folder, the service manager, the operator.
@MainActor
final class KioskMachine: KioskHost {
    private let clock: any KioskClock
    private let data: LiveData
    private let manager = ServiceManager()
    private let number: OperatorNumber?
    private let log = OperatorLog()
    /// Can be read once SIGUSR1 has come.
    private let asked: Int32?
    private var nextSign: KioskInstant?
    private var day: CalendarDay?
    private var isRefusing = false

    /// A folder that is being replaced while it is read is read again, at most so often.
    private static let mostReadings = 3

    init(clock: any KioskClock, data: LiveData, number: OperatorNumber?, asked: Int32?) {
        self.clock = clock
        self.data = data
        self.number = number
        self.asked = asked
        day = clock.face.face?.day
    }

    var now: KioskInstant { clock.now }
    var wallClock: (face: ClockFace?, changesIn: Int) { clock.face }

    var nextCall: KioskInstant? {
        let look = data.watch?.milliseconds(now: now.milliseconds).map { now + $0 }
        return [nextSign, look].compactMap { $0 }.min()
    }

    /// What the terminal is to wait for as well.
    var descriptors: [Int32] { [asked, data.watch?.descriptor].compactMap { $0 } }

    func hasStarted() {
        manager.send("READY=1")
        if let interval = manager.interval { nextSign = now + interval }
    }

    func turn(ready descriptors: [Int32]) -> [KioskAction] {
        if let sign = nextSign, let interval = manager.interval, now >= sign {
            manager.send("WATCHDOG=1")
            nextSign = now + interval
        }
        var mustRead = data.watch?.hasChanged(now: now.milliseconds) ?? false
        if let asked, descriptors.contains(asked) {
            var bytes = [UInt8](repeating: 0, count: 64)
            while read(asked, &bytes, bytes.count) > 0 {}
            mustRead = true
        }
        // With a new day figures come out of their embargo.
        let today = clock.face.face?.day
        if today != day {
            day = today
            mustRead = true
        }
        return mustRead ? readAnew() : []
    }

    private func readAnew() -> [KioskAction] {
        guard data.watch != nil else { return [] }
        var outcome = data.read()
        // What a feed has read is taken piece by piece: new data first, then what failed beside them.
        let isFeed = data.watch is any DataFeed
        for _ in 1..<Self.mostReadings where !isFeed && data.watch?.differs() == true { outcome = data.read() }
        switch outcome {
        case .reading(let reading):
            if let catalogue = reading.catalogue {
                if isRefusing { log.say(LocalizedText(zh: "数据恢复正常", en: "the data are well again"), at: now) }
                isRefusing = false
                return [.data(catalogue)]
            }
            let errors = reading.problems.filter { $0.severity == .error }
            if let fault = errors.first(where: \.isOfSource) {
                _ = refuse(fault.message)
                return [.sourceSilent]
            }
            let first = errors.first.map { ($0.location, $0.message) } ?? ("", LocalizedText(zh: "", en: ""))
            return refuse(
                LocalizedText(
                    zh: "数据未通过检查，\(errors.count) 处问题，仍显示旧数据；第一处 \(first.0) \(first.1.zh)",
                    en:
                        "the data did not pass, \(errors.count) problems, the old ones stay; the first is "
                        + "\(first.0) \(first.1.en)"
                ))
        case .notice(let notice): return refuse(notice)
        case .nothing, .formerVersions: return []
        }
    }

    private func refuse(_ text: LocalizedText) -> [KioskAction] {
        isRefusing = true
        log.say(text, at: now)
        return [.dataRefused]
    }

    func isOperatorsNumber(_ typed: String) -> Bool {
        if number?.isRight(typed) == true { return true }
        log.say(LocalizedText(zh: "操作员口令不对", en: "a wrong operator's number"), at: now)
        return false
    }

    /// Says how it ended.
    func end(_ ending: KioskLoop.Ending) {
        manager.send("STOPPING=1")
        switch ending {
        case .operatorLeft: log.say(LocalizedText(zh: "操作员退出", en: "the operator has left"), at: now)
        case .terminated: log.say(LocalizedText(zh: "收到 SIGTERM，退出", en: "ended by SIGTERM"), at: now)
        case .lost: log.say(LocalizedText(zh: "终端没有了，退出", en: "the terminal has gone"), at: now)
        }
    }
}
