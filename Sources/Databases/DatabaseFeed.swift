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
    /// Where no notification comes, the version is asked for in this interval, in milliseconds.
    static let interval = 30_000

    /// Becomes readable when there is something to take. It stays the same however often the connection changes.
    public let descriptor: Int32
    /// A pipe: a byte in it says that the thread has done its work.
    private let finished: (reading: Int32, writing: Int32)
    private let address: DatabaseAddress
    private let name: String
    /// Whether messages say no more than that nothing comes: not where the data base is.
    private let isBrief: Bool
    private let link = Mutex<LiveLink?>(nil)
    private let shared = Mutex(Shared())

    private struct Shared {
        var isWorking = false
        /// When the data base is to be asked, in milliseconds of the monotonic clock; nil where it tells.
        var next: Int?
        /// What was read and not taken yet.
        var reading: CatalogueReading?
        var generation: Int?
        var failures = 0
        /// What was said last, so that it is said once.
        var fault: DatabaseFault?
        /// The socket that tells of new versions; -1 where none does.
        var socket: Int32 = -1
        /// Whether all is to be read even if the version is the same.
        var mustRead = false
    }

    /// - Parameters:
    ///   - name: the source in messages.
    ///   - isBrief: whether messages say no more than that nothing comes.
    /// Fails where the system gives no descriptors.
    public init?(_ address: DatabaseAddress, name: String, isBrief: Bool = false) {
        self.isBrief = isBrief
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
    public func first() -> Result<MemoryFolder, DatabaseFault> {
        let outcome = link.withLock { link -> Outcome in Self.read(&link, address, name, after: nil) }
        shared.withLock { $0.isWorking = true }
        let result: Result<MemoryFolder, DatabaseFault>
        switch outcome.found {
        case .failure(let fault): result = .failure(fault)
        case .success(let snapshot): result = snapshot.map { .success($0.folder) } ?? .failure(.isEmpty)
        }
        settle(outcome)
        return result
    }

    /// The milliseconds until `hasChanged` should be called; nil where only the descriptor announces events.
    public func milliseconds() -> Int? {
        shared.withLock { shared in
            shared.isWorking ? nil : shared.next.map { max(0, $0 - MonotonicClock.milliseconds) }
        }
    }

    /// Takes what has happened, and begins to read where something was told or is due. Returns whether there is a
    /// reading to take.
    public func hasChanged() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 64)
        while Glibc.read(finished.reading, &bytes, bytes.count) > 0 {}
        let (isIdle, isDue, listens) = shared.withLock { shared in
            (!shared.isWorking, shared.next.map { $0 <= MonotonicClock.milliseconds } ?? false, shared.socket >= 0)
        }
        if isIdle {
            let isTold = listens && link.withLock { $0.map { $0.connection.takeNotifications() ?? true } ?? true }
            if isDue || isTold { begin() }
        }
        return shared.withLock { $0.reading != nil }
    }

    /// What was read last, once; nil where nothing is new, and then it is read again if nobody does so yet.
    public func take() -> CatalogueReading? {
        let reading = shared.withLock { shared in
            defer { shared.reading = nil }
            return shared.reading
        }
        if reading == nil {
            shared.withLock { $0.mustRead = true }
            begin()
        }
        return reading
    }

    // MARK: Work beside the loop

    private struct Outcome: Sendable {
        /// What was read; nil inside where the version is the one that is shown.
        var found: Result<Snapshot?, DatabaseFault>
        /// The socket to wait on; -1 where the data base does not tell.
        var socket: Int32 = -1
        var reading: CatalogueReading?
    }

    private func begin() {
        let known: (generation: Int?, isFree: Bool) = shared.withLock { shared in
            guard !shared.isWorking else { return (nil, false) }
            shared.isWorking = true
            // What arrives meanwhile is for the thread, not for the loop.
            if shared.socket >= 0 { cp_set_remove(descriptor, shared.socket) }
            shared.socket = -1
            let known = shared.mustRead || shared.fault != nil ? nil : shared.generation
            shared.mustRead = false
            return (known, true)
        }
        guard known.isFree else { return }
        let isStarted = Background.run { [self] in
            var outcome = link.withLock { link -> Outcome in Self.read(&link, address, name, after: known.generation) }
            if case .success(let snapshot?) = outcome.found {
                outcome.reading = DataReader.read(.folder(snapshot.folder), now: Self.now)
            }
            settle(outcome)
        }
        // Without a thread it is tried again later.
        if !isStarted { settle(Outcome(found: .failure(.slow(seconds: 0)))) }
    }

    private static func read(
        _ link: inout LiveLink?, _ address: DatabaseAddress, _ name: String, after known: Int?
    ) -> Outcome {
        do throws(DatabaseFault) {
            let live: LiveLink
            if let kept = link { live = kept } else { live = try LiveLink(address) }
            link = live
            var snapshot: Snapshot?
            let generation = known == nil ? nil : try live.connection.generation()
            if generation == nil || generation != known { snapshot = try live.connection.snapshot(named: name) }
            return Outcome(found: .success(snapshot), socket: live.way == .told ? live.connection.socket : -1)
        } catch {
            link = nil
            return Outcome(found: .failure(error))
        }
    }

    /// Takes over what a reading gave, and wakes the loop.
    private func settle(_ outcome: Outcome) {
        let now = MonotonicClock.milliseconds
        shared.withLock { shared in
            shared.isWorking = false
            shared.socket = outcome.socket
            switch outcome.found {
            case .success(let snapshot):
                shared.failures = 0
                shared.fault = nil
                if let snapshot {
                    shared.generation = snapshot.generation
                    shared.mustRead = snapshot.nextRelease != nil
                }
                let asked = outcome.socket < 0 ? now + Self.interval : nil
                let released = snapshot?.nextRelease.map { now + max(0, min($0, 1 << 30)) }
                shared.next = [asked, released].compactMap { $0 }.min()
                shared.reading = outcome.reading ?? shared.reading
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
