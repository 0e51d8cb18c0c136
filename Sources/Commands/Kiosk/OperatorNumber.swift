import Cells
import Glibc
import Kiosk
import Tables

/// The operator's number, kept as crypt(3) writes it; never the number itself.
///
/// libcrypt is loaded only where a number is in use: every other command would wait for it, and not every machine has
/// it.
final class OperatorNumber {
    private typealias Crypt =
        @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>?
    private let crypt: Crypt
    private let hash: String
    /// More is no line of crypt(3).
    private static let mostBytes = 512

    /// Reads the file: one line of crypt(3). It must be for the operator's eyes only.
    static func read(_ path: String) -> Result<OperatorNumber, Refusal> {
        let shown = path.harmless()
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else {
            return .failure(
                Refusal(
                    .noSuchFile, "读不到口令文件 \(shown)。请检查路径与权限。",
                    "cannot read the number file \(shown). Check its path and permissions."))
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o027 == 0 else {
            return .failure(
                Refusal(
                    .cannotGoOn, "口令文件 \(shown) 别人也能读写。请执行：chmod 600 \(shown)",
                    "others may read or write the number file \(shown). Run: chmod 600 \(shown)"))
        }
        let bytes = (try? Files.read(file, atMost: mostBytes)) ?? []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        guard !bytes.isEmpty, bytes.count < mostBytes, let hash = lines.first, lines.dropFirst().allSatisfy(\.isEmpty)
        else { return .failure(notOneLine(shown)) }
        guard let library = dlopen("libcrypt.so.1", RTLD_NOW) ?? dlopen("libcrypt.so.2", RTLD_NOW),
            let symbol = dlsym(library, "crypt")
        else {
            return .failure(
                Refusal(
                    .cannotGoOn, "没有 libcrypt，无法核对口令。请安装 libcrypt1。",
                    "there is no libcrypt to check the number with. Install libcrypt1."))
        }
        let number = OperatorNumber(unsafeBitCast(symbol, to: Crypt.self), hash)
        // What crypt(3) does not understand it answers with *0 or *1; forms without $ look at eight characters only.
        guard hash.hasPrefix("$"), let probe = number.crypted("000000"), probe.hasPrefix("$"),
            probe.utf8.count == hash.utf8.count
        else {
            return .failure(notOneLine(shown))
        }
        return .success(number)
    }

    private static func notOneLine(_ shown: String) -> Refusal {
        Refusal(
            .cannotGoOn, "口令文件 \(shown) 应只有一行 crypt(3) 散列。可用 mkpasswd 生成：mkpasswd -m yescrypt > \(shown)",
            "the number file \(shown) should hold one line of crypt(3). Make it with: mkpasswd -m yescrypt > \(shown)")
    }

    private init(_ crypt: @escaping Crypt, _ hash: String) {
        self.crypt = crypt
        self.hash = hash
    }

    private func crypted(_ number: String) -> String? { crypt(number, hash).map { String(cString: $0) } }

    /// Takes the same time however much of it is right.
    func isRight(_ number: String) -> Bool {
        guard number.utf8.count >= OperatorGate.fewestDigits, let answer = crypted(number),
            answer.utf8.count == hash.utf8.count
        else { return false }
        return zip(answer.utf8, hash.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
