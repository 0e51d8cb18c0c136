import Indicators

/// The position of a figure in its source. Our tables write `栏目 · 第3段`; for a row of another table it is `第3行`.
package enum PlaceText {
    package static func text(_ place: String, _ language: Language) -> String {
        if language == .en, place.hasPrefix("第"), place.hasSuffix("行") { return "line " + place.dropFirst().dropLast() }
        guard let joint = place.range(of: " · 第"), place.hasSuffix("段") else { return place }
        let section = place[..<joint.lowerBound]
        let number = place[joint.upperBound...].dropLast()
        switch language {
        case .zh: return "「\(section)」第\(number)段"
        case .en: return "“\(section)”, paragraph \(number)"
        }
    }
}

extension String {
    /// The first occurrence of a text.
    package func range(of needle: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
            start = index(after: start)
        }
        return nil
    }
}
