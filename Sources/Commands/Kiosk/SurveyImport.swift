import Indicators
import Kiosk
import Tables

/// Writes the tallies of kiosks into a folder of tables. Only tables that are then without problems are written.
struct SurveyImport {
    let kiosks: SurveyFolders
    let period: Period?

    func run(_ folder: String) throws {
        let choice = DataChoice(option: folder)
        let source = try choice.folder().refusing()
        guard let directory = choice.directory else {
            throw refusal(
                .wrongUse, "--into 要自己的数据文件夹；内置数据不改。", "--into takes a folder of your own, no bundled data.")
        }
        let old = PackageFiles.read(source)
        let rows = try rows(for: catalogue(old, directory))
        var new = old
        for (table, rows, kept) in rows.tables {
            guard let path = old.path(ofTable: table), let bytes = old.files[path], !bytes.isEmpty else {
                throw refusal(
                    .problems, "\(directory.harmless()) 没有 \(table) 表；minsheng new 能建出各表。",
                    "\(directory.harmless()) has no table \(table); minsheng new makes all of them.")
            }
            new.files[path] = CSVText(bytes).setting(rows, resource: table, keeping: kept)
        }
        _ = try catalogue(new, directory)
        let changed = new.files.sorted { $0.key < $1.key }.filter { $1 != old.files[$0] }
        try KeptFile.replaceAll(
            changed.map { KeptFile(path: directory + "/" + $0, old: old.files[$0] ?? [], new: $1) }
        ) { _, _ in }
        try StandardStreams.put(note(rows))
    }

    /// What the tables say; problems are said and end it.
    private func catalogue(_ folder: MemoryFolder, _ directory: String) throws -> Catalogue {
        let reading = CatalogueReader.read(folder, now: WallClock.now)
        let errors = reading.problems.filter { $0.severity == .error }
        guard errors.isEmpty, let catalogue = reading.catalogue else {
            PublishingFailure.say(errors, ConsoleChoices.resolve(nil))
            throw refusal(
                .problems, "\(directory.harmless()) 有问题，什么也没有写。",
                "\(directory.harmless()) has problems; nothing was written.")
        }
        return catalogue
    }

    private func rows(for catalogue: Catalogue) throws -> SurveyRows {
        guard let survey = kiosks.survey else {
            let path = (kiosks.names.first ?? "").harmless() + "/" + SurveyFile.name
            throw refusal(
                .noSuchFile, "没有问卷 \(path)，不知道代码是什么意思。", "there are no questions in \(path), so codes have no meaning.")
        }
        for (name, counts) in zip(kiosks.names, kiosks.counts) {
            guard let fault = SurveyTotal.fault(counts, of: survey) else { continue }
            let name = name.harmless()
            throw refusal(
                .problems, "\(name)：\(fault.zh)。文件可能是在写入时抄的，请再抄一次。",
                "\(name): \(fault.en). It may have been copied while it was written; copy it again.")
        }
        let counts = kiosks.counts.flatMap { $0 }.filter { $0.version == survey.version }
        guard let span = SurveyRows.span(counts) else {
            throw refusal(.problems, "这一时期没有这份问卷的答卷。", "nobody answered these questions in that period.")
        }
        let asked = kiosks.counts.count { $0.contains { $0.version == survey.version && $0.sheets > 0 } }
        let rows = SurveyRows(
            survey: survey, counts: counts, kiosks: asked, period: period ?? span, area: catalogue.rootArea.code,
            publisher: catalogue.package.city, order: (catalogue.topics.map(\.order).max() ?? 0) + 1)
        // A share must not be of one version's answers in another version's sheets.
        let others = catalogue.observations(of: SurveyRows.sheets, in: catalogue.rootArea.code).filter {
            $0.period == rows.period && $0.source != rows.source
        }
        if let other = others.first {
            throw refusal(
                .problems, "\(rows.period.text) 已有另一版问卷（\(other.source)）的份数；请用 --period 分开时期。",
                "\(rows.period.text) holds answers to other questions (\(other.source)); part the periods by --period.")
        }
        return rows
    }

    private func note(_ rows: SurveyRows) -> String {
        let all = kiosks.counts.flatMap { $0 }.reduce(0) { $0 + $1.sheets }
        let left = all - rows.total
        if ConsoleChoices.resolve(nil) == .zh {
            return "记入 \(rows.kiosks) 台公众屏的 \(rows.total) 份答卷，\(rows.period.text)。"
                + (left > 0 ? "另有 \(left) 份是别的问卷，没有记。" : "") + "旧文件留作 .bak。\n"
        }
        return "\(rows.total) sheets of \(rows.kiosks) kiosks, \(rows.period.text)."
            + (left > 0 ? " \(left) more answer other questions and were left out." : "")
            + " Old files are kept as .bak.\n"
    }

    private func refusal(_ status: ExitStatus, _ zh: String, _ en: String) -> ExitStatusError {
        ExitStatusError(status: Refusal(status, zh, en).report())
    }
}
