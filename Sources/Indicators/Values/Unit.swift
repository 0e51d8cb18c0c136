/// What a value counts.
public struct Unit: Hashable, Sendable {
    /// The Chinese word as printed; the English word in the plural.
    public let name: LocalizedText
    /// The English word for one; the plural where there is none of its own.
    public let englishSingular: String

    /// - Parameter english: `people`, or `person|people` where the singular differs.
    public init(chinese: String, english: String) {
        guard let bar = english.utf8.firstIndex(of: UInt8(ascii: "|")) else {
            name = LocalizedText(zh: chinese, en: english)
            englishSingular = english
            return
        }
        let one = String(english[..<bar]), many = String(english[english.utf8.index(after: bar)...])
        // Where a form is missing the other stands for both.
        name = LocalizedText(zh: chinese, en: many.isEmpty ? one : many)
        englishSingular = one.isEmpty ? many : one
    }

    /// Both English words as they stand in a table: `person|people`.
    public var english: String { englishSingular == name.en ? name.en : "\(englishSingular)|\(name.en)" }

    /// The word beside a value; one of something in English, or one less, takes the singular.
    public func name(_ language: Language, count: DecimalNumber?) -> String {
        if language == .en, let count, count.significand.magnitude == 1, count.scale == 0 { return englishSingular }
        return name[language]
    }

    /// Whether values are percentages, whose changes are stated in percentage points: %, % GDP.
    public var isPercent: Bool { name.zh.hasPrefix("%") }

    /// Whether value and unit are one sign: 5A.
    public var isGrade: Bool { name.zh == "A" }
}
