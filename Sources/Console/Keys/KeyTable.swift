import Cells
import Indicators
import Themes
import Wording

/// The one table of keys.
public enum KeyTable {
    /// All bindings, in the order of the help.
    public static let bindings: [KeyBinding] = [
        KeyBinding(
            strokes: [
                Stroke(key: .up, action: .move(.up)), Stroke(key: .down, action: .move(.down)),
                Stroke(key: .left, action: .move(.left)), Stroke(key: .right, action: .move(.right)),
            ],
            shown: "↑↓←→", contexts: [.overview],
            label: { $0.keySelect }, sentence: { $0.keySelectSentence }, footer: 0),
        KeyBinding(
            strokes: [Stroke(key: .up, action: .move(.up)), Stroke(key: .down, action: .move(.down))],
            shown: "↑↓", contexts: [.figures, .districts, .search, .attention, .changes],
            label: { $0.keySelect }, sentence: { $0.keySelectSentence }, footer: 0,
            availability: KeyRules.rows),
        KeyBinding(
            strokes: [Stroke(key: .up, action: .move(.up)), Stroke(key: .down, action: .move(.down))],
            shown: "↑↓", contexts: [.indicator, .text],
            label: { $0.keyScroll }, sentence: { $0.keyScrollSentence }, footer: 0, priority: 14,
            availability: KeyRules.scrolling),
        KeyBinding(
            strokes: [
                Stroke(key: .character("k"), action: .move(.up)), Stroke(key: .character("j"), action: .move(.down)),
                Stroke(key: .character("h"), action: .move(.left)), Stroke(key: .character("l"), action: .move(.right)),
            ],
            shown: "h j k l", contexts: .commands,
            label: { $0.keySelect }, sentence: { $0.keySelectSentence }, footer: nil),
        KeyBinding(
            strokes: [Stroke(key: .enter, action: .open)],
            shown: "Enter", contexts: [.overview, .figures, .districts, .search, .attention, .changes],
            label: { $0.keyOpen }, sentence: { $0.keyOpenSentence }, footer: 1,
            availability: KeyRules.rows),
        KeyBinding(
            strokes: [Stroke(key: .escape, action: .back)],
            shown: "Esc", contexts: KeyContext.all.union(.loading),
            label: { $0.keyBack }, sentence: { $0.keyBackSentence }, footer: 2,
            priority: -1, availability: KeyRules.back),
        KeyBinding(
            strokes: [Stroke(key: .backspace, action: .back)],
            shown: "Backspace", contexts: [.figures, .districts, .indicator, .text, .attention, .changes],
            label: { $0.keyBack }, sentence: { $0.keyBackSentence }, footer: nil),
        KeyBinding(
            strokes: (0...9).map { Stroke(key: .character(Character("\($0)")), action: .openTab($0)) },
            shown: "0–9", contexts: .commands,
            label: { $0.keyTopics }, sentence: { $0.keyTopicsSentence }, footer: 9),
        KeyBinding(
            strokes: [Stroke(key: .tab, action: .nextTab)],
            shown: "Tab", contexts: .commands,
            label: { $0.keyNextTab }, sentence: { $0.keyNextTabSentence }, footer: nil),
        KeyBinding(
            strokes: [Stroke(key: .backTab, action: .previousTab)],
            shown: "Shift-Tab", contexts: .commands,
            label: { $0.keyPreviousTab }, sentence: { $0.keyPreviousTabSentence }, footer: nil),
        KeyBinding(
            strokes: [Stroke(key: .left, action: .move(.left)), Stroke(key: .right, action: .move(.right))],
            shown: "←→", contexts: [.figures, .districts, .attention, .changes],
            label: { $0.keyNextTab }, sentence: { $0.keyTabsSentence }, footer: nil),
        KeyBinding(
            strokes: [
                Stroke(key: .character("["), action: .previousIndicator),
                Stroke(key: .left, action: .previousIndicator),
            ],
            shown: "[", contexts: [.indicator],
            label: { $0.keyPrevious }, sentence: { $0.keyPreviousSentence }, footer: 3, priority: 0),
        KeyBinding(
            strokes: [
                Stroke(key: .character("]"), action: .nextIndicator), Stroke(key: .right, action: .nextIndicator),
            ],
            shown: "]", contexts: [.indicator],
            label: { $0.keyNext }, sentence: { $0.keyNextSentence }, footer: 4, priority: 0),
        KeyBinding(
            strokes: [
                Stroke(key: .character("]"), action: .nextMapFigure),
                Stroke(key: .character("["), action: .previousMapFigure),
            ],
            shown: "[ ]", contexts: [.districts],
            label: { $0.keyMapFigure }, sentence: { $0.keyMapFigureSentence }, footer: 3,
            availability: KeyRules.mapFigure),
        KeyBinding(
            strokes: [
                Stroke(key: .character(" "), action: .move(.right)), Stroke(key: .enter, action: .move(.right)),
                Stroke(key: .right, action: .move(.right)), Stroke(key: .down, action: .move(.right)),
            ],
            shown: "Space →", contexts: [.meeting],
            label: { $0.keyNext }, sentence: { $0.keyNextFigureSentence }, footer: 0, priority: 0),
        KeyBinding(
            strokes: [Stroke(key: .left, action: .move(.left)), Stroke(key: .up, action: .move(.left))],
            shown: "←", contexts: [.meeting],
            label: { $0.keyPrevious }, sentence: { $0.keyPreviousFigureSentence }, footer: 1, priority: 0),
        KeyBinding(
            strokes: [Stroke(key: .pageUp, action: .page(.up)), Stroke(key: .pageDown, action: .page(.down))],
            shown: "PgUp PgDn", contexts: .all,
            label: { $0.keyPage }, sentence: { $0.keyPageSentence }, footer: nil),
        KeyBinding(
            strokes: [Stroke(key: .character(" "), action: .page(.down))],
            shown: "Space", contexts: [.text, .indicator],
            label: { $0.keyPage }, sentence: { $0.keyPageDownSentence }, footer: nil),
        KeyBinding(
            strokes: [Stroke(key: .home, action: .edge(.up)), Stroke(key: .end, action: .edge(.down))],
            shown: "Home End", contexts: .all,
            label: { $0.keyEnds }, sentence: { $0.keyEndsSentence }, footer: nil),
        KeyBinding(
            strokes: [
                Stroke(key: .character("g"), action: .edge(.up)), Stroke(key: .character("G"), action: .edge(.down)),
            ],
            shown: "g G", contexts: .commands,
            label: { $0.keyEnds }, sentence: { $0.keyEndsSentence }, footer: nil),
        KeyBinding(
            strokes: [Stroke(key: .character("/"), action: .show(.search))],
            shown: "/", contexts: .commands,
            label: { $0.keySearch }, sentence: { $0.keySearchSentence }, footer: 5),
        KeyBinding(
            strokes: [Stroke(key: .character(":"), action: .show(.palette))],
            shown: ":", contexts: .commands,
            label: { $0.keyCommands }, sentence: { $0.keyCommandsSentence }, footer: 13,
            priority: 4),
        KeyBinding(
            strokes: [Stroke(key: .character("s"), action: .source)],
            shown: "s", contexts: [.overview, .figures, .indicator, .meeting, .attention, .changes],
            label: { $0.keySource }, sentence: { $0.keySourceSentence }, footer: 6,
            availability: KeyRules.source),
        KeyBinding(
            strokes: [Stroke(key: .character("a"), action: .chooseArea)],
            shown: "a", contexts: KeyContext.commands.subtracting(.attention),
            label: { $0.keyArea }, sentence: { $0.keyAreaSentence }, footer: 7,
            availability: KeyRules.areas),
        KeyBinding(
            strokes: [Stroke(key: .character("w"), action: .attention)],
            shown: "w", contexts: .commands,
            label: { $0.attention.keyAttention }, sentence: { $0.attention.keyAttentionSentence }, footer: 4,
            availability: KeyRules.attention),
        KeyBinding(
            strokes: [Stroke(key: .character("d"), action: .changes)],
            shown: "d", contexts: .commands,
            label: { $0.changes.key }, sentence: { $0.changes.keySentence }, footer: 7),
        KeyBinding(
            strokes: [Stroke(key: .character("u"), action: .group(.unit))],
            shown: "u", contexts: [.attention],
            label: { $0.attention.keyUnit }, sentence: { $0.attention.keyUnitSentence }, footer: 3,
            availability: KeyRules.rows),
        KeyBinding(
            strokes: [Stroke(key: .character("a"), action: .group(.area))],
            shown: "a", contexts: [.attention],
            label: { $0.attention.keyByArea }, sentence: { $0.attention.keyByAreaSentence }, footer: 3,
            availability: KeyRules.rows),
        KeyBinding(
            strokes: [Stroke(key: .character("f"), action: .filter)],
            shown: "f", contexts: .commands,
            label: { $0.keyFilter }, sentence: { $0.keyFilterSentence }, footer: 7,
            availability: KeyRules.filter),
        KeyBinding(
            strokes: [Stroke(key: .character("c"), action: .compare)],
            shown: "c", contexts: [.overview, .figures, .indicator, .attention, .changes],
            label: { $0.keyCompare }, sentence: { $0.keyCompareSentence }, footer: 8,
            availability: KeyRules.compare),
        KeyBinding(
            strokes: [Stroke(key: .character("o"), action: .nextOrder)],
            shown: "o", contexts: [.figures],
            label: { $0.keyOrder }, sentence: { $0.keyOrderSentence }, footer: 8,
            availability: KeyRules.order),
        KeyBinding(
            strokes: [Stroke(key: .character("b"), action: .nextSpan)],
            shown: "b", contexts: [.figures],
            label: { $0.keySpan }, sentence: { $0.keySpanSentence }, footer: 9,
            availability: KeyRules.span),
        KeyBinding(
            strokes: [Stroke(key: .character("m"), action: .meeting)],
            shown: "m", contexts: [.overview, .figures, .meeting, .attention, .changes],
            label: { $0.keyMeeting }, sentence: { $0.keyMeetingSentence }, footer: 11,
            availability: KeyRules.meeting),
        KeyBinding(
            strokes: [Stroke(key: .character("y"), action: .copyFigure)],
            shown: "y", contexts: [.meeting, .overview, .figures, .districts, .indicator, .text, .attention, .changes],
            label: { $0.keyCopy }, sentence: { $0.keyCopySentence }, footer: 12,
            availability: KeyRules.copy),
        KeyBinding(
            strokes: [Stroke(key: .character("Y"), action: .copyTable)],
            shown: "Y", contexts: [.overview, .figures, .districts, .indicator, .text, .attention, .changes],
            label: { $0.keyCopyTable }, sentence: { $0.keyCopyTableSentence }, footer: nil),
        KeyBinding(
            strokes: [Stroke(key: .character("P"), action: .print)],
            shown: "P", contexts: .commands,
            label: { $0.keyPrint }, sentence: { $0.keyPrintSentence }, footer: 12, isForGuests: false),
        KeyBinding(
            strokes: [Stroke(key: .character("B"), action: .briefing)],
            shown: "B", contexts: .commands,
            label: { $0.keyBriefing }, sentence: { $0.keyBriefingSentence }, footer: 10, isForGuests: false,
            availability: KeyRules.briefing),
        KeyBinding(
            strokes: [Stroke(key: .control("R"), action: .reload)],
            shown: "Ctrl-R", contexts: .all,
            label: { $0.live.keyReload }, sentence: { $0.live.keyReloadSentence }, footer: nil, isForGuests: false),
        KeyBinding(
            strokes: [Stroke(key: .character("e"), action: .show(.problems))],
            shown: "e", contexts: .commands,
            label: { $0.live.keyProblems }, sentence: { $0.live.keyProblemsSentence }, footer: 2,
            priority: 0, availability: KeyRules.problems),
        KeyBinding(
            strokes: [Stroke(key: .character("r"), action: .toggleRaw)],
            shown: "r", contexts: .commands,
            label: { $0.keyRaw }, sentence: { $0.keyRawSentence }, footer: 11, availability: KeyRules.raw),
        KeyBinding(
            strokes: [Stroke(key: .character("t"), action: .nextTheme)],
            shown: "t", contexts: KeyContext.commands.union(.loading),
            label: { $0.keyTheme },
            sentence: { words in words.keyThemeSentence(Theme.Name.allCases.map { $0.word[words.language] }) },
            footer: 10,
            availability: KeyRules.theme),
        KeyBinding(
            strokes: [Stroke(key: .character("L"), action: .toggleLanguage)],
            shown: "L", contexts: KeyContext.commands.union(.loading),
            label: { $0.keyLanguage }, sentence: { $0.keyLanguageSentence }, footer: 13,
            priority: 3),
        KeyBinding(
            strokes: [
                Stroke(key: .character("?"), action: .show(.help)), Stroke(key: .function(1), action: .show(.help)),
            ],
            shown: "?", contexts: .commands,
            label: { $0.keyHelp }, sentence: { $0.keyHelpSentence }, footer: 14,
            priority: 1),
        KeyBinding(
            strokes: [Stroke(key: .character("q"), action: .quit)],
            shown: "q", contexts: KeyContext.commands.union(.loading),
            label: { $0.keyQuit }, sentence: { $0.keyQuitSentence }, footer: 15,
            priority: 2),
        KeyBinding(
            strokes: [Stroke(key: .control("C"), action: .quit)],
            shown: "Ctrl-C", contexts: KeyContext.all.union(.loading),
            label: { $0.keyQuit }, sentence: { $0.keyQuitSentence }, footer: nil),
        KeyBinding(
            strokes: [Stroke(key: .control("Z"), action: .suspend)],
            shown: "Ctrl-Z", contexts: KeyContext.all.union(.loading),
            label: { $0.keySuspend }, sentence: { $0.keySuspendSentence }, footer: nil, isForGuests: false),
        KeyBinding(
            strokes: [
                Stroke(key: .backspace, action: .eraseCharacter), Stroke(key: .delete, action: .eraseCharacter),
                Stroke(key: .control("U"), action: .eraseAll),
            ],
            shown: "Backspace Ctrl-U", contexts: [.search],
            label: { $0.keyType }, sentence: { $0.keyTypeSentence }, footer: nil),
        KeyBinding(
            strokes: [Stroke(key: .control("L"), action: .redraw)],
            shown: "Ctrl-L", contexts: KeyContext.all.union(.loading),
            label: { $0.keyRedraw }, sentence: { $0.keyRedrawSentence }, footer: nil),
    ]

