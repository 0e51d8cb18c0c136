/// A language of the program and of texts in the data.
public enum Language: String, CaseIterable, Hashable, Sendable { case zh, en }

/// A text in both languages.
public struct LocalizedText: Hashable, Sendable {
    /// The Chinese text; empty where there is none.
    public var zh: String
    /// The English text; empty where there is none.
    public var en: String

    /// Puts two texts together; either may be empty.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The text in a language; in the other language where it is missing.
    public subscript(_ language: Language) -> String {
        switch language {
        case .zh: zh.isEmpty ? en : zh
        case .en: en.isEmpty ? zh : en
        }
    }

    /// Whether the text is missing in both languages.
    public var isEmpty: Bool { zh.isEmpty && en.isEmpty }
}
