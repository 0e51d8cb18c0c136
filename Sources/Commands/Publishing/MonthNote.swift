import Cells
import Indicators
import Tables

/// What is said of a new month: what was added, what a person has to look at, and what was not carried forward.
enum MonthNote {
    /// How many of those that were not carried forward are named.
    private static let most = 20

    static func text(_ template: MonthTemplate, _ catalogue: Catalogue, _ folder: MemoryFolder, _ language: Language)
        -> String
    {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let table = (folder.path(ofTable: "observations") ?? "observations.csv").harmless()
        let month = template.month.text, until = template.last.text
        var lines = [
            say(
                "\(table) 末尾加了 \(template.rows.count) 行，时期到 \(month)，照截至 \(until) 的那些；填 OBS_VALUE 与 PRINTED，把 "
                    + "OBS_STATUS 的 O 改成 A。",
                "\(EnglishCount.text(template.rows.count, "row")) for \(month) at the end of \(table), "
                    + "as there were to \(until): fill in OBS_VALUE and PRINTED, make OBS_STATUS A.")
        ]
        if !template.sources.isEmpty {
            let codes = template.sources.compactMap { $0["code"] }.joined(separator: say("、", ", ")).harmless()
            lines.append(
                say("新来源：\(codes)；日期与网址待填。", "New sources: \(codes); fill in their dates and addresses."))
        }
        let links = Set(template.links.compactMap { $0["LINK"] }).count
        if links > 0 { lines.append(say("关联接上 \(links) 组。", "Links carried forward: \(links).")) }
        if !template.samePlaces.isEmpty {
            lines.append(
                say(
                    "有 \(template.samePlaces.count) 行的 PLACE 没有写月份，照抄了，请看一看：",
                    "PLACE of \(EnglishCount.text(template.samePlaces.count, "row")) names no month and was copied; "
                        + "look at it:"
                ))
            let before = lineCount(folder, table: "observations")
            lines += template.samePlaces.prefix(most).map { number in
                let row = template.rows[number]
                return "  \(table):\(before + number + 1)  "
                    + [name(row["INDICATOR"] ?? "", row["REF_AREA"] ?? "", catalogue, language), row["PLACE"] ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: "  ").harmless()
            }
            if template.samePlaces.count > most {
                lines.append("  " + PublishingWords.in(language).more(template.samePlaces.count - most))
            }
        }
        if !template.left.isEmpty {
            lines.append(say("没有接上的 \(template.left.count) 项：", "Not carried forward: \(template.left.count)"))
            lines += template.left.prefix(most).map { left in
                let what = left.isLink ? say("关联", "link") : ""
                let source = catalogue.source(left.source)?.title[language] ?? left.source
                return "  "
                    + [
                        what, name(left.code, left.area, catalogue, language),
                        say("最后一期 \(left.last)", "last \(left.last)"),
                        source.isEmpty ? "" : say("来源 \(source)", "source: \(source)"),
                    ].filter { !$0.isEmpty }.joined(separator: "  ").harmless()
            }
            if template.left.count > most {
                lines.append("  " + PublishingWords.in(language).more(template.left.count - most))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func name(_ indicator: String, _ area: String, _ catalogue: Catalogue, _ language: Language)
        -> String
    {
        let name = catalogue.indicator(indicator)?.name[language] ?? indicator
        let area = catalogue.area(area)?.shortName[language] ?? area
        return area.isEmpty ? name : "\(name)  \(area)"
    }

    /// How many lines a table has before rows are added to it; a line that does not end counts.
    private static func lineCount(_ folder: MemoryFolder, table: String) -> Int {
        let bytes = folder.path(ofTable: table).flatMap { folder.files[$0] } ?? []
        return bytes.count { $0 == 0x0A } + (bytes.last == 0x0A || bytes.isEmpty ? 0 : 1)
    }
}
