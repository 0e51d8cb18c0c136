import Indicators
import Tables
import Testing

@testable import Commands

/// Named sources: what their file may say, what a command may do, and what stays when it does not.
@Suite struct SourceListTests {
    private func list(_ text: String) -> SourceList { SourceList(Array(text.utf8), file: "sources.json") }

    @Test func saysWhereTablesComeFrom() throws {
        let list = list(
            """
            {
              "jobs": {"command": ["psql", "-c", "copy"], "every": 60, "timeout": 5, "largest": 2},
              "water": {"url": "https://h/w.csv"},
              "hall": {
                "folder": "/srv/city", "tables": {"observations": {"command": ["a"]}, "targets": {"url": "http://h/t"}}
              }
            }
            """)
        #expect(list.problems.isEmpty && list.sources.map(\.name) == ["jobs", "water", "hall"])
        let jobs = try #require(list["jobs"])
        #expect(jobs.interval == 60 && jobs.timeout == 5 && jobs.largest == 2 << 20 && jobs.folder == nil)
        #expect(jobs.parts == [NamedSource.Part(table: "", origin: .command(["psql", "-c", "copy"]))])
        #expect(try #require(list["water"]).interval == 300)
        #expect(try #require(list["hall"]).parts.map(\.table) == ["observations", "targets"])
        #expect(list["none"] == nil)
    }

    @Test(
        arguments: [
            ("[]", "source-kind", 1, 1), ("{\"a\": 1}", "source-kind", 1, 7), ("{\"A b\": {}}", "source-name", 1, 9),
            ("{\"a\": {\"comand\": [\"x\"], \"url\": \"http://h\"}}", "source-member", 1, 18),
            ("{\"a\": {}}", "source-origin", 1, 7), ("{\"a\": {\"command\": \"psql -c x\"}}", "source-kind", 1, 19),
            ("{\"a\": {\"command\": []}}", "source-kind", 1, 19),
            ("{\"a\": {\"url\": \"file:///etc/passwd\"}}", "source-kind", 1, 15),
            ("{\"a\": {\"url\": \"http://h\", \"every\": 1}}", "source-number", 1, 36),
            ("{\"a\": {\"folder\": \"city\"}}", "source-kind", 1, 18),
            ("{\"a\": {\"folder\": \"/c\", \"url\": \"http://h\"}}", "source-origin", 1, 7),
            ("{\"a\": {\"url\": \"http://h\", \"tables\": {}}}", "source-origin", 1, 7),
            ("{\"a\": {\"folder\": \"/c\", \"tables\": {\"jobs\": {\"url\": \"http://h\"}}}}", "source-table", 1, 43),
            ("{\"a\": ", "json-syntax", 1, 7),
        ] as [(String, String, Int, Int)])
    func saysWhatIsWrongAndWhere(_ text: String, _ code: String, _ line: Int, _ column: Int) {
        let problems = list(text).problems
        #expect(problems.map(\.code) == [code], "\(problems.map { $0.text(.en) })")
        #expect(problems.first?.line == line && problems.first?.column == column)
        for language in Language.allCases { #expect(problems.first?.message[language].isEmpty == false) }
    }
}

@Suite struct SourceCommandTests {
    private func run(_ words: String..., seconds: Int = 10, largest: Int = 1 << 20) -> Result<[UInt8], SourceFault> {
        SourceCommand.output(of: words, seconds: seconds, largest: largest)
    }

    @Test func givesWhatAProgramWrites() throws {
        #expect(try run("printf", "a\\nb").get() == Array("a\nb".utf8))
        #expect(try run("cat").isEmpty, "its input is empty")
        // No shell reads the words.
        #expect(try run("printf", "%s", "$HOME; `id`").get() == Array("$HOME; `id`".utf8))
    }

    @Test func isBoundedInTimeAndSize() {
        #expect(run("sh", "-c", "sleep 60 & sleep 60", seconds: 1) == .failure(.slow(program: "sh", seconds: 1)))
        #expect(run("yes", largest: 1 << 20) == .failure(.tooLarge(program: "yes", mebibytes: 1)))
    }

    @Test func saysHowAProgramFailed() {
        #expect(
            run("sh", "-c", "echo one >&2; echo two >&2; exit 3")
                == .failure(.failed(program: "sh", status: 3, said: "two")))
        #expect(run("sh", "-c", "kill -9 $$") == .failure(.failed(program: "sh", status: 137, said: "")))
        #expect(run("true") == .failure(.empty(program: "true")))
        guard case .failure(.notStarted(let program, _)) = run("no-such-program") else {
            Issue.record("started")
            return
        }
        #expect(program == "no-such-program")
    }
}

extension Result where Success == [UInt8] {
    /// Whether it failed because nothing was given.
    fileprivate var isEmpty: Bool {
        get throws { if case .failure(let fault) = self { (fault as? SourceFault)?.code == "empty" } else { false } }
    }
}

@Suite struct SourceReadingTests {
    private let part = NamedSource.Part(table: "", origin: .command(["x"]))

    private var source: NamedSource {
        NamedSource(name: "jobs", folder: nil, parts: [part], interval: 60, timeout: 1, largest: 1)
    }

    @Test func theLastGoodDataStayAndTheirAgeIsSaid() throws {
        var reading = SourceReading(source)
        let fault = SourceFault.failed(program: "x", status: 1, said: "no")
        let first = reading.ask(now: 0) { _, _ in .failure(fault) }
        #expect(first.location == nil && first.faults.map(\.age) == [nil])
        #expect(reading.ask(now: 60) { _, _ in .success([0x61]) }.location != nil)
        #expect(reading.ask(now: 120) { _, _ in .success([0x61]) }.location == nil, "the same is shown already")
        #expect(reading.ask(now: 120, isWhole: true) { _, _ in .success([0x61]) }.location != nil)
        let later = reading.ask(now: 900) { _, _ in .failure(fault) }
        #expect(later.location == nil && later.faults.map(\.age) == [780])
        let problem = try #require(later.faults.first.map { $0.fault.problem(of: "jobs", $0.part, age: $0.age) })
        #expect(problem.isOfSource && problem.message.zh == "x 以 1 结束：no；现为13 分钟前读到的数据")
        #expect(reading.ask(now: 960) { _, _ in .success([0x62]) }.location != nil)
    }

    @Test func curlFetchesWhatIsAnAddressAndNothingElse() {
        let words = NamedSource.Origin.address("https://h/-o").words(within: source)
        #expect(words.first == "curl" && Array(words.suffix(2)) == ["--", "https://h/-o"])
        #expect(words.contains("=https") && words.contains("--max-filesize"))
    }
}
