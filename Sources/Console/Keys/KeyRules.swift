import Indicators

/// The rules by which keys have an effect, and the messages where they have none.
enum KeyRules {
    /// Selecting and opening: while there is a row.
    static let rows: @Sendable (any ScreenContent) -> KeyAvailability = { $0.count > 0 ? .offered : .idle }

    /// Scrolling: while a text has more lines than are seen.
    static let scrolling: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.text.map { $0.lines.count > $0.visible } ?? false ? .offered : .idle
    }

    /// Going back: from a screen, then from an area and a filter.
    static let back: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        let session = content.state.session
        let isWhole = content.context == .overview && session.area == nil && session.filter.isEmpty
        return isWhole ? .idle : .offered
    }

    static let source: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.sourceSubject != nil
            ? .offered : .refused(LocalizedText(zh: "这里没有可查来源的数据", en: "no figure here whose source could be shown"))
    }

    static let areas: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.state.hasDistricts
            ? .offered : .refused(LocalizedText(zh: "这份数据不分地区", en: "these data have no areas"))
    }

    static let filter: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.catalogue.dimensions.isEmpty
            ? .refused(LocalizedText(zh: "这份数据没有可筛选的分类", en: "these data have nothing to filter by")) : .offered
    }

    static let compare: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.comparable != nil
            ? .offered : .refused(LocalizedText(zh: "先选一个指标再对比", en: "select an indicator to compare it"))
    }

    /// The footer shows it where a figure is selected; elsewhere the table of the screen may still be copied.
    static let copy: @Sendable (any ScreenContent) -> KeyAvailability = { $0.sourceSubject != nil ? .offered : .idle }

    static let problems: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.state.problems.isEmpty
            ? .refused(LocalizedText(zh: "数据没有问题", en: "the data have no problems")) : .offered
    }

    static let theme: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.state.settings.isColourless
            ? .refused(LocalizedText(zh: "没有颜色：NO_COLOR 或 --color never", en: "no colours: NO_COLOR or --color never"))
            : .offered
    }
}
