/// The styles of an OpenDocument file, as far as they change what a cell means.
struct OpenDocumentStyles {
    /// What a style of numbers or dates makes of a value.
    struct Format {
        var shift = 0
        var unit: [UInt8] = []
        var precision: SerialDate.Precision?
    }

    private var data: [String: Format] = [:]
    private var cells: [String: String] = [:]
    private var hidden: Set<String> = []

    private var style = ""
    private var name = ""
    private var format = Format()
    private var isNumber = false
    private var isBehindNumber = false
    private var isText = false
    private var letters = ""
    private var unit: [UInt8] = []

    private var places: [String: RaisedText.Place] = [:]

    /// Where text of a style stands.
    func place(_ style: String) -> RaisedText.Place? { places[style] }

    func isHidden(_ style: String) -> Bool { hidden.contains(style) }

    func format(_ style: String) -> Format? { cells[style].flatMap { data[$0] } }

    mutating func start(_ element: XMLName, _ attributes: XMLAttributes) {
        switch element {
        case "style":
            style = attributes["name"] ?? ""
            if let dataStyle = attributes["data-style-name"] { cells[style] = dataStyle }
        case "text-properties":
            // `super 58%`, `33% 58%`, `-33% 58%`
            guard let position = attributes["text-position"] else { break }
            if position.hasPrefix("super") || position.first?.isNumber == true, !position.hasPrefix("0%") {
                places[style] = .raised
            } else if position.hasPrefix("sub") || position.hasPrefix("-") {
                places[style] = .lowered
            }
        case "table-properties": if attributes["display"] == "false" { hidden.insert(style) }
        case "number-style", "date-style", "currency-style":
            name = attributes["name"] ?? ""
            (format, letters, unit, isNumber, isBehindNumber) = (Format(), "", [], element == "number-style", false)
        case "number":
            isBehindNumber = true
            format.shift = Self.zeros(attributes["display-factor"])
        case "text": isText = true
        case "year", "era": letters += "y"
        case "month": letters += "m"
        case "day", "day-of-week": letters += "d"
        case "hours", "minutes", "seconds": letters += "h"
        default: break
        }
    }

    /// A display factor of 1000 takes three places off.
    private static func zeros(_ factor: String?) -> Int {
        guard let factor, factor.first == "1", factor.dropFirst().allSatisfy({ $0 == "0" }) else { return 0 }
        return 1 - factor.count
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isText, isBehindNumber, isNumber { unit += bytes } }

    mutating func end(_ element: XMLName) {
        switch element {
        case "text": isText = false
        case "number-style", "date-style", "currency-style":
            let words = String(decoding: unit, as: UTF8.self)
            if !words.isEmpty, words.allSatisfy({ $0.isLetter || "/‰²³°".contains($0) }) { format.unit = unit }
            if format.unit.isEmpty, let magnitude = FormatSection.magnitudes[format.shift] {
                format.unit = Array(magnitude.utf8)
            }
            if letters.contains("y") || letters.contains("m") {
                format.precision =
                    letters.contains("h")
                    ? .instant : letters.contains("d") ? .day : letters.contains("m") ? .month : .year
            }
            data[name] = format
        default: break
        }
    }
}
