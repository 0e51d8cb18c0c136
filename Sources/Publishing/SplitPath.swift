/// A path parted at its last slash, by bytes.
///
/// `Character` will not do: a slash before a combining mark is one character with it.
struct SplitPath {
    /// The path without slashes at its end.
    let whole: String
    /// The path of the folder that the last part is in; `.` where the path has one part only.
    let folder: String
    /// The last part.
    let name: String

    init(_ path: String) {
        let slash = UInt8(ascii: "/")
        var bytes = Array(path.utf8)
        while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
        whole = String(decoding: bytes, as: UTF8.self)
        guard let index = bytes.lastIndex(of: slash) else {
            folder = "."
            name = whole
            return
        }
        folder = index == 0 ? "/" : String(decoding: bytes[..<index], as: UTF8.self)
        name = String(decoding: bytes[(index + 1)...], as: UTF8.self)
    }
}

extension String {
    /// What follows a beginning, compared byte by byte; nil where the text does not begin so.
    ///
    /// `hasPrefix` takes two spellings of an accented letter for one, but they are two names on disk.
    func bytes(after beginning: String) -> String? {
        utf8.starts(with: beginning.utf8) ? String(decoding: utf8.dropFirst(beginning.utf8.count), as: UTF8.self) : nil
    }
}
