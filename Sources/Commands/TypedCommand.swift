import Cells

/// A command of this program as a person can type it.
enum TypedCommand {
    /// The command with every argument quoted for a shell where it has to be.
    static func minsheng(_ arguments: String...) -> String {
        (["minsheng"] + arguments.map(quoted)).joined(separator: " ")
    }

    /// An argument as a POSIX shell reads it back.
    static func quoted(_ argument: String) -> String {
        // Control characters cannot be typed; they are shown as everywhere else.
        let text = argument.harmless()
        let isPlain =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                        || "_@%+=:,./-".unicodeScalars.contains(scalar)
                    : scalar.properties.isAlphabetic
            }
        return isPlain
            ? text
            : "'"
                + text.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "'\\''") + "'"
    }
}
