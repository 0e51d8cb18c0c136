/// The line that a row stands on. Rows that differ only in it are the same row, moved.
package struct SourceLine: Hashable, Sendable {
    package var number = 0

    package init(number: Int = 0) { self.number = number }

    package static func == (one: SourceLine, other: SourceLine) -> Bool { true }
    package func hash(into hasher: inout Hasher) {}
}
