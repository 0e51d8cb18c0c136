import Indicators

/// What a screen is called in the name of a file.
enum PaperName {
    static func code(of screen: Screen) -> String {
        switch screen {
        case .overview: "overview"
        case .topic(let code): code
        case .area(let code): "area-" + code
        case .indicator(let code, let area): code + (area.map { "-" + $0 } ?? "")
        case .districts: "districts"
        case .source(.figure(let key)): "source-" + key.indicator
        case .source(.brief(let code)), .source(.derived(let code)): "source-" + code
        case .search: "search"
        case .help: "help"
        case .compare(let code): "compare-" + code
        case .areas: "areas"
        case .filter: "filter"
        case .problems: "problems"
        }
    }

    /// Codes come from files: only a–z, 0–9 and single hyphens between them remain, and not many.
    static func plain(_ code: String) -> String {
        let parts = code.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let name = parts.joined(separator: "-").prefix(longestCode)
        return name.isEmpty ? "page" : String(name.last == "-" ? name.dropLast() : name)
    }

    private static let longestCode = 60
}
