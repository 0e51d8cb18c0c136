import Indicators

/// Puts a new month in the place of an old one in a text, such as the place of a figure in a monthly report.
struct MonthText {
    private let forms: [(old: [Unicode.Scalar], new: [Unicode.Scalar])]
    /// The old year.
    private let year: [Unicode.Scalar]

    /// - Parameters:
    ///   - old: the last day of the old period.
    ///   - new: the last day of the new one.
    init(from old: CalendarDay, to new: CalendarDay) {
        var forms: [(String, String)] = []
        let (y, m, year, month) = (old.year, old.month, new.year, new.month)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        for dash in ["—", "–", "-", "－", "至", "到", "~", "～"] {
            for first in ["1", "1月"] where m > 1 {
                forms.append(
                    ("\(y)年\(first)\(dash)\(m)月", month == 1 ? "\(year)年1月" : "\(year)年\(first)\(dash)\(month)月"))
            }
        }
        for (before, after) in [("\(y)年", "\(year)年"), ("", "")] {
            forms += [(before + "\(m)月", after + "\(month)月"), (before + two(m) + "月", after + two(month) + "月")]
            if m % 3 == 0, month % 3 == 0 {
                let numerals = ["一", "二", "三", "四"]
                for (one, other) in [
                    ("\(m / 3)", "\(month / 3)"), (numerals[m / 3 - 1], numerals[month / 3 - 1]),
                ] {
                    forms += ["第\(one)季度", "\(one)季度"].map { (before + $0, after + $0.replacingFirst(one, other)) }
                }
            }
        }
        for sign in ["-", "/", ".", ""] { forms.append(("\(y)\(sign)\(two(m))", "\(year)\(sign)\(two(month))")) }
        forms.append(("\(y)-\(m)", "\(year)-\(month)"))
        if m % 3 == 0, month % 3 == 0 {
            for sign in ["-Q", "Q", " Q", "-q", "q"] {
                forms.append(("\(y)\(sign)\(m / 3)", "\(year)\(sign)\(month / 3)"))
            }
        }
        for names in [Self.english, Self.english.map { String($0.prefix(3)) }] {
            forms += [
                ("\(names[m - 1]) \(y)", "\(names[month - 1]) \(year)"),
                ("\(y) \(names[m - 1])", "\(year) \(names[month - 1])"),
            ]
        }
        if y != year { forms.append(("\(y)", "\(year)")) }
        self.year = Array("\(y)".unicodeScalars)
        // The longest form first; of two that are equally long the one that was named first.
        let longest = forms.enumerated().sorted { one, other in
            (other.element.0.unicodeScalars.count, one.offset) < (one.element.0.unicodeScalars.count, other.offset)
        }
        self.forms = longest.map { (Array($0.element.0.unicodeScalars), Array($0.element.1.unicodeScalars)) }
    }

    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The text with the new month; nil where it does not name the old one.
    func replaced(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView(), index = 0, isChanged = false
        func isDigit(_ index: Int) -> Bool {
            scalars.indices.contains(index) && (0x30...0x39).contains(scalars[index].value)
        }
        /// A month without a year must not be that of another year, and a number must not be cut.
        func fits(_ old: [Unicode.Scalar]) -> Bool {
            let end = index + old.count
            guard end <= scalars.count, scalars[index..<end].elementsEqual(old) else { return false }
            if isDigit(index), isDigit(index - 1) { return false }
            if index > 0, scalars[index - 1] == "年" || scalars[index - 1] == "第", !old.starts(with: year) {
                return false
            }
            return !(isDigit(end - 1) && isDigit(end))
        }
        while index < scalars.count {
            if let form = forms.first(where: { fits($0.old) }) {
                result.append(contentsOf: form.new)
                index += form.old.count
                isChanged = true
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return isChanged ? String(result) : nil
    }
}

extension String {
    fileprivate func replacingFirst(_ old: String, _ new: String) -> String {
        guard let position = firstIndex(of: Character(old)) else { return self }
        return self[..<position] + new + self[index(after: position)...]
    }
}
