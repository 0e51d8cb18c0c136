import Databases
import Indicators
import Publishing
import Tables
import Threads

/// Why nothing is published before a person has decided something.
enum PublicationStop: Error {
    /// Both the folder and others have changed the same rows.
    case conflicts([MergeConflict], Attribution, PublicationRequest)
    /// The version that was published from this folder was rolled back.
    case withdrawn(String, PublicationLog.Entry?)
    /// The folder is sound, but not together with what others have published since.
    case unfit([DataProblem], since: [PublicationLog.Entry])
    /// There is no such version of the target to take as the base.
    case unknownBase(String, target: String)
    /// The data set asks for a second person.
    case needsApproval(PublicationRequest)
    /// The data set asks for a second person before an earlier version of the target is shown; the draft with that
    /// waits.
    case rollbackNeedsApproval(String, String, String)
    /// A draft of the same person waits, and a rollback would take its place.
    case draftWaits(Submission)
    /// There is no such draft.
    case noDraft(String, target: String)
    /// The second person is the first.
    case ownDraft
    /// Somebody has published since the draft was submitted.
    case outdatedDraft(String)
    /// The draft is not what was submitted.
    case touchedDraft(String)
}

/// A publication worked out against the version that is shown now. Nothing is locked or written meanwhile.
struct PublicationPlan {
    /// The version that is shown; nil for none.
    let current: String?
    /// The tables as the clerk has them.
    let own: MemoryFolder
    let publication: Publication
    let doubts: [Doubt]
    /// The rows of others that are published and that the folder does not have so.
    let kept: [MergedRow]
    /// Which publication each of those is from.
    let attribution: Attribution
    /// The rows that were decided on the command line and on which nobody disagrees.
    let unusedDecisions: [String]
    /// Whether the result is what is shown already.
    let isNothingNew: Bool
    /// The files besides the tables that differ from those shown, by their names.
    let otherFiles: [String]

    /// Merges the folder into what is shown and prepares the result.
    ///
    /// - Throws: `StoreFault`, `PublicationFault`, `PublicationStop`.
    static func make(
        _ request: PublicationRequest, _ own: MemoryFolder, _ versions: any VersionSource, _ time: LocalTime
    )
        throws -> PublicationPlan
    {
        let current = try versions.current, log = try versions.log()
        let last = log.entries.last.flatMap { Period(sdmx: String($0.time.prefix(10)))?.start }
        guard let current else {
            let publication = try prepare(request, own, CatalogueReader.read(own, now: WallClock.now), nil, time)
            return PublicationPlan(
                current: nil, own: own, publication: publication,
                doubts: publication.doubts(today: time.calendarDay, last: last), kept: [],
                attribution: Attribution([], current: "", log, versions), unusedDecisions: request.mine.sorted(),
                isNothingNew: false, otherFiles: [])
        }
        let theirs = PackageFiles.read(try versions.open(current))
        let base = try PublicationBase.find(request, versions, log, current: current, theirs: theirs)
        let merged = try merge(request, own, theirs, base, versions, log, current)
        // The version that is shown and the new one; neither needs anything of the other.
        let folders = [theirs, merged?.result ?? own], now = WallClock.now
        let readings = Workers.map(2) { CatalogueReader.read(folders[$0], now: now) }
        let former = readings[0].catalogue
        if former == nil {
            let words = PublishingWords.in(ConsoleChoices.resolve(nil))
            StandardStreams.complain(words.formerUnreadable(current) + "\n")
        }
        var publication: Publication
        do {
            publication = try prepare(request, folders[1], readings[1], former, time)
        } catch PublicationFault.problems(let problems) where merged != nil {
            throw PublicationStop.unfit(problems, since: base.since)
        }
        let result = MemoryFolder(publication.files)
        if request.base != nil,
            let ancestor = PublicationBase.ancestor(request, versions, log, current: current)
        {
            let undone = UndoneRows(base: ancestor, mine: result, theirs: theirs)
            let attribution = Attribution(undone.all, current: current, log, versions)
            publication = publication.asking(about: undone, attribution.text)
        }
        var doubts = publication.doubts(today: time.calendarDay, last: last)
        if base.isUnknown, publication.difference?.isEmpty == false { doubts.insert(.unknownBase, at: 0) }
        let kept = merged?.kept ?? [], names = Set(merged?.decided.map(\.name) ?? [])
        return PublicationPlan(
            current: current, own: own, publication: publication, doubts: doubts, kept: kept,
            attribution: Attribution(kept, current: current, log, versions),
            unusedDecisions: request.mine.filter { !names.contains($0) }.sorted(),
            isNothingNew: theirs.files == publication.files,
            otherFiles: PackageFiles.besideTables.filter { theirs.files[$0] != publication.files[$0] })
    }

