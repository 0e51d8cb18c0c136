import CPostgres
import Glibc
import Indicators
import Synchronization
import Tables
import Threads

/// A data set in a data base that is read again when a new version has been published.
///
/// The connection waits in poll(2) with everything else; connecting and reading run on a thread of their own, so that
/// no key waits for a server. While a server does not answer it is tried again after growing pauses.
public final class DatabaseFeed: Sendable {
    /// The interval in milliseconds in which the version is asked for where the server does not notify.
    static let interval = 30_000

    /// Becomes readable when there is something to take. It stays the same however often the connection changes.
    public let descriptor: Int32
    /// A pipe. The thread writes a byte when its work is done.
    private let finished: (reading: Int32, writing: Int32)
    private let address: DatabaseAddress
    private let name: String
    /// Whether messages leave out the reason and the address of the data base.
    private let isBrief: Bool
    /// The largest number of figures that are read whole; nil for no limit. Of a larger set the newest figures are read
    /// at once, others when they are asked for.
    private let most: Int?
    private let link = Mutex<LiveLink?>(nil)
    /// The set that is shown, where it was not read whole.
    private let partial = Mutex<PartialSet?>(nil)
    private let shared = Mutex(Shared())

    private struct Shared {
        var isWorking = false
        /// When to ask for the version, in milliseconds of the monotonic clock; nil where the server notifies.
        var next: Int?
        /// What was read and not taken yet.
        var reading: CatalogueReading?
        var generation: Int?
        /// The figures to ask for next; nil where none are wanted.
        var question: Question?
        /// Whether the tables of this version were refused: then nothing can be added to them.
        var isRefused = false
        var failures = 0
        /// The fault that was reported last, so that it is reported once.
        var fault: DatabaseFault?
        /// The socket on which notifications arrive; -1 where none do.
        var socket: Int32 = -1
        /// When the next embargo of this version ends; nil where none is left.
        var release: Int?

        /// Whether figures can be asked for now: not while a reconnection waits, and not before the last reading was
        /// taken.
        var takesQuestions: Bool { failures == 0 && reading == nil && !isRefused }
    }

    /// - Parameters:
    ///   - name: the source in messages.
    ///   - isBrief: whether messages leave out the reason and the address of the data base.
    ///   - most: the largest number of figures that are read whole; nil for no limit.
    /// Fails where the system gives no descriptors.
    public init?(_ address: DatabaseAddress, name: String, isBrief: Bool = false, whole most: Int? = nil) {
        self.isBrief = isBrief
        self.most = most
        self.address = address
        self.name = name
        var ends: [Int32] = [-1, -1]
        descriptor = cp_set()
        _ = pipe(&ends)
        finished = (ends[0], ends[1])
        guard descriptor >= 0, finished.reading >= 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        cp_set_add(descriptor, finished.reading)
    }

    deinit {
        for one in [descriptor, finished.reading, finished.writing] where one >= 0 { close(one) }
    }

    /// Connects and reads for the first time; the connection stays. The caller waits.
    public func first() -> Result<DataLocation, DatabaseFault> {
        let outcome = work(after: nil, nil)
        // It was read for the caller, who takes it here.
        defer { settle(outcome, isTaken: true) }
        switch outcome.found {
        case .failure(let fault): return .failure(fault)
        case .success: return outcome.reading.map { .success(.read($0, name: name)) } ?? .failure(.isEmpty)
        }
    }

    /// Figures that are wanted.
    private struct Question {
        let wishes: Set<SeriesWish>
        /// Whether this is the first question for its page.
        let isFirst: Bool
    }

    /// Asks for figures of the set that is shown. They come as a reading, like a new version.
    ///
    /// - Parameter isFirst: whether this is the first question for its page.
    public func ask(_ wishes: Set<SeriesWish>, isFirst: Bool) {
        let isAsked = shared.withLock { shared in
            shared.question = Question(wishes: wishes, isFirst: isFirst)
            return shared.takesQuestions
        }
        if isAsked { begin() }
    }

