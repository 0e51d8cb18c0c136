/// The encoding of a text file.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    /// UTF-8 that begins with a byte order mark, as Excel saves it.
    case utf8Marked = "UTF-8-BOM"
    /// GB18030-2005, of which GBK and GB2312 are parts.
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// Western European text of Windows.
    case windows1252 = "Windows-1252"
    /// Traditional Chinese.
    case big5 = "Big5"
    /// Japanese, as Windows has it.
    case shiftJIS = "Shift_JIS"
    /// Korean, of which EUC-KR is a part.
    case cp949 = "CP949"
}
