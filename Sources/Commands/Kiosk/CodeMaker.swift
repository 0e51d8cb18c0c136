import Glibc
import Kiosk

/// Makes QR codes by libqrencode, the library of Debian's package `libqrencode4`. It is loaded when a kiosk starts: the
/// program stays one file that runs without it, and then offers no code.
final class CodeMaker {
    /// The head of `QRcode` of qrencode.h.
    private struct Symbol {
        var version: Int32
        var width: Int32
        var data: UnsafeMutablePointer<UInt8>?
    }

    private typealias Encode =
        @convention(c) (Int32, UnsafePointer<UInt8>, Int32, Int32) -> UnsafeMutableRawPointer?
    private typealias Free = @convention(c) (UnsafeMutableRawPointer) -> Void
    private let encode: Encode
    private let free: Free
    private static let levelL: Int32 = 0
    private static let mostModules: Int32 = 177

    /// Nil where the library is not installed.
    init?() {
        guard let library = dlopen("libqrencode.so.4", RTLD_NOW), let encode = dlsym(library, "QRcode_encodeData"),
            let free = dlsym(library, "QRcode_free")
        else { return nil }
        self.encode = unsafeBitCast(encode, to: Encode.self)
        self.free = unsafeBitCast(free, to: Free.self)
    }

    /// The code of a text; nil where it is too long for any.
    func code(_ text: String) -> PhoneCode? {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, let raw = encode(Int32(bytes.count), bytes, 0, Self.levelL) else { return nil }
        defer { free(raw) }
        let symbol = raw.load(as: Symbol.self)
        guard let data = symbol.data, (1...Self.mostModules).contains(symbol.width) else { return nil }
        let width = Int(symbol.width)
        // The lowest bit of a module says whether it is dark.
        return PhoneCode(width: width, dark: (0..<width * width).map { data[$0] & 1 != 0 })
    }
}
