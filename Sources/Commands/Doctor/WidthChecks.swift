import Cells
import Indicators

extension Circumstances {
    /// How wide the doubtful signs are by the C library, and as the terminal draws them.
    var widths: [Finding] { [counted, drawn] }

    /// By the C library ncurses places what it draws, and the program's own table has to agree with it.
    private var counted: Finding {
        let title = LocalizedText.say("C 库字宽", "Width by C library")
        let odd = zip(DoubtfulSigns.all, countedCells).filter { DisplayWidth.of($0) != $1 }
        return Finding(
            title, Self.text(odd.map { ($0, $1) }, of: DoubtfulSigns.all.count),
            from: .say("wcwidth，\(locale.inForce ?? "没有 UTF-8")", "wcwidth, \(locale.inForce ?? "no UTF-8")"),
            mend: odd.isEmpty || locale.inForce == nil
                ? nil
                : .say(
                    "C 库与程序所算不同，表格会错位；export LC_CTYPE=C.UTF-8",
                    "the C library counts otherwise than the program, columns will be off; export LC_CTYPE=C.UTF-8"))
    }

    private var drawn: Finding {
        let title = LocalizedText.say("终端字宽", "Width on terminal")
        guard let drawnCells else {
            let isNoTerminal = !inputIsTerminal || !outputIsTerminal
            return Finding(
                title, .say("没有量", "not measured"),
                from: isNoTerminal
                    ? .say("标准输入、输出不都是终端", "standard input and output are not both a terminal")
                    : .say("终端不能问，或正被别的程序占用", "the terminal cannot be asked, or another program has it"))
        }
        let origin = LocalizedText.say("终端所报的光标位置", "where the terminal says that its cursor stands")
        // No character takes none of its cells, nor more than its bytes.
        guard let chinese = drawnCells.first, drawnCells.allSatisfy({ (1...4).contains($0) }) else {
            let value: LocalizedText =
                drawnCells.isEmpty
                ? .say("终端没有回答，按 C 库", "the terminal did not answer; as the C library counts")
                : .say("终端的回答没有道理，按 C 库", "the terminal answers nonsense; as the C library counts")
            return Finding(title, value, from: origin)
        }
        let odd = zip(DoubtfulSigns.all, drawnCells).filter { DisplayWidth.of($0) != $1 }
        let mend: LocalizedText? =
            switch (odd.isEmpty, chinese) {
            case (true, _): nil
            case (_, 2):
                .say(
                    "看板用别的符号代替它们；要原来的，在终端的设置里把模糊宽度的字符定为窄",
                    "the console draws others in their place; for these make characters of ambiguous width narrow "
                        + "in the terminal's settings"
                )
            case (_, 1):
                .say(
                    "终端把汉字画成一格宽，表格会错位；换一种终端",
                    "the terminal draws Chinese one cell wide, columns will be off; use another terminal")
            default:
                .say("终端没有按 UTF-8 显示；在终端的设置里改成 UTF-8", "the terminal does not show UTF-8; choose UTF-8 in its settings")
            }
        let value = Self.text(odd.map { ($0, $1) }, of: drawnCells.count)
        let missing = DoubtfulSigns.all.count - drawnCells.count
        return Finding(
            title,
            missing == 0 ? value : .say("\(value.zh)，还有 \(missing) 个没有回答", "\(value.en), \(missing) were not answered"),
            from: origin,
            mend: mend)
    }

    private static func text(_ odd: [(Unicode.Scalar, Int)], of all: Int) -> LocalizedText {
        if odd.isEmpty { return .say("\(all) 个符号都对", "all \(all) signs are right") }
        var widths: [Int: String] = [:]
        for (sign, width) in odd { widths[width, default: ""].unicodeScalars.append(sign) }
        let parts = widths.sorted { $0.key < $1.key }
        return .say(
            parts.map { "占 \($0.key) 格：\($0.value)" }.joined(separator: "；"),
            parts.map { "\($0.key) cells: \($0.value)" }.joined(separator: "; "))
    }
}
