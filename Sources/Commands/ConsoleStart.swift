import Console
import Indicators

/// Where the console begins.
struct ConsoleStart {
    var screen = Screen.overview
    /// The area that every screen shows; nil for the whole.
    var area: String?

    /// What the command line names, found in the data.
    ///
    /// - Throws: `Refusal` where something is not in it.
    static func find(_ choices: ConsoleChoices, _ catalogue: Catalogue) throws(Refusal) -> ConsoleStart {
        var start = ConsoleStart()
        if let name = choices.area {
            guard let found = Lookup.area(name, catalogue) else { throw Lookup.unknownArea(name, catalogue) }
            start.area = found.code == catalogue.rootArea.code ? nil : found.code
        }
        if let code = choices.indicator {
            guard let indicator = Lookup.indicator(code, catalogue) else { throw Lookup.unknown(code, catalogue) }
            start.screen = .indicator(indicator.code, area: nil)
        } else if let code = choices.topic {
            guard let topic = Lookup.topic(code, catalogue) else { throw Lookup.unknown(code, catalogue) }
            start.screen = .topic(topic.code)
        }
        return start
    }
}
