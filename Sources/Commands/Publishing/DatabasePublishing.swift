import Databases
import Indicators
import Publishing
import Reports
import Tables

/// Publishing into a data base, and going back in it: what `publish` and `rollback` do where the target is one.
struct DatabasePublishing {
    let address: DatabaseAddress
    let language: Language

    private var words: PublishingWords { PublishingWords.in(language) }

    /// How often the work is done anew because somebody else was quicker.
    private static let attempts = 5

    /// Runs work with a store; a fault is told to the person.
    private func reporting(_ work: (DatabaseStore) throws -> Void) throws {
        do {
            let store = try DatabaseStore(address)
            try PublishingFailure.reporting(language, target: address.shown) { try work(store) }
        } catch let fault as DatabaseFault {
            throw ExitStatusError(status: Refusal(fault, at: address.shown).report())
        }
    }

    /// What a folder remembers that is a copy of what is shown; nil before the first version.
    func remembered(_ copy: MemoryFolder) throws -> FolderBase? {
        var base: FolderBase?
        try reporting { store in
            let name = try store.state().name
            guard let time = try store.log().publication(of: name)?.time else { return }
            base = FolderBase(generation: name, time: time, files: copy.files)
        }
        return base
    }

    /// Publishes a folder.
    func publish(_ request: PublicationRequest, _ own: MemoryFolder, keeping keep: Int) throws {
        try reporting { store in
            for _ in 1..<Self.attempts {
                do {
                    return try attempt(request, own, store, keep)
                } catch DatabaseFault.overtaken {
                    StandardStreams.complain(words.overtaken + "\n")
                }
            }
            try attempt(request, own, store, keep)
        }
    }

    private func attempt(
        _ request: PublicationRequest, _ own: MemoryFolder, _ store: DatabaseStore, _ keep: Int
    ) throws {
        let state = try store.state()
        guard let plan = try PublicationPlan.confirmed(request, own, store, language) else { return }
        let report = words.differences(plan.publication), files = MemoryFolder(plan.publication.files)
        // The same cells may be written with other quotation marks.
        if let shown = try store.folder(), DatabaseStore.haveSameCells(shown, files) {
            return try StandardStreams.put(words.nothingNew(address.shown) + "\n")
        }
        if request.isTrial { return try StandardStreams.put(report + "\n" + words.notPublished + "\n") }
        guard !plan.needsApproval else { throw PublicationStop.needsApproval(request) }
        let time = try LocalTime.known()
        let next = try store.publish(files, after: state, plan.entry(request, time, ""), keeping: keep)
        let record = FolderBase(generation: next, time: time.zoned, isOwn: true)
        plan.remember(in: request, record, try store.log(), language)
        try StandardStreams.put(words.published(address.shown, next, report) + "\n")
    }

    /// Shows an earlier version again.
    ///
    /// - Parameter named: the version that was named; nil for the one before.
    func rollBack(to named: String?, reason: String, _ time: LocalTime) throws {
        try reporting { store in
            let state = try store.state(), all = try store.shown, current = state.name
            let padded = named.map { String(repeating: "0", count: max(0, 6 - $0.utf8.count)) + $0 }
            guard let wanted = padded ?? all.last(where: { $0 < current }) else { throw StoreFault.noneBefore }
            guard all.contains(wanted) else { throw StoreFault.noGeneration(wanted) }
            guard wanted != current else {
                return try StandardStreams.put(words.isShownAlready(current) + "\n")
            }
            let reading = CatalogueReader.read(try store.open(wanted), now: WallClock.now)
            guard reading.catalogue != nil else {
                throw StoreFault.damaged(wanted, reading.problems.filter { $0.severity == .error })
            }
            let entry = PublicationLog.Entry(
                time: time.zoned, action: .rollback, generation: wanted, former: current, who: Clerk.name,
                reason: reason, remark: Clerk.remark)
            try store.rollBack(to: wanted, after: state, entry)
            try StandardStreams.put(words.rolledBack(address.shown, wanted, from: current) + "\n")
        }
    }

    /// Refuses a data base where only a link will do.
    static func refuse(_ target: String) throws {
        guard DatabaseAddress(target) != nil else { return }
        throw ExitStatusError(
            status: Refusal(
                .wrongUse, "提交与批准还只用于链接，不用于数据库。", "submit and approve are for links, not yet for data bases."
            ).report())
    }

    /// Lists the versions.
    func list() throws {
        try reporting { store in
            try StandardStreams.put(words.list(try store.shown, current: try store.state().name, try store.log()))
        }
    }
}
