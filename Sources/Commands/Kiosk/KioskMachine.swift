import Glibc
import Indicators
import Kiosk
import Tables

/// The machine that a kiosk runs on: its clocks, the data folder, the service manager, the operator.
@MainActor
final class KioskMachine: KioskHost {
    private let clock: any KioskClock
    private let manager = ServiceManager()
    private let number: OperatorNumber?
    private let log = OperatorLog()
    private let data: KioskData
    private let speaker: Speaker?
    /// Whether a fault of the voice is to be told to the visitor.
    private var isVoiceLost = false
    private let statusFile: StatusFile?
    private let codes: CodeMaker?
    private let survey: SurveyDesk?
    private let started: KioskInstant
    private var lastTouch: CalendarDay?
    private var told: StatusReport?
    private var isStatusFileBad = false
    /// Can be read once SIGUSR1 has come.
    private let asked: Int32?
    private var nextSign: KioskInstant?
    private var day: CalendarDay?
    /// What was last said of the data, in the log and to the service manager.
    private var said: KioskData.Condition?

    init(
        clock: any KioskClock, data: KioskData, number: OperatorNumber?, asked: Int32?, speaker: Speaker? = nil,
        statusFile: StatusFile? = nil, codes: CodeMaker? = nil, survey: SurveyDesk? = nil
    ) {
        self.clock = clock
        self.data = data
        self.number = number
        self.asked = asked
        self.speaker = speaker
        self.statusFile = statusFile
        self.codes = codes
        self.survey = survey
        started = clock.now
        day = clock.face.face?.day
    }

    var now: KioskInstant { clock.now }
    var wallClock: (face: ClockFace?, changesIn: Int) { clock.face }

    var nextCall: KioskInstant? {
        let look = data.watch?.milliseconds(now: now.milliseconds).map { now + $0 }
        return [nextSign, look, log.dueAt, speaker?.nextCall(at: now)].compactMap { $0 }.min()
    }

    /// What the terminal is to wait for as well.
    var descriptors: [Int32] { [asked, data.watch?.descriptor].compactMap { $0 } }

    func hasStarted() {
        manager.send("READY=1")
        if let interval = manager.interval { nextSign = now + interval }
        sayCondition()
    }

    func visitorCame() {
        speaker?.stop(at: now)
        lastTouch = clock.face.face?.day
    }

    func speak(_ text: SpokenText) {
        if let fault = speaker?.speak(text, at: now) { take(voiceFault: fault) }
    }

    func keep(_ answers: SurveyAnswers) -> Bool { survey?.keep(answers) ?? false }

    func code(_ text: String) -> PhoneCode? { codes?.code(text) }

    func turn(ready descriptors: [Int32]) -> [KioskAction] {
        if let sign = nextSign, let interval = manager.interval, now >= sign {
            manager.send("WATCHDOG=1")
            nextSign = now + interval
        }
        log.flush(at: now)
        if let fault = speaker?.turn(at: now) { take(voiceFault: fault) }
        defer { isVoiceLost = false }
        // Also for a new day, a touch and another hour.
        defer { sayCondition() }
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
        let asks = survey?.turn(today)
        if let fault = asks?.fault { log.say(fault, at: now) }
        let voice: KioskAction? = isVoiceLost ? .voiceLost : nil
        return [asks?.action, mustRead ? data.readAnew() : nil, voice].compactMap { $0 }
    }

    private func take(voiceFault fault: LocalizedText) {
        log.say(fault, at: now)
        isVoiceLost = true
    }

    /// Tells the service manager, the status file and the log how it is, where that has changed.
    private func sayCondition() {
        let report = StatusReport(
            condition: data.condition, version: data.version, generation: data.generation, dataEnd: data.dataEnd,
            today: clock.face.face?.day, lastTouch: lastTouch, hours: (now - started) / 3_600_000,
            faults: [survey?.standing, speaker?.standing].compactMap { $0 })
        guard report != told else { return }
        if report.line != told?.line { manager.send("STATUS=\(report.line.zh) / \(report.line.en)") }
        told = report
        if let statusFile {
            let fault = statusFile.write(report.json)
            if let fault, !isStatusFileBad { log.say(fault, at: now) }
            isStatusFileBad = fault != nil
        }
        guard data.condition != said else { return }
        let isFirst = said == nil
        said = data.condition
        if !isFirst || data.condition != .well(data.version) { log.say(data.condition.text, at: now) }
    }

    func isOperatorsNumber(_ typed: String) -> Bool {
        if number?.isRight(typed) == true { return true }
        log.say(LocalizedText(zh: "操作员口令不对", en: "a wrong operator's number"), at: now)
        return false
    }

    /// Says how it ended.
    func end(_ ending: KioskLoop.Ending) {
        manager.send("STOPPING=1")
        speaker?.end()
        switch ending {
        case .operatorLeft: log.say(LocalizedText(zh: "操作员退出", en: "the operator has left"), at: now)
        case .terminated: log.say(LocalizedText(zh: "收到 SIGTERM，退出", en: "ended by SIGTERM"), at: now)
        case .lost: log.say(LocalizedText(zh: "终端没有了，退出", en: "the terminal has gone"), at: now)
        }
    }
}
