import Indicators
import Wording

/// An action that can be found by its name and carried out: a row of the command palette.
struct Command: Sendable {
    let name: LocalizedText
    /// What it does; empty or the name itself where the name says it.
    var sentence = LocalizedText(zh: "", en: "")
    /// How its key is written; empty where it has none.
    let keys: String
    let action: Action
    /// Why it has no effect now; nil where it has one.
    let refusal: LocalizedText?

    /// Whether a text is one of its keys as it is written: a capital letter is another key.
    func hasKey(_ text: String) -> Bool { keys.split(separator: " ").contains { $0 == text } }

    /// The texts that it is found by.
    var texts: [String] { [name.zh, name.en, sentence.zh, sentence.en] + synonyms }

    /// Other words that people use for it.
    private var synonyms: [String] {
        switch action {
        case .nextOrder: ["差距", "大小", "gap", "sort"]
        case .nextSpan: ["今年", "本年", "当年", "this year"]
        case .meeting: ["会议", "开会", "幻灯", "投影", "present", "slides", "full screen"]
        case .copyFigure, .copyTable: ["剪贴板", "clipboard"]
        case .nextTheme: ["对比度", "颜色", "夜间", "contrast", "colours", "dark mode"]
        case .briefing: ["导出", "打印", "一页纸", "export", "summary"]
        case .toggleLanguage: ["英文", "中文", "English", "Chinese"]
        default: []
        }
    }

    /// Every command of a screen: what its keys do, and the tabs by name.
    ///
    /// - Parameter content: the screen that the commands are carried out on.
    static func all(on content: any ScreenContent) -> [Command] {
        var commands: [Command] = [], taken: Set<Action> = [.show(.palette)]
        for binding in KeyTable.bindings.reversed() where binding.contexts.contains(content.context) {
            let actions = Set(binding.strokes.map(\.action))
            // A row with several actions moves about; nobody looks for that by name.
            guard actions.count == 1, let action = actions.first, isNamed(action), taken.insert(action).inserted
            else { continue }
            var refusal: LocalizedText?
            if case .refused(let reason) = binding.isOffered(on: content) { refusal = reason }
            commands.append(
                Command(
                    name: LocalizedText(zh: binding.label(.in(.zh)), en: binding.label(.in(.en))),
                    sentence: LocalizedText(zh: binding.sentence(.in(.zh)), en: binding.sentence(.in(.en))),
                    keys: binding.shown, action: action, refusal: refusal))
        }
        commands.reverse()
        commands += elsewhere(content, besides: &taken)
        // A tab with a letter is opened by its key, which is a command already.
        let tabs = content.state.tabs.filter { $0.letter == nil }.map { tab in
            Command(
                name: tab.shortTitle, sentence: tab.title,
                keys: tab.number <= 9 ? "\(tab.number)" : "", action: .openTab(tab.number), refusal: nil)
        }
        return commands + tabs
    }

    /// What the keys of other screens do whose keys have no meaning on this one, each with the reason.
    private static func elsewhere(_ content: any ScreenContent, besides taken: inout Set<Action>) -> [Command] {
        KeyTable.bindings.compactMap { binding in
            guard let stroke = binding.strokes.first, Set(binding.strokes.map(\.action)).count == 1,
                isNamed(stroke.action), !taken.contains(stroke.action),
                let reason = KeyTable.refusal(of: binding, on: content)
            else { return nil }
            taken.insert(stroke.action)
            return Command(
                name: LocalizedText(zh: binding.label(.in(.zh)), en: binding.label(.in(.en))),
                sentence: LocalizedText(zh: binding.sentence(.in(.zh)), en: binding.sentence(.in(.en))),
                keys: binding.shown, action: stroke.action, refusal: reason)
        }
    }

    /// Whether a person would look for an action by its name. Paging and walking are keys under the fingers.
    private static func isNamed(_ action: Action) -> Bool {
        switch action {
        case .move, .page, .edge, .open, .back, .nextTab, .previousTab, .eraseCharacter, .eraseAll: false
        default: true
        }
    }
}
