import ArgumentParser
import Indicators
import Reports
import Tables
import Wording

/// What needs attention, for a person or for a digest by cron.
struct Attention: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, md }

    static let configuration = CommandConfiguration(
        commandName: "attention",
        abstract: "关注清单：落后、打破、逾期、未报、不一致、修订与变动，最重在前。What needs attention, the worst first.",
        discussion: """
            退出码：0 没有要关注的，1 有，2 数据打不开，64 用法不对，66 没有这个文件。
            Exit: 0 nothing needs attention, 1 something does, 2 the data do not open, 64 wrong use, 66 no such file.
            """)

    @OptionGroup var common: CommonOptions
    @Option(
        name: .long, help: ArgumentHelp("只看这个责任单位：名称或其中一段。A department, by a part of its name.", valueName: "unit"))
    var unit: String?
    @Option(name: .long, help: ArgumentHelp("只看这个地区：代码或名称。This area only.", valueName: "code"))
    var area: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "与这一版相比有何变动：版号(例如 000012)，或另一个数据文件夹。What changed since this version, or another folder.",
            valueName: "generation"))
    var since: String?
    @Option(name: .long, help: ArgumentHelp("格式：text、json、md。Format.", valueName: "format"))
    var format: Format = .text

    mutating func run() throws {
        let language = ConsoleChoices.resolve(common.lang)
        let catalogue = try ConsoleRun.catalogue(common.choice, language).get()
        var areaCode: String?
        if let area {
            guard let found = Lookup.area(area, catalogue) else {
                throw ExitStatusError(status: Lookup.unknownArea(area, catalogue).report())
            }
            areaCode = found.code
        }
        let former = try since.map { try FormerReading.named($0, of: common.data, language) }
        let difference = former.map { CatalogueDifference(from: $0, to: catalogue) }
        var list = catalogue.attention
        if let former, let difference { list = catalogue.attention(since: former, difference) }
        list = list.of(area: areaCode)
        if let unit {
            guard Lookup.isDepartment(unit, catalogue) else {
                throw ExitStatusError(status: Lookup.unknownDepartment(unit, catalogue).report())
            }
            list = list.of(unit: unit)
        }
        let change = former.flatMap { former in
            difference.map { CitySentence.VersionChange($0, from: former, to: catalogue, in: areaCode) }
        }
        let report = AttentionReport(
            catalogue, list, area: areaCode, unit: unit, since: change, WordingOptions(language: language))
        switch format {
        case .json: try StandardStreams.put(AttentionJSON.write(list, catalogue))
        case .text: try StandardStreams.put(report.text)
        case .md: try StandardStreams.put(report.markdown)
        }
        if !list.isEmpty { throw ExitStatusError(status: .problems) }
    }
}
