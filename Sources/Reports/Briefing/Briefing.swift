import Indicators

/// The briefing 简报 for a meeting: for each topic its state, its figures and what was done, with the source of each. It
/// holds words only; the Markdown, plain-text and HTML writers share it.
public struct Briefing: Sendable {
    /// One figure, or a target for which nothing is reported yet.
    struct Row: Hashable, Sendable {
        let name: String
        /// The value with qualifier, unit and status, or the word that says why there is none.
        let value: String
        let period: String
        /// How it stands against its target; empty where there is none.
        let pace: String
        /// The change on the same span of the year before; empty where there is none to compare.
        let change: String
        /// Numbers of its notes.
        let notes: [Int]
    }

    struct Measure: Hashable, Sendable {
        let text: String
        let state: String
        let notes: [Int]
    }

    struct Part: Hashable, Sendable {
        let title: String
        /// What stands for the topic, in one sentence.
        let headline: String
        let rows: [Row]
        /// Computed figures with their formulas.
        let computed: [String]
        let measures: [Measure]
        /// 口径 and what is to be said of single figures.
        let definitions: [String]
        /// Who is responsible for what.
        let departments: [String]
        /// What the areas report, a line for each indicator.
        let areas: [AreaLine]
    }

    struct AreaLine: Hashable, Sendable {
        let name: String
        let figures: String
        let notes: [Int]
    }

    let language: Language
    let title: String
    /// Area and period.
    let about: String
    let isFictional: Bool
    /// How much can be judged and how it stands, the periods of the data, when this was printed.
    let facts: [String]
    /// The sentences for the whole.
    let opening: [String]
    /// What needs attention, a sentence each.
    let attention: [String]
    let parts: [Part]
    /// The sources with the position of each figure in them, in the order of their numbers.
    let notes: [String]
    /// How figures were computed and judged.
    let methods: [String]
    /// Every observation that is in it.
    public let figures: Set<ObservationKey>
}
