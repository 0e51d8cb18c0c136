extension DataProblem {
    private static let sourcePrefix = "source-"

    /// A problem of where data come from, such as a server that does not answer. Nothing is wrong with the data.
    ///
    /// - Parameters:
    ///   - source: the name of the source in messages.
    ///   - code: what is wrong, for scripts.
    public init(source: String, code: String, _ message: LocalizedText, mend: LocalizedText) {
        self.init(
            code: Self.sourcePrefix + code, severity: .error, message: message, expected: LocalizedText(zh: "", en: ""),
            mend: mend, file: source, line: nil, column: nil, field: "", found: "")
    }

    /// Whether the problem is one of where the data come from.
    public var isOfSource: Bool { code.hasPrefix(Self.sourcePrefix) }
}

extension CatalogueReading {
    /// The reading of a source that gave nothing.
    public init(unreachable problem: DataProblem) { self.init(catalogue: nil, problems: [problem], files: []) }
}
