import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Console
@testable import Reports

@Suite struct BriefingTests {
    private func briefing(_ catalogue: Catalogue, topic: String? = nil, area: String? = nil, _ language: Language = .zh)
        -> Briefing
    {
        Briefing(catalogue, topic: topic, area: area, printed: "2026-12-01 09:00", WordingOptions(language: language))
    }

    @Test(arguments: [Language.zh, .en])
    func aTopicAsTextAndMarkdown(_ language: Language) throws {
        for (catalogue, name) in [(Sample.catalogue, "panjin"), (Sample.example, "example")] {
            let briefing = briefing(catalogue, topic: catalogue.topics[0].code, language)
            try assertSnapshot(
                briefing.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
                named: "briefing-\(name)-\(language.rawValue)-text")
            try assertSnapshot(
                briefing.markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
                named: "briefing-\(name)-\(language.rawValue)-md")
        }
    }

    /// What stands for every indicator of every area on the screen, and what is newest in an export, is in the report
    /// and nothing else. Where the newest was not reported, the whole has the figure that stands, with the other said
    /// beside it, and an area among others what they are listed by.
    @Test func holdsTheFiguresOfScreenAndExport() {
        for catalogue in [Sample.catalogue, Sample.example] {
            let state = DashboardState(catalogue: catalogue, size: Size(columns: 80, rows: 24))
            var screen: Set<ObservationKey> = [], beside: Set<ObservationKey> = []
            for area in catalogue.areas {
                for case .figure(_, let observation?) in state.figures(ofArea: area.code) where !observation.isWithheld
                {
                    screen.insert(observation.key)
                    guard let absent = catalogue.absence(since: observation) else { continue }
                    beside.insert(area.code == catalogue.rootArea.code ? absent.key : observation.key)
                }
            }
            for topic in catalogue.topics {
                for case .figure(_, let observation?) in state.content(of: .topic(topic.code)).items
                where !observation.isWithheld { #expect(screen.contains(observation.key)) }
            }
            let newest = Set(
                catalogue.indicators.flatMap { indicator in
                    catalogue.areas.compactMap {
                        catalogue.observations(of: indicator.code, in: $0.code).first { !$0.isWithheld }?.key
                    }
                })
            #expect(briefing(catalogue).figures == screen.union(newest).subtracting(beside))
            #expect(screen.count > 100)
        }
    }

    @Test func everyFigureIsInEveryForm() {
        for catalogue in [Sample.catalogue, Sample.example] {
            let briefing = briefing(catalogue)
            #expect(
                briefing.html.contains(">" + briefing.facts.map(HTMLText.escaped).joined(separator: "<br>\n") + "</p>"))
            let plain = briefing.text.filter { !$0.isWhitespace }, html = briefing.html.replacing("\u{A0}", with: " "),
                markdown = briefing.markdown
            for part in briefing.parts {
                for row in part.rows {
                    let value = row.value.filter { !$0.isWhitespace }
                    #expect(
                        plain.contains(row.name.filter { !$0.isWhitespace }) && plain.contains(value),
                        "\(row.name) \(row.value)")
                    #expect(
                        markdown.contains("| \(MarkdownText.escaped(row.name)) | \(MarkdownText.escaped(row.value)) |"),
                        "\(row.name)")
                    #expect(html.contains(HTMLText.escaped(row.name)), "\(row.name)")
                }
                for line in part.areas {
                    #expect(
                        html.contains(line.figures) && plain.contains(line.figures.filter { !$0.isWhitespace }),
                        "\(line.name)")
                }
                for text in part.definitions + part.computed {
                    #expect(html.contains(HTMLText.escaped(text)), "\(text)")
                }
            }
            for (index, note) in briefing.notes.enumerated() {
                #expect(html.contains("id=\"n\(index + 1)\">\(HTMLText.escaped(note))"))
            }
        }
    }

    @Test func everyNoteIsCitedAndEveryCitationHasANote() {
        let briefing = briefing(Sample.catalogue)
        let cited = Set(
            briefing.parts.flatMap { part in
                part.rows.flatMap(\.notes) + part.areas.flatMap(\.notes) + part.measures.flatMap(\.notes)
            })
        #expect(cited == Set(1...briefing.notes.count))
    }

    @Test func htmlStandsAlone() {
        for language in Language.allCases {
            let html = briefing(Sample.example, language).html
            for word in ["<script", "src=", "url(", "@import", "<link", "javascript:", "<iframe"] {
                #expect(!html.lowercased().contains(word), "\(word)")
            }
            #expect(html.contains("size: 21cm 29.7cm") && html.contains("虚构") == (language == .zh))
        }
    }

    @Test func whatIsUnderEmbargoIsNotInIt() throws {
        var city = ChangedCity()
        let instant = "2027-01-01T00:00:00Z", seconds = try #require(Instant(rfc3339: instant)).seconds
        city.edit("observations.csv") { lines in
            let column = lines[0].split(separator: ",").firstIndex(of: "EMBARGO_UNTIL") ?? 0
            return lines.map { line in
                guard line.hasPrefix("990100,new-urban-jobs,2026-01-01/P11M") else { return line }
                var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                cells[column] = instant
                return cells.joined(separator: ",")
            }
        }
        for (offset, isShown) in [(-1, false), (0, true), (1, true)] {
            let reading = city.reading(now: Instant(seconds: seconds + offset))
            let text = briefing(try #require(reading.catalogue, "\(reading.problems.prefix(3).map { $0.text(.en) })"))
                .text
            #expect(text.contains("24,002") == isShown, "\(offset)")
        }
    }

    @Test func anAreaHasOnlyItsOwnFigures() throws {
        let area = try #require(Sample.example.areas.last?.code)
        let briefing = briefing(Sample.example, area: area)
        #expect(briefing.figures.allSatisfy { $0.area == area } && briefing.figures.count > 3)
    }

    @Test func noLineOfTextIsTooLongNorBeginsWithAStop() {
        for language in Language.allCases {
            for line in briefing(Sample.catalogue, language).text.split(separator: "\n") {
                #expect(!["，", "。", "；", "：", "）", "、"].contains(line.drop { $0 == " " }.first ?? "x"), "\(line)")
            }
        }
    }
}
