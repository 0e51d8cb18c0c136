extension String {
    /// The text as a terminal, a log or a sheet of paper may have it: U+FFFD for what would be obeyed or cannot be
    /// seen.
    ///
    /// - Parameter kept: stays as it is.
    public func harmless(keeping kept: Unicode.Scalar? = nil) -> String {
        String(UnicodeScalarView(unicodeScalars.map { $0 != kept && DisplayWidth.isUnsafe($0) ? "\u{FFFD}" : $0 }))
    }
}
