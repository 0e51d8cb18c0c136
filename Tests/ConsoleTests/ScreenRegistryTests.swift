import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

@Suite struct ScreenRegistryTests {
    private static let sizes = [
        Size(columns: 20, rows: 5), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
        Size(columns: 200, rows: 60),
    ]

    private func states(_ body: (DashboardState, Screen) throws -> Void) rethrows {
        for catalogue in [Sample.catalogue, Sample.example] {
            for size in Self.sizes {
                for screen in Screen.samples(of: catalogue) {
                    var state = DashboardState(catalogue: catalogue, size: size)
                    state.open(screen)
                    state.update(.resize(size))
                    try body(state, screen)
                }
            }
        }
    }

    /// The compiler names every case; a new one without a sample fails here.
    private func kind(of screen: Screen) -> String {
        switch screen {
        case .overview: "overview"
        case .topic: "topic"
        case .indicator: "indicator"
        case .districts: "districts"
        case .area: "area"
        case .source: "source"
        case .search: "search"
        case .help: "help"
        case .compare: "compare"
        case .areas: "areas"
        case .filter: "filter"
        case .problems: "problems"
        case .palette: "palette"
        case .meeting: "meeting"
        case .attention: "attention"
        case .changes: "changes"
        }
    }

    @Test func thereIsASampleOfEveryKind() {
        let kinds = Set(Screen.samples(of: Sample.catalogue).map(kind))
        #expect(kinds.count == 16, "\(kinds)")
    }

    @Test func everyScreenDrawsItsSizeAndItsTargetsAreInside() {
        states { state, screen in
            #expect(state.draw().size == state.size, "\(screen)")
            let body = Frame(size: state.size).body
            for target in state.content.targets {
                #expect(target.rect.intersection(body) == target.rect, "\(screen) \(state.size): \(target.rect)")
            }
        }
    }

    @Test func everyScreenHasANameForATitleAndAFile() {
        states { state, screen in
            let content = state.content
            #expect((content.name == nil) == (screen == .overview), "\(screen)")
            #expect(
                !PaperName.plain(content.fileName).isEmpty && content.count == content.items.count || screen == .palette
                    || screen == .overview)
            #expect(content.isText == (content.text != nil), "\(screen)")
        }
    }

    @Test func theSameDataLeadBackToTheSameScreen() {
        states { state, screen in
            let isThere = screen != .problems && !(kind(of: screen) == "filter" && state.catalogue.dimensions.isEmpty)
            #expect(state.content.nearest == (isThere ? screen : nil), "\(screen)")
        }
    }

    /// A key that cannot do what it is for says why, in both languages, and changes nothing else.
    @Test(arguments: [("f", Screen.overview), ("e", .overview), ("s", .districts), ("c", .districts)])
    func aKeyThatDoesNothingSaysWhy(_ key: String, _ screen: Screen) throws {
        var state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 80, rows: 24))
        state.open(screen)
        let before = state.session
        guard let action = KeyTable.action(for: .character(Character(key)), in: state) else {
            // Keys that do not hold on a screen mean nothing there.
            #expect(!KeyTable.bindings.contains { $0.shown == key && $0.contexts.contains(state.context) })
            return
        }
        state.update(action)
        let notice = try #require(state.notice)
        #expect(!notice.zh.isEmpty && !notice.en.isEmpty && state.session == before)
    }

    @Test func theFooterOffersOnlyKeysThatDoSomething() {
        states { state, screen in
            let view = FrameView(state.content)
            for (binding, _) in view.footerSlots(Frame(size: state.size).footer) {
                #expect(binding.availability(state.content) == .offered, "\(screen): \(binding.shown)")
            }
        }
    }
}
