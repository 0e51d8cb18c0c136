import Cells
import Indicators
import Wording

/// What the rows of figures need from the catalogue, looked up once for all their forms.
struct FigureFacts {
    let item: Item
    let text: FigureWriting
    /// Whether the figure is compared with a target.
    let isJudged: Bool
    let nameWidths: (long: Int, short: Int)
    let widths: (value: Int, unit: Int, period: Int)

    init(_ item: Item, _ ink: Ink, namesAreas: Bool, trendColumns: Int) {
        self.item = item
        text = FigureWriting(item, ink, namesAreas, trendColumns)
        isJudged = text.judgement != .noTarget
        let aside = text.aside.width
        nameWidths = (DisplayWidth.of(text.longName.text) + aside, DisplayWidth.of(text.shortName.text) + aside)
        widths = (text.value.width, text.unit.width, text.period.width)
    }
}

/// The texts of a row and its figure.
struct FigureWriting {
    var judgement = Judgement.noTarget
    var longName: TextRun
    var shortName: TextRun
    /// The text behind the name: the area of the figure.
    var aside: [TextRun] = []
    var value: [TextRun] = []
    var unit: [TextRun] = []
    var period: [TextRun] = []
    /// The change on the year before; empty where the two cannot be compared.
    var change: [TextRun] = []
    var trend: [TextRun] = []
    /// Better or worse by the criterion of the indicator; nil where it has a target, or no criterion.
    var tendency: Tendency.Direction?
    /// How many areas of it are behind or broken, besides the one that is shown.
    var badAreas = 0
    var isWithoutValue = false

    fileprivate init(_ item: Item, _ ink: Ink, _ namesAreas: Bool, _ trendColumns: Int) {
        longName = TextRun("", .plain)
        shortName = longName
        switch item {
        case .figure(let indicator, let observation): take(indicator, observation, ink, namesAreas, trendColumns)
        case .derived(let derived): take(derived, ink)
        case .brief, .area, .topic, .choice: break
        }
    }

    private mutating func take(
        _ indicator: Indicator, _ observation: Observation?, _ ink: Ink, _ namesAreas: Bool, _ trendColumns: Int
    ) {
        longName = ink.run(indicator.name[ink.language], .text)
        shortName = ink.run(indicator.shortName[ink.language], .text)
        if namesAreas, let area = ink.wording.foreignArea(observation) {
            aside = [ink.run(" \(ink.signs.separator) \(area)", .quiet)]
        }
        judgement = ink.wording.judgement(of: indicator, observation)
        // The list of one area is about that area.
        if namesAreas {
            badAreas =
                ink.catalogue.facts(in: ink.state.session.area)
                .badAreas(of: indicator.code, besides: observation?.area).count
        }
        guard let observation else {
            value = [ink.run(ink.wording.missing, .quiet)]
            return
        }
        if let onYear = try? ink.catalogue.changeOnYear(of: observation).get() {
            change = ink.runs(ChangeText.phrases(onYear, indicator, ink.wording, short: true))
        } else if let onPeriod = OnPeriodText.inPlaceOfYear(observation, indicator, ink.wording, short: true) {
            change = ink.runs(onPeriod)
        }
        if judgement == .noTarget, indicator.criterion != nil {
            tendency = try? ink.catalogue.tendency(of: observation).get().direction
        }
        if let parts = ink.wording.parts(observation, of: indicator) {
            value = [ink.run(parts.value, .value)]
            unit = [ink.run(parts.unit, .quiet)]
        } else {
            value = [ink.run(ink.words.absence(observation), .quiet)]
        }
        period = FigureRuns.period(observation, ink)
        if trendColumns > 0 { trend = ink.sparkline(observation, columns: trendColumns) ?? [] }
    }

    private mutating func take(_ derived: DerivedIndicator, _ ink: Ink) {
        longName = ink.run(derived.name[ink.language], .text)
        shortName = longName
        switch ink.catalogue.derivation(of: derived) {
        case .failure: value = [ink.run(ink.judging.notDerived, .quiet)]
        case .success(let derivation):
            guard let parts = DerivedText.parts(derived, derivation, ink.wording) else {
                isWithoutValue = true
                return
            }
            value = [ink.run(parts.value, .value)]
            unit = [ink.run(parts.unit, .quiet)]
            period = FigureRuns.period(derivation, ink) + [ink.run(" " + ink.judging.derived, .quiet)]
        }
    }
}
