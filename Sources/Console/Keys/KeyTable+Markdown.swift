import Indicators
import Wording

extension KeyTable {
    /// The key table as a page of Markdown in both languages: `docs/keys.md`.
    public static var markdown: String {
        var lines = [
            "# 按键 · Keys", "", "Written by `minsheng keys`; the program, its footer and its help read the same table.",
            "",
        ]
        for language in Language.allCases {
            let words = Words.in(language)
            lines += [
                "## " + (language == .zh ? "中文" : "English"), "",
                "| \(words.keyColumn) | \(words.doesColumn) | \(words.whereColumn) |", "| --- | --- | --- |",
            ]
            for binding in bindings {
                let place = KeyPlaces.names(binding.contexts, words)
                lines.append(
                    "| `\(binding.shown)` | \(binding.sentence(words)) | \(place.isEmpty ? words.everywhere : place) |")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}
