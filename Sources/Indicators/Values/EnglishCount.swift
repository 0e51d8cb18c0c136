/// A number with the English word for what is counted: 1 problem, 2 problems.
package enum EnglishCount {
    /// - Parameters:
    ///   - one: the word in the singular; the plural ends in s.
    package static func text(_ count: Int, _ one: String) -> String { "\(count) " + word(count, one) }

    /// The word alone.
    package static func word(_ count: Int, _ one: String) -> String { count == 1 ? one : one + "s" }
}
