import Cells
import Wording

/// Every sign and every key, from the words and the key table.
struct HelpScreen: TextScreen {
    let ink: Ink
    var name: String? { words.help }
    var fileName: String { "help" }
    var showsFigures: Bool { false }
    var nearest: Screen? { .help }

    func lines(columns: Int) -> [StyledLine] {
        let words = ink.words, signs = ink.signs
        let bindings = KeyTable.bindings.filter { $0.isForGuests || !state.settings.isGuest }
        let keys = bindings.map { ($0.shown, $0.label(words), $0.sentence(words), places($0.contexts)) }
        let keyWidth = min(max(4, columns / 4), (keys.map { DisplayWidth.of($0.0) }.max() ?? 0) + 2)
        // A sign is asked about more often than a key, which the footer and `:` show too.
        var lines: [StyledLine] = [[ink.run(words.helpSigns, .heading)]]
        let meanings = [
            (signs.good, words.signGood), (signs.middling, words.signBetween), (signs.bad, words.signBad),
            (signs.notJudged, words.signNoTarget), (signs.done, words.signDone),
            (signs.ongoing, words.signOngoing), (signs.planned, words.signPlanned),
            (signs.claimed, words.signClaimed),
        ]
        for (sign, meaning) in meanings { lines += entry(sign, meaning, keyWidth, columns, .value) }
        let detail = DetailLines(ink: ink, columns: columns)
        lines += [[], [ink.run(words.helpKeys, .heading)]]
        for (shown, _, sentence, place) in keys {
            lines += entry(shown, sentence + (place.isEmpty ? "" : " (\(place))"), keyWidth, columns, .accent)
        }
        lines += [[]] + detail.wrapped(words.signApproximate, .text) + detail.wrapped(words.signBasis, .text)
        lines +=
            [[], [ink.run(words.helpRules, .heading)]] + detail.wrapped(JudgementText.paceRule(ink.wording), .text)
        lines += detail.wrapped(words.judging.levelRule, .text) + detail.wrapped(words.zeroRule, .text)
        return lines
    }

    private func entry(_ left: String, _ right: String, _ width: Int, _ columns: Int, _ role: Role) -> [StyledLine] {
        guard DisplayWidth.of(left) < width, columns - width >= 12 else {
            return [[ink.run(TextLayout.truncate(left, to: columns, sign: ink.glyphs.ellipsis), role)]]
                + TextLayout.wrap(right, to: max(2, columns)).map { [ink.run($0, .text)] }
        }
        return TextLayout.wrap(right, to: columns - width).enumerated().map { index, line in
            [ink.run(TextLayout.pad(index == 0 ? left : "", to: width), role), ink.run(line, .text)]
        }
    }

    /// Where a binding holds, unless that is everywhere.
    private func places(_ contexts: KeyContext) -> String {
        KeyPlaces.names(contexts, ink.words)
    }
}
