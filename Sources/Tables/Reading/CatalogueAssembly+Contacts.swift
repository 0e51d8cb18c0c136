import Indicators

/// Reads whom the public may ask.
extension CatalogueAssembly {
    mutating func readContacts() {
        /// The line of each contact by its key: topic, department, window.
        var lines: [[String]: Int] = [:]
        each(.contacts) { assembly, row in
            let order = row.integer(.order)
            assembly.references.resolve(&row, .topic, in: .topics)
            if !row.isEmpty(.source) { assembly.references.resolve(&row, .source, in: .sources) }
            row.read(.telephone, as: NarrowText.of(row[.telephone], dashes: true))
            if !row[.telephone].allSatisfy(Self.isOfTelephone) { row.add(.telephone, .telephone) }
            let key = [row[.topic], row[.department_zh], row[.window_zh]]
            if let first = lines[key] {
                row.add(.repeatedCode(key.joined(separator: "·"), first), .department_zh)
            } else {
                lines[key] = row.line
            }
            guard row.isSound else { return }
            assembly.tables.contacts.append(
                Contact(
                    topic: row[.topic], order: order, department: row.localized(.department_zh, .department_en),
                    telephone: row[.telephone], window: row.localized(.window_zh, .window_en),
                    address: row.localized(.address_zh, .address_en), hours: row.localized(.hours_zh, .hours_en),
                    source: row[.source], place: row[.place]))
        }
    }

    /// Digits and what stands between them: 0000-555 0101 转 12.
    private static func isOfTelephone(_ character: Character) -> Bool {
        "0123456789 -+()/转".contains(character)
    }
}

extension Rule {
    static let telephone = Rule(
        "telephone", "不像电话号码", "not a telephone number",
        expected: ("数字、空格、短横，如 0000-555 0101 转 12", "digits, blanks and hyphens, like 0000-555 0101"),
        mend: ("照此改写；没有电话就留空", "write it like this; leave it empty where there is none"))
}
