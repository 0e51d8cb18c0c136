import Indicators
import Kiosk

/// The survey of a kiosk. Whatever goes wrong, the survey ends and the kiosk goes on; with the next day it is tried
/// again.
@MainActor
final class SurveyDesk {
    private let folder: String
    private var tallies: SurveyTallies?
    private var day: CalendarDay?
    /// What is to be said in the log.
    private var fault: LocalizedText?
    /// Why there is no survey now; nil while there is one, and where it is closed as it should be.
    private(set) var standing: LocalizedText?
    /// What can be answered, where that has changed since the last call of `turn`.
    private var change: Survey??

    init(_ folder: String) { self.folder = folder }

    /// - Returns: what the kiosk is to do, and what to say in the log.
    func turn(_ today: CalendarDay?) -> (action: KioskAction?, fault: LocalizedText?) {
        if today != day {
            day = today
            open()
        }
        defer { (change, fault) = (nil, nil) }
        return (change.map(KioskAction.survey), fault)
    }

    /// - Returns: whether the answers are on the disk.
    func keep(_ answers: SurveyAnswers) -> Bool {
        guard let tallies, let day else { return false }
        do throws(SurveyFault) {
            try tallies.add(answers, day: day.text)
            if try tallies.sheets(day: day.text) >= SurveyTallies.mostSheets { close(nil) }
            return true
        } catch {
            close(error)
            return false
        }
    }

    /// Without a clock that can be right there is no day to count for.
    private func open() {
        guard let day else { return close(nil) }
        do throws(SurveyFault) {
            let survey = try SurveyFile.read(folder).get()
            let opened = try SurveyTallies(addingTo: folder)
            guard try opened.sheets(day: day.text) < SurveyTallies.mostSheets else { return close(nil) }
            tallies = opened
            standing = nil
            change = .some(survey)
        } catch { close(error) }
    }

    private func close(_ error: SurveyFault?) {
        tallies = nil
        change = .some(nil)
        standing = error.map { LocalizedText(zh: "问需于民停止：\($0.text.zh)", en: "the survey ends: \($0.text.en)") }
        if let standing { fault = standing }
    }
}
