import ArgumentParser
import Databases

/// The tables of a data set in PostgreSQL.
struct Database: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database", abstract: "数据库：建表。The tables in PostgreSQL.", subcommands: [Create.self])

    /// Makes the tables, views, roles, indexes and functions.
    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "在 PostgreSQL 里建表、视图、角色；已有的不动。Make what a data set needs in PostgreSQL.",
            discussion: """
                角色：minsheng_reader 看，minsheng_kiosk 公众屏（未到发布时间的看不到），minsheng_clerk 发布；请授予登录用户。
                Roles to grant: minsheng_reader looks, minsheng_kiosk sees nothing under embargo, \
                minsheng_clerk publishes. docs/database.md
                """)

        @Argument(help: ArgumentHelp("postgresql://…", valueName: "address"))
        var address: String
        @Flag(name: .long, help: "只写出 SQL，交给数据库管理员。Only write the SQL, for an administrator.")
        var print = false

        mutating func run() throws {
            guard let address = DatabaseAddress(address) else {
                throw ExitStatusError(
                    status: Refusal(
                        .wrongUse, "数据库地址形如 postgresql://用户@主机/数据库。",
                        "the address of a data base looks like postgresql://USER@HOST/DATABASE."
                    ).report())
            }
            if print { return try StandardStreams.put(Schema.statements.map { $0 + ";\n" }.joined(separator: "\n")) }
            do throws(DatabaseFault) {
                try DatabaseStore(address).create()
            } catch {
                throw ExitStatusError(status: Refusal(error, at: address.shown).report())
            }
            try StandardStreams.put("\(address.shown)：表已建好。The tables are there.\n")
        }
    }
}
