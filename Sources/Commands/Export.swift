import Indicators
import ArgumentParser
import Reports
import Tables
import Wording

/// The tables for other programs: spreadsheets, scripts, statistics offices, texts.
struct Export: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv, json
        case sdmx = "sdmx-csv"
        case md
    }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "把数据交给别的程序：表格软件、脚本、统计部门、文章。The data for other programs.",
        discussion: """
            csv：供 Excel、WPS，带 BOM，不会被当成公式；sdmx-csv：SDMX-CSV 2.0；json；md：Markdown。未到发布时间的不写出。
            csv for Excel and WPS, with BOM, no cell taken for a formula; sdmx-csv: SDMX-CSV 2.0; json; md: \
            Markdown. What is under embargo is left out.
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("专题或指标：代码或名称。A topic or indicator, by code or name.", valueName: "name"))
    var name: String?
    @Option(name: .long, help: ArgumentHelp("地区：代码或名称。An area, by code or name.", valueName: "code"))
    var area: String?
    @Flag(name: .long, help: "每个指标和地区只取最新一期。Only the newest of each indicator and area.")
    var latest = false
    @Option(
        name: .long,
        help: ArgumentHelp(
            "格式：csv、json、sdmx-csv、md；不写则看 --out 的结尾。Format; by the end of --out where not given.", valueName: "format"))
    var format: Format?
    @Option(name: .long, help: ArgumentHelp("写进文件；不写即写到标准输出。To a file instead of standard output.", valueName: "file"))
    var out: String?

    static var kinds: OutputKind<Format> {
        OutputKind<Format>(
            endings: [("csv", .csv), ("csv", .sdmx), ("json", .json), ("md", .md), ("markdown", .md)], standard: .csv)
    }

    mutating func run() throws {
        let format = try Self.kinds.format(format, file: out).refusing()
        let language = ConsoleChoices.resolve(common.lang), progress = Progress()
        progress.step(language == .zh ? "读取数据……" : "reading the data …")
        let catalogue = try ConsoleRun.catalogue(common.choice, language).get()
        let selection = try Lookup.selection(name, area: area, latest: latest, catalogue).refusing()
        try OutputFile.writing(to: out) { put in
            var done = 0
            func piece(_ text: String) throws {
                try put(text)
                done += text.utf8.count
                progress.step(language == .zh ? "已写出 \(done >> 10) KiB……" : "\(done >> 10) KiB written …")
            }
            switch format {
            case .csv: try SpreadsheetCSV.write(catalogue, selection, piece)
            case .sdmx: try StatisticalCSV.write(catalogue, selection, piece)
            case .json: try piece(CatalogueJSON.write(catalogue, selection))
            case .md: try piece(MarkdownText.figures(catalogue, selection, WordingOptions(language: language)))
            }
        }
        let timeless = format == .sdmx ? StatisticalCSV.withoutTime(catalogue, selection) : 0
        if timeless > 0 {
            StandardStreams.complain(
                language == .zh
                    ? "minsheng: \(timeless) 个数据的来源没有说时间，TIME_PERIOD 为空；SDMX 要求每个都有。\n"
                    : "minsheng: the source states no time for \(EnglishCount.text(timeless, "figure")), "
                        + "whose TIME_PERIOD is empty; "
                        + "SDMX wants one of each.\n"
            )
        }
    }
}
