import Indicators

/// The briefing 简报 that a section chief takes to a meeting: how each topic stands, its figures, what was done, where
/// all of it comes from. Words only; Markdown, plain text and HTML write the same.
public struct Briefing: Sendable {
    /// One figure, or the promise that nothing is reported of yet.
    struct Row: Hashable, Sendable {
        let name: String
        /// With qualifier, unit and status, or the word for why there is none.
        let value: String
        let period: String
        /// How it stands against its target; empty where there is none.
        let pace: String
        /// Against the same span of the year before; empty where that cannot be said.
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
    let parts: [Part]
    /// Sources with places, in the order of their numbers.
    let notes: [String]
    /// How figures came to be and are judged.
    let methods: [String]
    /// Every observation that is in it.
    public let figures: Set<ObservationKey>
}
