/// Contacts that a spreadsheet may have rewritten.
enum ContactRules {
    /// A telephone number that has lost the zeros at its beginning, as a spreadsheet takes them; nil for any other.
    ///
    /// - Parameter old: what it was in the version before.
    static func finding(_ contact: Contact, was old: Contact?) -> Finding? {
        func digits(_ text: String) -> Substring { text.filter { ("0"..."9").contains($0) }[...] }
        guard let old else { return nil }
        let before = digits(old.telephone), now = digits(contact.telephone)
        guard before.first == "0", !now.isEmpty, now == before.drop(while: { $0 == "0" }) else { return nil }
        return Finding(
            .digits,
            (
                "电话 \(old.telephone) 成了 \(contact.telephone)：开头的 0 没有了，可能被电子表格改写",
                "the telephone \(old.telephone) has become \(contact.telephone) without its leading zeros; perhaps a "
                    + "spreadsheet rewrote it"
            ), mend: ("把这一列设为文本，照原样写", "make the column text and write it as it was"), column: .telephone)
    }
}
