extension String {
    /// The text with U+FFFD in place of every unsafe scalar (`DisplayWidth.isUnsafe`), for a terminal, a log or paper.
    ///
    /// - Parameter kept: a scalar that is not replaced, for example a line feed.
    public func harmless(keeping kept: Unicode.Scalar? = nil) -> String {
        // Nearly every text is harmless as it is.
        guard unicodeScalars.contains(where: { $0 != kept && DisplayWidth.isUnsafe($0) }) else { return self }
        return String(
            UnicodeScalarView(unicodeScalars.map { $0 != kept && DisplayWidth.isUnsafe($0) ? "\u{FFFD}" : $0 }))
    }
}
