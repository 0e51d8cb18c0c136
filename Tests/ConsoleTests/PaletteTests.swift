import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

@Suite struct PaletteTests {
    private func state(_ keys: [Key], _ catalogue: Catalogue = Sample.catalogue) -> DashboardState {
        var state = DashboardState(catalogue: catalogue, size: Size(columns: 120, rows: 36))
        for key in keys { state.press(key) }
        return state
    }

    private func typed(_ text: String) -> [Key] { [.character(":")] + text.map { Key.character($0) } + [.enter] }

    @Test(arguments: ["来源", "source", "laiyuan", "ly"])
    func anActionIsFoundByItsNameAndCarriedOut(_ query: String) {
        guard case .source = state([.character("1")] + typed(query)).screen else {
            return #expect(Bool(false), "\(query)")
        }
    }

    @Test func aTopicIsFoundByItsName() {
        #expect(state(typed("养老")).screen == .topic("elderly"))
        #expect(state(typed("elderly")).screen == .topic("elderly"))
    }

    @Test func itEndsWhereItBegan() {
        let before = state([.character("1"), .down])
        var after = before
        after.press(.character(":"), .character("x"), .escape)
        #expect(after.session == before.session)
    }

    @Test func languageChangesOnTheScreenBehind() {
        let state = state([.character("1")] + typed("english"))
        #expect(state.screen == .topic("employment") && state.settings.language == .en)
    }

    @Test func whatCannotBeDoneSaysWhy() {
        let state = state(typed("筛选"))
        #expect(state.screen == .overview && state.notice != nil)
    }

    @Test func quittingIsAnEffect() throws {
        var state = state([.character(":")] + "退出".map { Key.character($0) })
        let action = try #require(KeyTable.action(for: .enter, in: state))
        #expect(state.update(action) == .quit)
    }

    @Test func everyNamedCommandHasAKeyThatHoldsThere() {
        for screen in Screen.samples(of: Sample.example) {
            var state = DashboardState(catalogue: Sample.example, size: Size(columns: 120, rows: 36))
            state.open(screen)
            let content = state.content
            for command in Command.all(on: content) where !isTab(command) && isBound(command, content.context) {
                #expect(
                    KeyTable.bindings.contains {
                        $0.shown == command.keys && $0.contexts.contains(content.context)
                            && $0.strokes.contains { $0.action == command.action }
                    }, "\(screen) \(command.keys)")
            }
        }
    }

    /// Whether its key has a meaning on the screen; a command of other screens says where it has one.
    private func isBound(_ command: Command, _ context: KeyContext) -> Bool {
        let isHere = KeyTable.bindings.contains { $0.shown == command.keys && $0.contexts.contains(context) }
        if !isHere { #expect(command.refusal != nil, "\(command.keys)") }
        return isHere
    }

    /// Many initials are keys of other actions: d is 变动 and the initial of 打印, b is 背景 and that of 本屏.
    @Test(arguments: ["d", "o", "y", "b", "w", "c", "P", "L", "m", "B", "Y", "s", "r", "3"], ["", "1", "8", "w"])
    func whoTypesAKeyMeansItsAction(_ key: String, _ screen: String) throws {
        let catalogue = Sample.example
        let state = state(screen.map { .character($0) } + typed(key).dropLast(), catalogue)
        let commands = try #require(state.content as? PaletteScreen).commands
        #expect(commands.first?.keys == key, "\(commands.first?.name.zh ?? "") on \(screen)")
    }

    @Test func aLetterThatIsNoKeyHereWritesNoFile() {
        var state = state([.character(":"), .character("b")])
        #expect(state.update(.open) == nil && state.screen == .overview && state.notice != nil)
    }

    private func isTab(_ command: Command) -> Bool {
        if case .openTab = command.action { return true }
        return false
    }

    /// Sentences are cut where names are long, so a tab has its short name.
    @Test func aTabIsFoundByBothOfItsNames() {
        for query in ["Double reduction", "双减"] {
            let commands = (state(typed(query).dropLast()).content as? PaletteScreen)?.commands ?? []
            #expect(commands.first?.action == .openTab(3), "\(query)")
        }
    }

    @Test(arguments: [("差距", Action.nextOrder), ("今年", .nextSpan), ("开会", .meeting), ("剪贴板", .copyFigure)])
    func everydayWordsFindActions(_ query: String, _ action: Action) {
        let state = state([.character("1")] + typed(query).dropLast())
        #expect((state.content as? PaletteScreen)?.commands.first?.action == action)
    }
}
