import Glibc
import Synchronization

/// Runs the same work on all cores at once. Each worker has an index and a result.
package enum Workers {
    /// The number of available cores.
    package static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// The results in the order of the indices. The first is computed on the calling thread.
    package static func map<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
        let results = Results<Result>(count)
        var threads: [pthread_t] = []
        var unstarted: [Int] = []
        for index in 1..<max(1, count) {
            if let thread = Thread.start({ results.store(body(index), at: index) }) {
                threads.append(thread)
            } else {
                unstarted.append(index)
            }
        }
        results.store(body(0), at: 0)
        // Work for which the system provides no thread is done here.
        for index in unstarted { results.store(body(index), at: index) }
        for thread in threads { pthread_join(thread, nil) }
        return results.all
    }

    private final class Results<Result: Sendable>: Sendable {
        private let results: Mutex<[Result?]>
        init(_ count: Int) { results = Mutex([Result?](repeating: nil, count: max(1, count))) }
        func store(_ result: Result, at index: Int) { results.withLock { $0[index] = result } }
        var all: [Result] { results.withLock { $0.compactMap { $0 } } }
    }
}

/// Work on a separate thread.
public enum Background {
    /// Starts the work and returns at once; false where the system provides no thread.
    @discardableResult
    public static func run(_ body: @escaping @Sendable () -> Void) -> Bool {
        guard let thread = Thread.start(body) else { return false }
        pthread_detach(thread)
        return true
    }
}

/// A thread of the system.
private enum Thread {
    private final class Job: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Nil where the system provides no thread.
    static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
        let job = Unmanaged.passRetained(Job(body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { job in
                if let job { Unmanaged<Job>.fromOpaque(job).takeRetainedValue().body() }
                return nil
            }, job.toOpaque())
        if status == 0 { return thread }
        job.release()
        return nil
    }
}
