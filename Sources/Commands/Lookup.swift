import Cells
import Indicators

/// Finds what a person names on the command line: a code, or a name in either language.
enum Lookup {
    /// The figures that a command is asked for: of a topic or an indicator, of an area.
    static func selection(_ name: String?, area: String?, latest: Bool, _ catalogue: Catalogue) -> Result<
        FigureSelection, Refusal
    > {
        var selection = FigureSelection(latest: latest)
        if let name {
            if let topic = topic(name, catalogue) {
                selection.topic = topic.code
            } else if let indicator = indicator(name, catalogue) {
                selection.indicator = indicator.code
            } else {
                return .failure(unknown(name, catalogue))
            }
        }
        if let area {
            guard let found = self.area(area, catalogue) else { return .failure(unknownArea(area, catalogue)) }
            selection.area = found.code
        }
        return .success(selection)
    }

    static func topic(_ name: String, _ catalogue: Catalogue) -> Topic? {
        if let number = Int(name), catalogue.topics.indices.contains(number - 1) { return catalogue.topics[number - 1] }
        return catalogue.topic(name) ?? catalogue.topics.first { matches(name, [$0.title, $0.shortTitle]) }
    }

    static func indicator(_ name: String, _ catalogue: Catalogue) -> Indicator? {
        catalogue.indicator(name) ?? catalogue.indicators.first { matches(name, [$0.name, $0.shortName]) }
    }

    static func area(_ name: String, _ catalogue: Catalogue) -> Area? {
        catalogue.area(name) ?? catalogue.areas.first { matches(name, [$0.name, $0.shortName]) }
            ?? catalogue.areas.first { area in
                area.formerNames.contains { $0.split(separator: " ").contains { $0 == name } }
            }
    }

    private static func matches(_ name: String, _ texts: [LocalizedText]) -> Bool {
        texts.contains { $0.zh == name || $0.en.lowercased() == name.lowercased() }
    }

    /// What to say where no area has the name.
    static func unknownArea(_ name: String, _ catalogue: Catalogue) -> Refusal {
        let areas = catalogue.areas.map { "\($0.code) \($0.name.zh)" }.joined(separator: "、")
        let english = catalogue.areas.map { "\($0.code) \($0.name.en)" }.joined(separator: ", ")
        let shown = name.harmless()
        return Refusal(.wrongUse, "没有叫“\(shown)”的地区。地区有：\(areas)。", "no area is called “\(shown)”. Areas: \(english).")
    }

    /// Whether any indicator or follow-up names a department that contains a text.
    static func isDepartment(_ name: String, _ catalogue: Catalogue) -> Bool {
        departments(catalogue).contains {
            $0.zh.lowercased().contains(name.lowercased()) || $0.en.lowercased().contains(name.lowercased())
        }
    }

    private static func departments(_ catalogue: Catalogue) -> [LocalizedText] {
        var seen: Set<LocalizedText> = []
        return (catalogue.indicators.map(\.department) + catalogue.followUps.map(\.department))
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// What to say where no department has the name.
    static func unknownDepartment(_ name: String, _ catalogue: Catalogue) -> Refusal {
        let all = departments(catalogue), shown = name.harmless()
        let chinese = all.map { $0[.zh] }.joined(separator: "、"), english = all.map { $0[.en] }.joined(separator: "; ")
        return Refusal(
            .wrongUse, "没有叫“\(shown)”的责任单位。责任单位有：\(all.isEmpty ? "数据里没有写明" : chinese)。",
            "no department is called “\(shown)”. Departments: \(all.isEmpty ? "the data name none" : english).")
    }

    /// What to say where nothing has the name.
    static func unknown(_ name: String, _ catalogue: Catalogue) -> Refusal {
        let topics = catalogue.topics.map { "\($0.order) \($0.code) \($0.title.zh)" }.joined(separator: "、")
        let english = catalogue.topics.map { "\($0.order) \($0.code)" }.joined(separator: ", ")
        let shown = name.harmless()
        return Refusal(
            .wrongUse, "没有叫“\(shown)”的专题、指标或地区。专题有：\(topics)。",
            "no topic, indicator or area is called “\(shown)”. Topics: \(english).")
    }
}
