import Testing

@testable import Databases

struct DatabaseFaultTests {
    @Test(arguments: [
        (
            "connection to server at \"h\" failed: FATAL:  28P01: no password\nLOCATION:  x, a.c:335\n",
            "not-admitted"
        ),
        ("connection to server at \"h\" failed: 致命错误:  3D000: 数据库 \"x\" 不存在\n", "no-database"),
        ("connection to server at \"h\" failed: FATAL:  57P03: the database system is starting up\n", "starting"),
        ("connection to server at \"h\" failed: FATAL:  53300: sorry, too many clients already\n", "full"),
        ("connection to server at \"h\", port 1 failed: Connection refused\n\tIs the server running?\n", "unreachable"),
        ("connection to server at \"h\" failed: server does not support SSL, but SSL was required\n", "tls"),
        ("root certificate file \"/x/root.crt\" does not exist\n", "tls"),
        ("invalid URI query parameter: \"nonsense\"\n", "bad-address"),
    ])
    func whatLibpqSaysOfAConnectionIsUnderstood(_ text: String, _ code: String) {
        #expect(DatabaseFault(connecting: text, needsPassword: false).code == code)
    }

    @Test func aMissingPasswordIsNotAWrongOne() {
        let text = "connection to server at \"h\" failed: fe_sendauth: no password supplied\n"
        #expect(DatabaseFault(connecting: text, needsPassword: true) == .noPassword)
    }

    @Test func aPlaceInTheServersSourcesIsNotShown() {
        #expect(DatabaseFault.oneLine("ERROR:  42P01: no\nLOCATION:  parse, x.c:1\n") == "ERROR:  42P01: no")
    }

    @Test func theAdviceOfLibpqIsNotShown() {
        let text =
            "connection to server at \"h\", port 1 failed: Connection refused\n\tIs the server running on that host?\n"
        #expect(DatabaseFault.oneLine(text) == "connection to server at \"h\", port 1 failed: Connection refused")
    }

    @Test(arguments: ["42P01", "3F000"]) func withoutTablesItSaysHowToMakeThem(_ state: String) {
        #expect(DatabaseFault(state: state, "").mend.en.contains("database create"))
    }

    @Test func everyFaultHasItsWordsInBothLanguages() {
        let all: [DatabaseFault] = [
            .noLibrary("l", reason: "r"), .badAddress("x"), .unreachable("x"), .slow(seconds: 3), .lost("x"), .starting,
            .full,
            .tls("x"), .noPassword, .wrongPassword("x"), .notAdmitted("x"), .noDatabase("x"), .noSchema,
            .otherSchema(found: 2, known: 1), .otherSchema(found: 0, known: 1), .isEmpty, .denied("x"), .readOnly,
            .busy,
            .overtaken, .noGeneration(3), .server(state: "XX000", "x"),
        ]
        for fault in all {
            for text in [fault.message, fault.mend] {
                #expect(!text.zh.isEmpty && !text.en.isEmpty && text.zh != text.en)
            }
        }
        #expect(Set(all.map(\.message)).count == all.count)
    }
}

struct DatabaseAddressTests {
    @Test(arguments: [
        ("postgresql://reader@host:5433/city", "postgresql://reader@host:5433/city"),
        ("postgres://host/city", "postgresql://host/city"),
        ("postgresql://reader:se:cr@et@host/city?sslmode=require&password=x", "postgresql://reader@host/city"),
        ("postgresql:///city?host=/run/x&password=x", "postgresql:///city"),
        ("postgresql://reader:se/cret@host/city", "postgresql://…"),
    ])
    func aPasswordIsNeverShown(_ address: String, _ shown: String) {
        #expect(DatabaseAddress(address)?.shown == shown)
    }

    @Test(arguments: ["", "@panjin", "/tables", "mysql://x", "postgresql:", "postgresql://a\u{0}b"])
    func otherTextsAreNoAddress(_ text: String) { #expect(DatabaseAddress(text) == nil) }
}

struct SchemaTests {
    @Test func everyColumnOfEveryTableIsKeptAndShown() {
        let all = Schema.statements.joined(separator: "\n")
        for table in Schema.tables {
            #expect(all.contains("CREATE VIEW \(Schema.view(table)) WITH (security_invoker = true)"))
            for column in table.columns {
                #expect(all.contains("ADD COLUMN IF NOT EXISTS \(Schema.quoted(column)) text"))
            }
        }
    }

    @Test func aNameIsQuoted() { #expect(Schema.quoted("a\"; DROP") == "\"a\"\"; DROP\"") }
}

struct PauseTests {
    @Test func pausesGrowToAMinuteAndAreNotTheSameForAll() {
        #expect((1...9).map { DatabaseFeed.pause(after: $0, chance: 0) / 1_000 } == [1, 2, 4, 8, 16, 32, 60, 60, 60])
        #expect(DatabaseFeed.pause(after: 3, chance: 0.5) == 5_000)
    }
}
