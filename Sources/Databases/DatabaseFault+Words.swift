import Indicators

extension DatabaseFault {
    /// What is wrong, in one sentence.
    public var message: LocalizedText {
        switch self {
        case .noLibrary(let name, let reason):
            .both("打不开 libpq（\(name)）：\(reason)", "cannot open libpq (\(name)): \(reason)")
        case .badAddress(let text): .both("数据库地址不对：\(text)", "the address of the data base is wrong: \(text)")
        case .unreachable(let text): .both("数据库连不上：\(text)", "the data base cannot be reached: \(text)")
        case .slow(let seconds):
            .both("数据库 \(seconds) 秒内没有答复", "the data base has not answered within \(seconds) seconds")
        case .lost: .both("与数据库的连接断了", "the connection to the data base is lost")
        case .starting: .both("数据库正在启动或恢复", "the data base is starting or recovering")
        case .full: .both("数据库的连接数已满", "the data base takes no more connections")
        case .tls(let text): .both("没有建立加密连接：\(text)", "no encrypted connection: \(text)")
        case .noPassword: .both("数据库要口令，没有给", "the data base wants a password and none was given")
        case .wrongPassword: .both("数据库用户名或口令不对", "the data base does not accept this user and password")
        case .notAdmitted(let text):
            .both("数据库不让这个用户从这里登录：\(text)", "the data base does not admit this user from here: \(text)")
        case .noDatabase(let text): .both("没有这个数据库：\(text)", "there is no such data base: \(text)")
        case .noSchema: .both("这个数据库里没有 minsheng 的表", "this data base does not have the tables of minsheng")
        case .otherSchema(let found, let known):
            .both(
                "数据库里的表是第 \(found) 版，本程序认得第 \(known) 版",
                "the tables are of version \(found), this program knows version \(known)")
        case .isEmpty: .both("数据库里还没有发布过数据", "nothing has been published in this data base yet")
        case .denied(let text):
            .both("数据库不许这个用户这样做：\(text)", "the data base does not allow this user to do that: \(text)")
        case .readOnly: .both("这个数据库只读（备库，或设成了只读）", "this data base is read-only (a standby, or set so)")
        case .busy: .both("另一个人正在发布", "somebody else is publishing")
        case .overtaken: .both("比较之后有人发布了新的一版", "somebody has published another version since it was compared")
        case .noGeneration(let number): .both("没有第 \(number) 版", "there is no version \(number)")
        case .server(let state, let text): .both("数据库报错 \(state)：\(text)", "the data base says \(state): \(text)")
        }
    }

    /// What to do.
    public var mend: LocalizedText {
        switch self {
        case .noLibrary:
            .both(
                "安装 libpq5（Debian：apt install libpq5），或用 MINSHENG_LIBPQ 指明数据库厂商的 libpq",
                "install libpq5 (Debian: apt install libpq5), or name the vendor's libpq in MINSHENG_LIBPQ")
        case .badAddress: .both("形如 postgresql://用户@主机/数据库", "it looks like postgresql://USER@HOST/DATABASE")
        case .unreachable:
            .both("检查主机、端口、网络与防火墙；服务器是否在运行", "check host, port, network and firewall, and whether the server runs")
        case .slow: .both("检查网络与服务器的负载", "check the network and the load of the server")
        case .lost, .starting, .full: .both("会自动再试", "it is tried again by itself")
        case .tls:
            .both(
                "检查 sslmode 与证书（sslrootcert）；服务器须开启 ssl",
                "check sslmode and the certificate (sslrootcert); the server must have ssl on")
        case .noPassword, .wrongPassword:
            .both(
                "把口令写进 ~/.pgpass（权限 600）；不要写在命令行里", "write it into ~/.pgpass (mode 600), not on the command line")
        case .notAdmitted: .both("请数据库管理员查看 pg_hba.conf", "ask the administrator to look at pg_hba.conf")
        case .noDatabase: .both("检查地址里的数据库名，或用 createdb 新建", "check the name in the address, or make it with createdb")
        case .noSchema: .both("用 minsheng database create 建表", "make them with: minsheng database create")
        case .otherSchema(let found, let known):
            found > known
                ? .both("换用新版的 minsheng", "use a newer minsheng")
                : .both("用 minsheng database create 更新表", "bring them up to date with: minsheng database create")
        case .isEmpty:
            .both(
                "用 minsheng publish 文件夹 --to 地址 发布第一版", "publish the first with: minsheng publish FOLDER --to ADDRESS")
        case .denied:
            .both(
                "授予角色：看用 minsheng_reader，公众屏用 minsheng_kiosk，发布用 minsheng_clerk",
                "grant a role: minsheng_reader to look, minsheng_kiosk for kiosks, minsheng_clerk to publish")
        case .readOnly: .both("发布到主库", "publish to the primary")
        case .busy, .overtaken: .both("再试一次", "try again")
        case .noGeneration:
            .both("用 minsheng rollback 地址 --list 看有哪些", "see them with: minsheng rollback ADDRESS --list")
        case .server: .both("请数据库管理员查看日志", "ask the administrator to look at the log")
        }
    }

    /// The name of the fault, for scripts.
    public var code: String {
        switch self {
        case .noLibrary: "no-library"
        case .badAddress: "bad-address"
        case .unreachable: "unreachable"
        case .slow: "slow"
        case .lost: "lost"
        case .starting: "starting"
        case .full: "full"
        case .tls: "tls"
        case .noPassword, .wrongPassword, .notAdmitted: "not-admitted"
        case .noDatabase: "no-database"
        case .noSchema: "no-schema"
        case .otherSchema: "other-schema"
        case .isEmpty: "empty"
        case .denied: "denied"
        case .readOnly: "read-only"
        case .busy, .overtaken: "busy"
        case .noGeneration: "no-generation"
        case .server: "server"
        }
    }
}

extension LocalizedText {
    fileprivate static func both(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
}
