import Glibc
import Indicators
import Synchronization
import Tables
import Threads

/// A named source that is asked again in its interval, on a thread of its own, so that no key waits for it.
final class SourceFeed: DataFeed, Sendable {
    private let source: NamedSource
    /// A pipe: a byte in it says that there is something to take.
    private let ends: (reading: Int32, writing: Int32)
    private let reading: Mutex<SourceReading>
    private let shared = Mutex(Shared())

    private struct Shared {
        var isWorking = false
        /// When it is to be asked again, in milliseconds of the monotonic clock; nil before the first time.
        var next: Int?
        /// What was read and not taken yet, the oldest first.
        var readings: [CatalogueReading] = []
        /// Whether the data are to be read even if they are the same.
        var mustRead = false
    }

    /// Fails where the system gives no descriptors.
    init?(_ source: NamedSource) {
        self.source = source
        reading = Mutex(SourceReading(source))
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        self.ends = (ends[0], ends[1])
    }

    deinit {
        close(ends.reading)
        close(ends.writing)
    }

    var descriptor: Int32? { ends.reading }

    func milliseconds(now: Int) -> Int? {
        shared.withLock { shared in
            if !shared.readings.isEmpty { return 0 }
            return shared.isWorking ? nil : shared.next.map { max(0, $0 - now) }
        }
    }

    func hasChanged(now: Int) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 64)
        while Glibc.read(ends.reading, &bytes, bytes.count) > 0 {}
        let isDue = shared.withLock { !$0.isWorking && ($0.next.map { $0 <= now } ?? false) }
        if isDue { begin() }
        return shared.withLock { !$0.readings.isEmpty }
    }

    func differs() -> Bool { hasChanged() }

    /// Asks for the first time; the caller waits. What failed beside data that can be shown is told later.
    func first() -> Result<DataLocation, Refusal> {
        let outcome = ask()
        settle(problems(outcome), nil)
        return outcome.location.map { .success($0) } ?? .failure(Self.refusal(outcome, source))
    }

    /// What was read last, once; nil where nothing is new, and then it is asked again.
    func take() -> CatalogueReading? {
        let reading = shared.withLock { $0.readings.isEmpty ? nil : $0.readings.removeFirst() }
        if reading == nil {
            shared.withLock { $0.mustRead = true }
            begin()
        }
        return reading
    }

    var asking: LocalizedText { LocalizedText(zh: "正在向数据源要数据", en: "asking the source") }

    private func begin() {
        let isFree = shared.withLock { shared in
            defer { shared.isWorking = true }
            return !shared.isWorking
        }
        guard isFree else { return }
        let isStarted = Background.run { [self] in
            let outcome = ask()
            settle(problems(outcome), outcome.location.map { DataReader.read($0, now: WallClock.now) })
        }
        // Without a thread it is tried again later.
        if !isStarted { settle([], nil) }
    }

    private func ask() -> SourceReading.Outcome {
        let isWhole = shared.withLock { shared in
            defer { shared.mustRead = false }
            return shared.mustRead
        }
        return reading.withLock { $0.ask(now: MonotonicClock.milliseconds / 1_000, isWhole: isWhole) }
    }

    private func problems(_ outcome: SourceReading.Outcome) -> [DataProblem] {
        outcome.faults.map { $0.fault.problem(of: source.name, $0.part, age: $0.age) }
    }

    /// Takes over what a reading gave, and wakes the loop. What failed is told after the new data, so that it stays.
    private func settle(_ faults: [DataProblem], _ reading: CatalogueReading?) {
        shared.withLock { shared in
            shared.isWorking = false
            shared.next = MonotonicClock.milliseconds + source.interval * 1_000
            if let reading { shared.readings.append(reading) }
            if !faults.isEmpty {
                shared.readings.append(CatalogueReading(catalogue: nil, problems: faults, files: []))
            }
        }
        var byte: UInt8 = 1
        _ = write(ends.writing, &byte, 1)
    }

    /// Why there is nothing to show.
    static func refusal(_ outcome: SourceReading.Outcome, _ source: NamedSource) -> Refusal {
        let faults = outcome.faults.map(\.fault)
        return Refusal(
            .cannotGoOn,
            "source:\(source.name)：" + faults.map { "\($0.message.zh.harmless())。\($0.mend.zh)。" }.joined(),
            "source:\(source.name): " + faults.map { "\($0.message.en.harmless()). To do: \($0.mend.en). " }.joined())
    }
}
