import Databases
import Indicators
import Publishing
import Tables
import Threads

/// Why nothing is published before a person has decided something.
enum PublicationStop: Error {
    /// Both the folder and others have changed the same rows.
    case conflicts([MergeConflict], Attribution, reason: String)
    /// The version that was published from this folder was rolled back.
    case withdrawn(String, PublicationLog.Entry?)
    /// The folder is sound, but not together with what others have published since.
    case unfit([DataProblem], since: [PublicationLog.Entry])
    /// There is no such version to take as the base.
    case unknownBase(String)
    /// The data set asks for a second person.
    case needsApproval
    /// The data set asks for a second person before an earlier version of the target is shown; the draft with that
    /// waits.
    case rollbackNeedsApproval(String, String, String)
    /// A draft of the same person waits, and a rollback would take its place.
    case draftWaits(Submission)
    /// There is no such draft.
    case noDraft(String)
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
    /// How many rows of others are published that the folder does not have so.
    let kept: Int
    /// The publications of others since the version that the folder was made from.
    let since: [PublicationLog.Entry]
    /// Whether the result is what is shown already.
    let isNothingNew: Bool

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
                doubts: publication.doubts(today: time.calendarDay, last: last), kept: 0, since: [], isNothingNew: false
            )
        }
        let theirs = PackageFiles.read(try versions.open(current))
        let base = try PublicationBase.find(request, versions, log, current: current, theirs: theirs)
        let merged = try merge(request, own, theirs, base, versions)
        // The version that is shown and the new one; neither needs anything of the other.
        let folders = [theirs, merged?.result ?? own], now = WallClock.now
        let readings = Workers.map(2) { CatalogueReader.read(folders[$0], now: now) }
        let former = readings[0].catalogue
        if former == nil {
            let words = PublishingWords.in(ConsoleChoices.resolve(nil))
            StandardStreams.complain(words.formerUnreadable(current) + "\n")
        }
        let publication: Publication
        do {
            publication = try prepare(request, folders[1], readings[1], former, time)
        } catch PublicationFault.problems(let problems) where merged != nil {
            throw PublicationStop.unfit(problems, since: base.since)
        }
        var doubts = publication.doubts(today: time.calendarDay, last: last)
        if base.isUnknown, publication.difference?.isEmpty == false { doubts.insert(.unknownBase, at: 0) }
        return PublicationPlan(
            current: current, own: own, publication: publication, doubts: doubts, kept: merged?.kept ?? 0,
            since: merged == nil ? [] : base.since, isNothingNew: theirs.files == publication.files)
    }

    /// The folder merged into what is shown; nil where nobody else has changed anything.
    private static func merge(
        _ request: PublicationRequest, _ own: MemoryFolder, _ theirs: MemoryFolder, _ base: PublicationBase,
        _ versions: any VersionSource
    ) throws -> PackageMerge? {
        guard let files = base.files, files.files != theirs.files else { return nil }
        // Faults of the folder are told by its own lines.
        let reading = CatalogueReader.read(own, now: WallClock.now)
        guard reading.catalogue != nil else {
            throw PublicationFault.problems(reading.problems.filter { $0.severity == .error })
        }
        let merge = PackageMerge(base: files, mine: reading.canonical(own), theirs: theirs)
        guard merge.conflicts.isEmpty else {
            let attribution = Attribution(merge.conflicts, base: files, since: base.since, versions)
            throw PublicationStop.conflicts(merge.conflicts, attribution, reason: request.reason)
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
    /// - Parameter besides: what else is to be asked.
    /// - Returns: nil where there is nothing new, which is said.
    static func confirmed(
        _ request: PublicationRequest, _ own: MemoryFolder, _ versions: any VersionSource, _ language: Language,
        besides: [Doubt] = []
    ) throws -> PublicationPlan? {
        let words = PublishingWords.in(language), progress = Progress()
        progress.step(words.checking)
        let plan = try make(request, own, versions, try LocalTime.known())
        progress.clear()
        if plan.isNothingNew {
            try StandardStreams.put(words.nothingNew(DatabaseAddress(request.to)?.shown ?? request.to) + "\n")
            return nil
        }
        try StandardStreams.put(words.whatChanges(plan))
        let confirmation = Confirmation(acceptance: request.accepted.acceptance, language: language)
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
