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

    /// A foreign table has no targets. On the list itself the key leads back.
    static let attention: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        if content.catalogue.package.isForeign {
            return .refused(LocalizedText(zh: "这份数据没有目标，也没有可关注的", en: "these data have no targets to watch"))
        }
        return content.context == .attention ? .idle : .offered
    }

    static let areas: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.state.hasDistricts
            ? .offered : .refused(LocalizedText(zh: "这份数据不分地区", en: "these data have no areas"))
    }

    static let filter: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.catalogue.dimensions.isEmpty
            ? .refused(LocalizedText(zh: "这份数据没有可筛选的分类", en: "these data have nothing to filter by")) : .offered
    }

    /// Sorting: in a list of figures with more than one.
    static let order: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        guard content is FigureListScreen else {
            return .refused(
                LocalizedText(zh: "排序用在专题和地区的指标列表里", en: "only the lists of a topic or an area can be sorted"))
        }
        return content.count > 1 ? .offered : .refused(LocalizedText(zh: "只有一行，不用排序", en: "there is nothing to sort"))
    }

    /// This period and background: where the list has both.
    static let span: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        guard let list = content as? FigureListScreen else {
            return .refused(
                LocalizedText(zh: "本期与背景用在专题和地区的指标列表里", en: "this period or background: in lists of a topic or an area")
            )
        }
        return list.hasBothSpans
            ? .offered : .refused(LocalizedText(zh: "这里的数据都属于同一年", en: "all figures here are of one year"))
    }

    /// Another figure for the map: on the screen of districts, where there is more than one.
    static let mapFigure: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        guard let screen = content as? DistrictsScreen, content.catalogue.map != nil else { return .idle }
        guard screen.showsMap else {
            return .refused(LocalizedText(zh: "窗口太小，放不下地图", en: "the window is too small for the map"))
        }
        return content.state.memory.classedIndicators(content.catalogue).count > 1
            ? .offered : .refused(LocalizedText(zh: "各地没有共同的数字可以着色", en: "areas have no figures in common"))
    }

    static let meeting: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.context == .meeting || MeetingScreen.hasFigures(content)
            ? .offered : .refused(LocalizedText(zh: "这里没有可逐项展示的数字", en: "no figures here to go through"))
    }

    static let compare: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.comparable != nil
            ? .offered : .refused(LocalizedText(zh: "先选一个指标再对比", en: "select an indicator to compare it"))
    }

    /// A foreign table has no one-page briefing.
    static let briefing: @Sendable (any ScreenContent) -> KeyAvailability = { content in
        content.catalogue.package.isForeign
            ? .refused(LocalizedText(zh: "这份数据没有一页纸；P 打印本屏", en: "no briefing of these data; P prints the screen"))
            : [.overview, .attention, .changes].contains(content.context) ? .offered : .idle
    }

    /// The footer shows it where a figure is selected; elsewhere the table of the screen may still be copied.
    static let copy: @Sendable (any ScreenContent) -> KeyAvailability = { $0.sourceSubject != nil ? .offered : .idle }

    /// All digits: not on a screen without figures, where nothing would change.
    static let raw: @Sendable (any ScreenContent) -> KeyAvailability = { $0.showsFigures ? .offered : .idle }

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
