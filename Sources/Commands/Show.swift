import ArgumentParser
import Reports
import Tables
import Wording

/// Figures to standard output.
struct Show: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv, json, md }

    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "把数据写到标准输出。Figures to standard output.",
        discussion: "不写名称即为全部。Without a name, all of them.")

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("专题或指标：代码或名称。A topic or indicator, by code or name.", valueName: "name"))
    var name: String?
    @Option(name: .long, help: ArgumentHelp("地区：代码或名称。An area, by code or name.", valueName: "code"))
    var area: String?
    @Flag(name: .long, help: "每个指标和地区只取最新一期。Only the newest of each indicator and area.")
    var latest = false
    @Option(name: .long, help: ArgumentHelp("格式：text、csv、json、md。Format.", valueName: "format"))
    var format: Format = .text

    mutating func run() throws {
        let language = ConsoleChoices.resolve(common.lang)
        let catalogue = try ConsoleRun.catalogue(common.choice, language).get()
        let selection = try Lookup.selection(name, area: area, latest: latest, catalogue).refusing()
        let options = WordingOptions(language: language)
        switch format {
        case .text: try StandardStreams.put(TextReport.figures(catalogue, selection, options))
        case .md: try StandardStreams.put(MarkdownText.figures(catalogue, selection, options))
        case .csv: try StandardStreams.put(CatalogueCSV.write(catalogue, selection))
        case .json: try StandardStreams.put(CatalogueJSON.write(catalogue, selection))
        }
    }
}
