import Indicators

/// The month and year in the titles of a data set.
enum MonthTitles {
    /// The description with the new month in its titles and its period; every other byte stays.
    static func replaced(_ package: [UInt8], _ text: MonthText) -> [UInt8] {
        let root = package.withUnsafeBytes { bytes in
            try? JSONReader.read(bytes, from: TextCheck.startAfterMark(bytes), passing: "schema")
        }
        let own = root?["minsheng"]
        let nodes = ["period_zh", "period_en", "title_zh", "title_en"].map { own?[$0] } + [root?["title"]]
        var result = package
        // From the last to the first, so that offsets stay.
        for node in nodes.compactMap(\.self).sorted(by: { $0.offset > $1.offset }) {
            guard let value = node.string, let new = text.replaced(value) else { continue }
            let written = Array(JSONText.quoted(value).utf8)
            guard result[node.offset...].starts(with: written) else { continue }
            result.replaceSubrange(node.offset..<(node.offset + written.count), with: Array(JSONText.quoted(new).utf8))
        }
        return result
    }
}
