import Indicators

/// The words that only paper needs, in one language.
package struct PaperWords: Sendable {
    package let sources: String
    package let printed: String

    package static func `in`(_ language: Language) -> PaperWords {
        switch language {
        case .zh: PaperWords(sources: "来源", printed: "打印时间")
        case .en: PaperWords(sources: "Sources", printed: "Printed")
        }
    }
}
