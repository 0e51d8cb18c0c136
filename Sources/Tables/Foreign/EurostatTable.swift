import Indicators

/// The tables of Eurostat, separated by tabs, whose first field joins the names of all dimensions by commas:
/// `freq,unit,geo\TIME_PERIOD`.
enum EurostatTable {
    /// The same text with tabs between the dimensions, so that each has a column; nil for any other table. No byte
    /// changes its place.
    static func parted(_ file: FileBytes, from start: Int) -> FileBytes? {
        let isOne = file.withBytes { bytes -> Bool in
            let head = bytes[start...].prefix(4_096).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            guard let tab = head.firstIndex(of: UInt8(ascii: "\t")) else { return false }
            let first = head[..<tab]
            return first.contains(UInt8(ascii: "\\")) && first.contains(UInt8(ascii: ","))
                && !first.contains(UInt8(ascii: "\""))
        }
        guard isOne, file.count <= Transcoding.largestFile else { return nil }
        var bytes = file.withBytes { Array($0) }
        var isFirst = true
        for index in start..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isFirst = true
            case UInt8(ascii: "\t"): isFirst = false
            case UInt8(ascii: ","): if isFirst { bytes[index] = UInt8(ascii: "\t") }
            default: break
            }
        }
        return FileBytes(copying: bytes)
    }

    /// `geo` of `geo\TIME_PERIOD`.
    static func name(_ heading: String) -> String {
        guard let sign = heading.firstIndex(of: "\\"), sign != heading.startIndex,
            heading[sign...].dropFirst().lowercased().hasPrefix("time")
        else { return heading }
        return String(heading[..<sign])
    }
}
