import Glibc
import Indicators
import Kiosk
import Tables

/// The folders of several kiosks: the questions of the first, and what each has counted.
struct SurveyFolders {
    let names: [String]
    /// Nil where the first folder has no questions that can be read.
    let survey: Survey?
    /// Of each folder.
    let counts: [[SurveyCount]]

    static func read(_ folders: [String], _ period: Period?) -> Result<SurveyFolders, Refusal> {
        var seen: [[UInt64]] = [], counts: [[SurveyCount]] = []
        for folder in folders {
            let path = folder + "/" + SurveyTallies.name
            var status = stat()
            guard stat(path, &status) == 0 else {
                let name = path.harmless()
                return .failure(Refusal(.noSuchFile, "没有 \(name)。", "there is no \(name)."))
            }
            let file = [UInt64(status.st_dev), UInt64(status.st_ino)]
            if seen.contains(file) {
                let name = folder.harmless()
                return .failure(
                    Refusal(.wrongUse, "\(name) 写了两次，份数会算两遍。", "\(name) stands twice and would count twice."))
            }
            seen.append(file)
            do throws(SurveyFault) {
                counts.append(SurveyTotal.inside(try SurveyTallies(readingFrom: folder).all(), period))
            } catch {
                return .failure(
                    Refusal(
                        .cannotGoOn, "\(path.harmless())：\(error.text.zh)", "\(path.harmless()): \(error.text.en)"))
            }
        }
        let survey = folders.first.flatMap { try? SurveyFile.read($0).get() }
        return .success(SurveyFolders(names: folders, survey: survey, counts: counts))
    }
}