    /// The folder merged into what is shown; nil where nobody else has changed anything.
    private static func merge(
        _ request: PublicationRequest, _ own: MemoryFolder, _ theirs: MemoryFolder, _ base: PublicationBase,
        _ versions: any VersionSource, _ log: PublicationLog, _ current: String
    ) throws -> PackageMerge? {
        guard let files = base.files, files.files != theirs.files else { return nil }
        // Faults of the folder are told by its own lines.
        let reading = CatalogueReader.read(own, now: WallClock.now)
        guard reading.catalogue != nil else {
            throw PublicationFault.problems(reading.problems.filter { $0.severity == .error })
        }
        let merge = PackageMerge(
            base: files, mine: reading.canonical(own), theirs: theirs, decided: Set(request.mine))
        guard merge.conflicts.isEmpty else {
            let rows = merge.conflicts.map { MergedRow(table: $0.table, key: $0.key) }
            throw PublicationStop.conflicts(
                merge.conflicts, Attribution(rows, current: current, log, versions), request)
        }
        return merge
    }

    private static func prepare(
        _ request: PublicationRequest, _ folder: MemoryFolder, _ reading: CatalogueReading, _ former: Catalogue?,
        _ time: LocalTime
    ) throws -> Publication {
        try Publication.prepare(
            folder, read: reading, after: former, kind: request.kind,
            reason: LocalizedText(zh: request.reason, en: request.reasonEnglish), date: time.day,
            moment: time.zoned, now: WallClock.now
        ).get()
    }

    /// Whether the version that is shown or the new one asks for a second person: turning that off needs one too.
    var needsApproval: Bool {
        publication.catalogue.package.needsApproval || publication.former?.package.needsApproval ?? false
    }

    /// Works a publication out, shows what will change, and asks about what is suspicious.
    ///
    /// - Parameters:
    ///   - besides: what else is to be asked.
    ///   - isSubmitting: whether a draft is submitted, rather than published at once.
    /// - Returns: nil where there is nothing new, which is said.
    static func confirmed(
        _ request: PublicationRequest, _ own: MemoryFolder, _ versions: any VersionSource, _ language: Language,
        besides: [Doubt] = [], isSubmitting: Bool = false
    ) throws -> PublicationPlan? {
        let words = PublishingWords.in(language, isSubmitting: isSubmitting), progress = Progress()
        progress.step(words.checking)
        let plan = try make(request, own, versions, try LocalTime.known())
        progress.clear()
        for name in plan.unusedDecisions { StandardStreams.complain(words.unusedDecision(name) + "\n") }
        if plan.isNothingNew {
            try StandardStreams.put(words.nothingNew(request.shownTarget) + "\n")
            if !request.isTrial { plan.rememberAgreement(request, try versions.log()) }
            return nil
        }
        try StandardStreams.put(words.whatChanges(plan, request))
        let confirmation = Confirmation(request, isFirst: plan.publication.difference == nil, words)
        let doubts = besides + plan.doubts
        if request.isTrial {
            try confirmation.rehearse(plan.publication, doubts, own: own)
        } else {
            try confirmation.confirm(plan.publication, doubts, own: own)
        }
        return plan
    }

    /// Notes in the folder what has been published or submitted from it.
    func remember(in request: PublicationRequest, _ record: FolderBase, _ log: PublicationLog?, _ language: Language) {
        guard let path = request.folderPath, !FolderBase.isVersion(path) else { return }
        var record = record
        record.files = own.files
        do {
            try FolderBase.write(record, folder: path, log: log)
        } catch {
            StandardStreams.complain(PublishingWords.in(language).notRemembered(record.generation) + "\n")
        }
    }

    /// Notes in the folder that it agrees with the version that is shown: what is changed in it from now on is a change
    /// of that version. Where the folder cannot be written it knows what it knew.
    private func rememberAgreement(_ request: PublicationRequest, _ log: PublicationLog) {
        guard let path = request.folderPath, !FolderBase.isVersion(path), let current,
            let time = log.publication(of: current)?.time
        else { return }
        let known = FolderBase.read(folder: path).first { $0.belongs(to: log) }
        let isOwn = known.map { $0.isOwn && $0.generation(in: log) == current } ?? false
        let record = FolderBase(generation: current, time: time, isOwn: isOwn, files: own.files)
        if record != known { try? FolderBase.write(record, folder: path, log: log) }
    }

    /// The line of the log for this publication.
    func entry(_ request: PublicationRequest, _ time: LocalTime, _ generation: String) -> PublicationLog.Entry {
        let difference = publication.difference
        return PublicationLog.Entry(
            time: time.zoned, action: .publish, generation: generation, former: current ?? "", who: Clerk.name,
            kind: (request.kind ?? publication.ownKind).rawValue,
            added: difference?.count(.added) ?? publication.catalogue.observations.count,
            removed: difference?.count(.removed) ?? 0, changed: difference?.count(.changed) ?? 0,
            reason: request.reason,
            remark: Clerk.remark)
    }
}
