import Cells
import Glibc
import Indicators
import TestSupport
import Testing
import Themes
import Wording

@testable import Console
@testable import Reports

@Suite struct PaperTests {
    // MARK: What is on a page

    @Test(arguments: Language.allCases)
    func everyScreenGivesAPage(_ language: Language) throws {
        for one in try Self.screens(language) {
            let page = one.state.paperPage(date: "2022-12-31 09:05")
            let text = PaperText.write(page), html = PaperHTML.write(page)
            let words = squeezed(text)
            let name = "\(one.state.screen)"
            #expect(words.contains(squeezed(Sample.catalogue.package.title[language])), "\(name)")
            #expect(words.contains(squeezed(page.place)) && words.contains("2022-12-3109:05"), "\(name)")
            #expect(words.contains(squeezed(one.figure)), "\(name): \(one.figure)")
            #expect(page.sources.isEmpty == !one.hasSources, "\(name)")
            for source in page.sources {
                #expect(words.contains(squeezed(source)), "\(name)")
                #expect(html.contains("<li>\(HTMLText.escaped(source))</li>"), "\(name)")
            }
            #expect(
                !text.contains(Words.in(language).fictional) && !html.contains(Words.in(language).fictional), "\(name)")
        }
    }

    @Test(arguments: Language.allCases)
    func textStaysOnThePaper(_ language: Language) throws {
        for one in try Self.screens(language) {
            let text = PaperText.write(one.state.paperPage(date: ""))
            #expect(text.last == "\n" && !text.hasSuffix("\n\n"))
            for line in text.split(separator: "\n") {
                #expect(line.last != " " && DisplayWidth.of(String(line)) <= 96, "\(line)")
            }
        }
    }

    @Test func aListLongerThanAScreenIsWhole() throws {
        var state = Sample.state(80, 24)
        state.open(.topic("projects"))
        let page = state.paperPage(date: ""), lines = page.grid.lines(), ink = Ink(state)
        let indicators = Sample.catalogue.indicators(ofTopic: "projects")
        #expect(indicators.count >= 34)
        for indicator in indicators {
            let observation = state.shownObservation(of: indicator.code)
            let value = observation.flatMap { ink.wording.parts($0)?.value } ?? ink.wording.figure(observation)
            let names = [indicator.name.zh, indicator.shortName.zh].map { String($0.prefix(4)) }
            #expect(
                lines.contains { line in line.contains(value) && names.contains { line.contains($0) } },
                "\(indicator.code)")
            if let source = observation?.source {
                let title = try #require(Sample.catalogue.source(source)).title.zh
                #expect(page.sources.contains { $0.hasPrefix(title) }, "\(indicator.code)")
            }
        }
        for brief in Sample.catalogue.briefs(ofTopic: "projects") {
            #expect(lines.contains { $0.contains(brief.title.zh) }, "\(brief.code)")
        }
        #expect(!lines.contains { $0.contains("▾") })
    }

    /// Where the districts' rows end for want of room no sign says so, and beside a map the screen has one district at
    /// a time.
    @Test func everyDistrictIsOnItsPage() throws {
        for catalogue in [Sample.catalogue, Sample.example] {
            var state = DashboardState(catalogue: catalogue, size: Size(columns: 80, rows: 24))
            state.open(.districts)
            let lines = state.paperPage(date: "").grid.lines(), ink = Ink(state)
            for area in state.districts {
                #expect(lines.count { $0.contains("\(area.name.zh)  隶属 ") } == 1, "\(area.code)")
                for case .figure(let indicator, let observation?) in state.figures(ofArea: area.code) {
                    let value = ink.wording.parts(observation)?.value ?? ink.wording.figure(observation)
                    #expect(lines.contains { $0.contains(value) }, "\(area.code) \(indicator.code)")
                }
            }
        }
    }

    @Test func nothingIsSelectedOnPaper() throws {
        for one in try Self.screens(.zh) {
            let grid = one.state.paperPage(date: "").grid,
                selections = [Theme.Name.light, .mono].map { Theme($0)[.selection] }
            for row in 0..<grid.size.rows {
                #expect(grid.text(at: Point(column: 0, row: row)) != "▌", "\(one.state.screen)")
                for column in 0..<grid.size.columns {
                    #expect(!selections.contains(grid[Point(column: column, row: row)].style))
                }
            }
        }
    }

    @Test(arguments: Language.allCases)
    func inventedDataSaySoFirst(_ language: Language) throws {
        var state = DashboardState(
            catalogue: Sample.example, settings: Settings(language: language), size: Size(columns: 80, rows: 24))
        state.open(.topic("employment"))
        let page = state.paperPage(date: ""), fictional = Words.in(language).fictional
        #expect(PaperText.write(page).hasPrefix(fictional + "\n"))
        let head = try #require(PaperHTML.write(page).split(separator: "<h1>").first)
        #expect(head.hasSuffix("<p class=\"fictional\">\(fictional)</p>\n"))
        #expect(page.rules.contains(JudgementText.paceRule(Ink(state).wording)))
        #expect(squeezed(PaperText.write(page)).contains(squeezed(JudgementText.paceRule(Ink(state).wording))))
    }

    // MARK: HTML

    @Test(arguments: Language.allCases)
    func htmlIsOneWholeDocument(_ language: Language) throws {
        for one in try Self.screens(language) {
            let page = one.state.paperPage(date: "2022-12-31 09:05"), html = PaperHTML.write(page)
            #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=") && html.hasSuffix("</html>\n"))
            #expect(html.contains("<meta charset=\"utf-8\">") && html.contains("@page { size: A4; margin: 15mm }"))
            #expect(Self.unbalanced(html) == nil)
            #expect(read(html) == page.grid.lines(), "\(one.state.screen)")
            for outside in ["<script", "<link", "<img", "<a ", "url(", "@import"] {
                #expect(!html.contains(outside), "\(outside)")
            }
            #expect(try !#require(html.split(separator: "<body>").first).contains("background"))
            var rest = try #require(html.split(separator: "<pre>").first) + (html.split(separator: "</pre>").last ?? "")
            for source in Sample.catalogue.sources where !source.address.isEmpty {
                rest =
                    rest.split(separator: HTMLText.escaped(source.address), omittingEmptySubsequences: false).joined()[
                        ...]
            }
            #expect(!rest.contains("http"), "\(one.state.screen)")
        }
    }

    @Test func nothingInAPageIsMarkup() {
        let hostile = "</pre><script>alert(\"&'\")</script>\u{202E}\u{1B}[31m"
        var grid = CellGrid(size: Size(columns: 80, rows: 1))
        grid.put(hostile, at: Point(column: 0, row: 0), style: .plain)
        let page = PaperPage(
            language: .en, code: "x", title: hostile, place: hostile, isFictional: true, notes: [hostile], grid: grid,
            computed: [hostile],
            rules: [hostile], sources: [hostile])
        let html = PaperHTML.write(page)
        #expect(!html.contains("<script") && Self.unbalanced(html) == nil)
        #expect(!html.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
        #expect(html.contains("<h1>&lt;/pre&gt;&lt;script&gt;alert(&quot;&amp;&#39;&quot;)&lt;/script&gt;"))
        #expect(read(html) == grid.lines())
    }

    @Test func coloursAreDarkEnoughForPaper() throws {
        for index in UInt8.min...UInt8.max {
            let colour = PaperColour.css(index)
            let value = try #require(Int(colour.dropFirst(), radix: 16))
            #expect(colour.utf8.count == 7 && colour.first == "#")
            let light = zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).reduce(0.0) { sum, part in
                let share = Double(value >> part.0 & 0xFF) / 255
                return sum + part.1 * (share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4))
            }
            #expect(1.05 / (light + 0.05) >= 4.5, "\(index) \(colour)")
        }
        #expect(PaperColour.css(28) == "#007f00")
        #expect(PaperColour.css(16) == "#000000")
    }

    // MARK: Names of files

    @Test(arguments: [
        ("new-urban-jobs", "new-urban-jobs"), ("../../etc/Passwd", "etc-passwd"), ("a--b_c.", "a-b-c"), ("盘锦", "page"),
        ("", "page"), ("211122-DeSheng", "211122-desheng"),
    ])
    func nameOfAFileIsHarmless(_ code: String, _ expected: String) { #expect(PaperName.plain(code) == expected) }

    @Test func nameOfAFileIsShort() throws {
        let name = PaperName.plain(String(repeating: "ab-", count: 100))
        #expect(name.utf8.count <= 60 && name.last != "-")
        for one in try Self.screens(.zh) {
            #expect(
                one.state.paperPage(date: "").code.utf8.allSatisfy {
                    "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0)
                })
        }
    }

    // MARK: Helpers

    /// A screen with a text that must be on its page.
    private struct Sheet {
        let state: DashboardState
        let figure: String
        let hasSources: Bool
    }

    /// One of every kind.
    private static func screens(_ language: Language) throws -> [Sheet] {
        let catalogue = Sample.catalogue, words = Words.in(language)
        func sheet(_ screen: Screen, _ figure: String, hasSources: Bool = true) -> Sheet {
            var state = Sample.state(80, 24, Settings(language: language))
            state.open(screen)
            if screen == .search { state.press(.character("就")) }
            return Sheet(state: state, figure: figure, hasSources: hasSources)
        }
        let jobs = try #require(catalogue.headlineObservation(of: "new-urban-jobs"))
        let brief = try #require(catalogue.briefs.first), derived = try #require(catalogue.derived.first)
        let state = Sample.state(80, 24, Settings(language: language))
        let area = try #require(state.districts.first { !state.figures(ofArea: $0.code).isEmpty })
        guard case .figure(_, let observation?)? = state.figures(ofArea: area.code).first else { throw Missing() }
        let reported = Ink(state).wording.parts(observation)?.value ?? Ink(state).wording.figure(observation)
        return [
            sheet(.overview, "24,002"), sheet(.topic("employment"), "24,002"),
            sheet(.indicator("new-urban-jobs", area: nil), "24,002"),
            sheet(.districts, reported), sheet(.area(area.code), reported), sheet(.source(.figure(jobs.key)), "24,002"),
            sheet(.source(.brief(brief.code)), brief.title[language]),
            sheet(.source(.derived(derived.code)), derived.name[language]),
            sheet(.search, "24,002"), sheet(.compare("new-urban-jobs"), "24,002"),
            sheet(.help, words.helpSigns, hasSources: false),
            sheet(.areas, area.name[language], hasSources: false),
        ]
    }

    private struct Missing: Error {}

    /// A text without blanks and ends of lines, so that where it was broken does not matter.
    private func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// The first tag that closes nothing or is not closed; nil where all are in order.
    private static func unbalanced(_ html: String) -> String? {
        var open: [Substring] = []
        for piece in html.split(separator: "<").dropFirst() {
            guard let end = piece.firstIndex(of: ">") else { return String(piece) }
            let tag = piece[..<end]
            let name = tag.prefix { $0 != " " }
            switch name {
            case "meta": continue
            case _ where name.first == "/": if open.popLast() != name.dropFirst() { return String(tag) }
            default: open.append(name)
            }
        }
        return open.last.map(String.init)
    }

    /// The picture as a browser shows it.
    private func read(_ html: String) -> [String] {
        guard let start = html.split(separator: "<pre>").last, let picture = start.split(separator: "</pre>").first
        else { return [] }
        var text = "", isTag = false
        for character in picture {
            switch character {
            case "<": isTag = true
            case ">": isTag = false
            default: if !isTag { text.append(character) }
            }
        }
        for (sign, name) in [("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("&", "&amp;")] {
            text = text.split(separator: name, omittingEmptySubsequences: false).joined(separator: sign)
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