    /// The milliseconds until `hasChanged` should be called; nil where only the descriptor announces events.
    public func milliseconds() -> Int? {
        shared.withLock { shared in
            shared.isWorking ? nil : shared.next.map { max(0, $0 - MonotonicClock.milliseconds) }
        }
    }

    /// Takes notifications, and begins to read where one has arrived, a time has come or figures are asked for.
    /// Returns whether there is a reading to take.
    public func hasChanged() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 64)
        while Glibc.read(finished.reading, &bytes, bytes.count) > 0 {}
        let (isIdle, isDue, listens) = shared.withLock { shared in
            (!shared.isWorking, shared.next.map { $0 <= MonotonicClock.milliseconds } ?? false, shared.socket >= 0)
        }
        if isIdle {
            let isTold = listens && link.withLock { $0.map { $0.connection.takeNotifications() ?? true } ?? true }
            let isAsked = shared.withLock { $0.question != nil && $0.takesQuestions }
            if isDue || isTold || isAsked { begin() }
        }
        return shared.withLock { $0.reading != nil }
    }

    /// What was read last, once; nil where nothing is new, and then it is read again if nobody does so yet.
    public func take() -> CatalogueReading? {
        let (reading, isAsked) = shared.withLock { shared in
            let reading = shared.reading
            shared.reading = nil
            if reading == nil { shared.generation = nil }
            return (reading, shared.question != nil && shared.takesQuestions)
        }
        if reading == nil || isAsked { begin() }
        return reading
    }

    // MARK: Work beside the loop

    private struct Outcome: Sendable {
        /// The version that was read; nil inside where it is the one that is shown.
        var found: Result<Version?, DatabaseFault>
        /// The socket to wait on; -1 where the server does not notify.
        var socket: Int32 = -1
        var reading: CatalogueReading?
    }

    /// A version without its tables.
    private struct Version: Sendable {
        let generation: Int
        let nextRelease: Int?
    }

    private func begin() {
        let known: (generation: Int?, question: Question?)? = shared.withLock { shared in
            guard !shared.isWorking else { return nil }
            shared.isWorking = true
            // The thread reads from the socket now, so the loop must not wait on it.
            if shared.socket >= 0 { cp_set_remove(descriptor, shared.socket) }
            shared.socket = -1
            let isReleased = shared.release.map { $0 <= MonotonicClock.milliseconds } ?? false
            let question = shared.reading == nil && !shared.isRefused ? shared.question : nil
            if question != nil { shared.question = nil }
            return (isReleased || shared.fault != nil ? nil : shared.generation, question)
        }
        guard let known else { return }
        let isStarted = Background.run { [self] in
            settle(work(after: known.generation, known.question))
        }
        // Without a thread it is tried again later.
        if !isStarted { settle(Outcome(found: .failure(.slow(seconds: 0)))) }
    }

    private func work(after known: Int?, _ question: Question?) -> Outcome {
        let outcome = link.withLock { link -> Outcome in read(&link, after: known, question) }
        // The bytes of the tables are freed by now, and the C library would keep them. The former version is freed
        // later, by the loop, and returned with the next one.
        if case .success(.some) = outcome.found { cp_return_free_memory() }
        return outcome
    }

    /// Reads the tables of a version.
    private func take(_ snapshot: Snapshot) -> CatalogueReading {
        partial.withLock { partial in
            partial = nil
            guard let part = snapshot.part else { return DataReader.read(.folder(snapshot.folder), now: Self.now) }
            let set = PartialSet(snapshot, part, now: Self.now)
            partial = set
            return set.reading.first
        }
    }

    /// Reads the figures that are asked for; otherwise the shown version, where it is not the known one.
    private func read(_ link: inout LiveLink?, after known: Int?, _ question: Question? = nil) -> Outcome {
        do throws(DatabaseFault) {
            let live: LiveLink
            if let kept = link { live = kept } else { live = try LiveLink(address) }
            link = live
            var outcome = Outcome(found: .success(nil), socket: live.way == .told ? live.connection.socket : -1)
            if let known, let question {
                outcome.reading = try answer(question, of: known, live.connection)
                if outcome.reading != nil { return outcome }
            }
            let generation = known == nil || question != nil ? nil : try live.connection.generation()
            if generation == nil || generation != known {
                let snapshot = try live.connection.snapshot(named: name, whole: most)
                outcome.found = .success(Version(generation: snapshot.generation, nextRelease: snapshot.nextRelease))
                outcome.reading = take(snapshot)
            }
            return outcome
        } catch {
            link = nil
            return Outcome(found: .failure(error))
        }
    }

    /// The figures that are asked for; nil where the version is to be read anew.
    private func answer(
        _ question: Question, of generation: Int, _ connection: Connection
    ) throws(DatabaseFault) -> CatalogueReading? {
        guard let columns = partial.withLock({ $0?.generation == generation ? $0?.columns : nil }),
            let rows = try connection.figures(question.wishes, of: generation, columns)
        else { return nil }
        return partial.withLock { partial in
            // Only at the first question of a page: the page needs all its answers together.
            if question.isFirst, partial?.reading.count ?? 0 > PartialSet.mostKept { partial?.reading.forget() }
            return partial?.reading.add(rows, for: question.wishes, now: Self.now)
        }
    }

    /// Takes over what a reading gave, and wakes the loop.
    ///
    /// - Parameter isTaken: whether the caller takes what was read.
    private func settle(_ outcome: Outcome, isTaken: Bool = false) {
        let now = MonotonicClock.milliseconds
        shared.withLock { shared in
            shared.isWorking = false
            shared.socket = outcome.socket
            switch outcome.found {
            case .success(let version):
                shared.failures = 0
                shared.fault = nil
                if let version {
                    shared.generation = version.generation
                    shared.isRefused = outcome.reading?.catalogue == nil
                    shared.release = version.nextRelease.map { now + max(0, min($0, 1 << 30)) }
                }
                let asked = outcome.socket < 0 ? now + Self.interval : nil
                shared.next = [asked, shared.release].compactMap { $0 }.min()
                if !isTaken { shared.reading = outcome.reading ?? shared.reading }
            case .failure(let fault):
                shared.failures += 1
                shared.next = now + Self.pause(after: shared.failures)
                if shared.fault != fault {
                    shared.reading = CatalogueReading(unreachable: fault.problem(at: name, isBrief: isBrief))
                }
                shared.fault = fault
            }
        }
        if outcome.socket >= 0 { cp_set_add(descriptor, outcome.socket) }
        var byte: UInt8 = 1
        _ = write(finished.writing, &byte, 1)
    }

    /// The pause after so many failures in a row, in milliseconds: 1, 2, 4, … at most 60 seconds, and up to half of it
    /// more, so that two hundred kiosks do not come back in one instant.
    static func pause(after failures: Int, chance: Double = Double.random(in: 0..<1)) -> Int {
        let pause = 1_000 << min(max(0, failures - 1), 6)
        return min(pause, 60_000) + Int(Double(min(pause, 60_000)) * chance / 2)
    }

    private static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: time.tv_sec)
    }
}

extension DatabaseFault {
    /// The fault as a problem of the source of a data set.
    func problem(at name: String, isBrief: Bool) -> DataProblem {
        guard isBrief else { return DataProblem(source: name, code: code, message, mend: mend) }
        return DataProblem(
            source: name, code: "no-answer", LocalizedText(zh: "数据库没有答复", en: "the data base does not answer"),
            mend: LocalizedText(zh: "会自动再试", en: "it is tried again by itself"))
    }
}
