import ArgumentParser
import Reports
import Wording

/// The briefing 简报 for a meeting.
struct Report: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case md, html, text }

    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "简报：各专题的要点、数据表、举措、出处与说明，可打印在 A4 纸上。The briefing: every topic with figures, measures, sources; prints on "
            + "A4.",
        discussion:
            "html 不含脚本，不引用别的文件，可用浏览器、WPS、LibreOffice 打开。The html has no script and needs no other file; browsers, "
            + "WPS and LibreOffice open it."
    )

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: ArgumentHelp("只写这个专题。This topic only.", valueName: "topic"))
    var topic: String?
    @Option(name: .long, help: ArgumentHelp("只写这个地区：代码或名称。This area only.", valueName: "code"))
    var area: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "格式：text、md、html；不写则看 --out 的结尾。Format; by the end of --out where not given.", valueName: "format"))
    var format: Format?
    @Option(name: .long, help: ArgumentHelp("写进文件；不写即写到标准输出。To a file instead of standard output.", valueName: "file"))
    var out: String?

    @Flag(
        name: .customLong("one-page"),
        help: "一页纸：三句话、关注清单与各专题，一张 A4；文字至多 66 行。One page of A4; as text at most 66 lines.")
    var onePage = false

    static var kinds: OutputKind<Format> {
        OutputKind<Format>(
            endings: [("html", .html), ("htm", .html), ("md", .md), ("markdown", .md), ("txt", .text)], standard: .text)
    }

    mutating func run() throws {
        let format = try Self.kinds.format(format, file: out).refusing()
        let language = ConsoleChoices.resolve(common.lang)
        let catalogue = try ConsoleRun.catalogue(common.choice, language).get()
        var topicCode: String?, areaCode: String?
        if let topic {
            guard let found = Lookup.topic(topic, catalogue) else {
                throw ExitStatusError(status: Lookup.unknown(topic, catalogue).report())
            }
            topicCode = found.code
        }
        if let area {
            guard let found = Lookup.area(area, catalogue) else {
                throw ExitStatusError(status: Lookup.unknownArea(area, catalogue).report())
            }
            areaCode = found.code
        }
        let printed = LocalTime(WallClock.now)?.text ?? ""
        if onePage {
            if topic != nil {
                throw ExitStatusError(
                    status: Refusal(
                        .wrongUse, "--one-page 是全市或一个地区的一页纸，不能与 --topic 同用。",
                        "--one-page is about the whole or an area; it does not go with --topic."
                    ).report())
            }
            let page = OnePage(catalogue, area: areaCode, printed: printed, WordingOptions(language: language))
            return try OutputFile.writing(to: out) { try $0(page.written(as: format)) }
        }
        let briefing = Briefing(
            catalogue, topic: topicCode, area: areaCode, printed: printed, WordingOptions(language: language))
        let text =
            switch format {
            case .md: briefing.markdown
            case .html: briefing.html
            case .text: briefing.text
            }
        try OutputFile.writing(to: out) { try $0(text) }
    }
}

extension OnePage {
    fileprivate func written(as format: Report.Format) -> String {
        switch format {
        case .md: markdown
        case .html: html
        case .text: text
        }
    }
}
