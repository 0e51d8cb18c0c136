import Cells
import Synchronization

/// The value that was made last, with everything that it depends on. It changes nothing that is shown.
final class KeptValue<Key: Sendable, Value: Sendable>: Sendable {
    private let kept = Mutex<(key: Key, value: Value)?>(nil)

    func value(_ key: Key, _ make: () -> Value) -> Value where Key: Equatable {
        kept.withLock { kept in
            if let kept, kept.key == key { return kept.value }
            let value = make()
            kept = (key, value)
            return value
        }
    }
}