    /// What a key asks for where it is pressed; nil where it means nothing. In the search a character that no
    /// binding takes is typed.
    public static func action(for key: Key, in context: KeyContext) -> Action? {
        binding(for: key, in: context)?.action ?? typed(key, in: context)
    }

    private static func typed(_ key: Key, in context: KeyContext) -> Action? {
        if context == .search, case .character(let character) = key { return .type(character) }
        return nil
    }

    /// The same on the screen that is shown: a key that cannot do what it is for explains why.
    public static func action(for key: Key, in state: DashboardState) -> Action? {
        let content = state.content
        guard let found = binding(for: key, in: content.context) else {
            return typed(key, in: content.context) ?? refusal(of: key, on: content).map(Action.explain)
        }
        if case .refused(let reason) = found.binding.isOffered(on: content) { return .explain(reason) }
        return found.action
    }

    /// Why a key that has a meaning on other screens has none on this one; nil where it has one here or nowhere, and
    /// for keys that move about.
    static func refusal(of key: Key, on content: any ScreenContent) -> LocalizedText? {
        guard case .character(let character) = key, character != " " else { return nil }
        return bindings.last { one in one.strokes.contains { $0.key == key } }.flatMap { refusal(of: $0, on: content) }
    }

    /// Why a binding of other screens has no meaning on this one; nil where its keys have one here.
    static func refusal(of other: KeyBinding, on content: any ScreenContent) -> LocalizedText? {
        guard KeyContext.commands.contains(content.context), !other.contexts.isDisjoint(with: .commands),
            other.strokes.allSatisfy({ binding(for: $0.key, in: content.context) == nil })
        else { return nil }
        if case .refused(let reason) = other.isOffered(on: content) { return reason }
        func text(_ words: Words) -> String {
            words.keyElsewhere(other.shown, other.label(words), KeyPlaces.names(other.contexts, words))
        }
        return LocalizedText(zh: text(.in(.zh)), en: text(.in(.en)))
    }

    private static func binding(for key: Key, in context: KeyContext) -> (binding: KeyBinding, action: Action)? {
        // Of two bindings for one key the later takes precedence.
        for binding in bindings.reversed() where binding.contexts.contains(context) {
            if let stroke = binding.strokes.last(where: { $0.key == key }) { return (binding, stroke.action) }
        }
        return nil
    }

    /// The bindings that a footer shows in a context, the most useful first.
    public static func footer(in context: KeyContext) -> [KeyBinding] {
        bindings.filter { $0.footer != nil && $0.contexts.contains(context) }
            .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    }
}
