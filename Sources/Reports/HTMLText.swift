import Cells

/// Text in HTML.
package enum HTMLText {
    /// Text with markup and quotation marks escaped, and without marks that change the direction of writing.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.harmless().unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
