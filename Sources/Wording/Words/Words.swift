import Indicators

/// The words of the program, in one language. Data have their own words in both languages.
///
/// Each phrase is a stored property, so that a phrase missing in a language does not compile.
public struct Words: Sendable {
    package let language: Language

    // Frame
    package let overview: String
    package let overviewShort: String
    package var districts: String
    package var districtsShort: String
    package var wholeCity: String
    package let judged: String
    package let of: String
    /// Between the members of a list.
    package let listSeparator: String
    /// Between a label and its text.
    package let colon: String
    package let dataSpan: String
    package let fictional: String
    package let fictionalShort: String
    /// The word beside a number of indicators.
    package let items: @Sendable (_ count: Int) -> String

    // Headings
    package let indicators: String
    package let indicator: String
    package let value: String
    package let period: String
    package let inGroup: String
    package let state: String
    package let measures: String
    package let area: String
    package let topic: String
    package let reported: String
    package let allObservations: String
    package let trend: String
    package let judgement: String
    package let definition: String
    package let department: String
    package let source: String
    package let measure: String
    package let help: String
    package let search: String
    package let meaning: String

    // Statements
    package let onlyOnePeriod: String
    package let noTarget: String
    package let notJudged: String
    package let notJudgedShort: String
    /// Before a figure with all its digits, where the screen shows fewer.
    package let allDigits: String
    package let keptZero: String
    package let brokenZero: String
    package let unknownZero: String
    package let zeroRule: String
    package let noTargetRule: String
    package let notStated: String
    package let eachReportsItsOwn: String
    package let nothingReported: String
    /// That an area reports nothing in a topic.
    package let nothingInTopic: @Sendable (_ area: String, _ topic: String) -> String
    package let sameFactElsewhere: String
    package let noteOfFigure: String
    package let parent: String
    package let formerNames: String
    /// How many indicators the whole reports, how many more its areas report, how many of those of the whole they
    /// report too, and how many nobody reports.
    package let indicatorCounts: @Sendable (_ whole: Int, _ more: Int, _ both: Int, _ none: Int) -> String
    package let areasBelow: String
    package let noMatches: String
    package let searchPrompt: String
    package let searchHint: String
    package let commands: String
    package let meeting: String
    package let legend: String
    /// Before the word for an absent value: 上年未报.
    package let yearBefore: String
    package let legendGood: String
    package let legendBetween: String
    package let legendBad: String
    package let legendNotJudged: String
    package let commandHint: String
    package let noCommand: String
    package let matches: @Sendable (_ count: Int) -> String

    // Source
    package let title: String
    package let publisher: String
    package let author: String
    package let date: String
    package let trust: String
    package let trustGrades: (a: String, b: String, c: String)
    package let terms: String
    package let address: String
    package let place: String
    package let printedForm: String

    // Statuses and absences (SDMX CL_OBS_STATUS; docs/data.md, "Codes")
    package let statusNormal: String
    package let statusProvisional: String
    package let statusForecast: String
    package let statusEstimated: String
    package let statusBreak: String
    /// Statuses of other publishers' tables.
    package let furtherStatuses: KeyValuePairs<ObservationStatus, String>
    /// For an indicator without any row in the tables.
    package let notOnRecord: String
    package let statusMissing: String
    package let statusNotApplicable: String
    package let statusSuppressed: String
    package let statusNotCollected: String
    package let statusEmbargoed: String
    package let revised: String
    package let corrected: String

    // Collection (SDMX CL_COLLECTION)
    package let summed: String
    package let endOfPeriod: String
    package let average: String

    // Briefs
    package let done: String
    package let ongoing: String
    package let planned: String
    package let claimed: String
    package let linkedFigures: String

    // Period bases
    package let toDate: String
    package let sinceUnknown: String
    package let asReported: String
    package let usualYear: String
    package let unspecified: String

    // Keys, short for the footer
    package let keySelect: String
    package let keyOpen: String
    package let keyBack: String
    package let keySearch: String
    package let keySource: String
    package let keyCommands: String
    package let keyTheme: String
    package let keyArea: String
    package let keyFilter: String
    package let keyBriefing: String
    package let keyBriefingSentence: String
    package let keyPrint: String
    package let keyCopy: String
    package let keyCopyTable: String
    package let keyCompare: String
    package let keyOrder: String
    package let keySpan: String
    package let keyMeeting: String
    package let keyMapFigure: String
    package let keyHelp: String
    package let keyQuit: String
    package let keyRaw: String
    package let keyLanguage: String
    package let keyPrevious: String
    package let keyNext: String
    package let keyTopics: String
    package let keyNextTab: String
    package let keyPreviousTab: String
    package let keyPage: String
    package let keyEnds: String
    package let keyScroll: String
    package let keyType: String
    package let keySuspend: String
    package let keyRedraw: String

    // Keys, one sentence for help and manual
    package let keySelectSentence: String
    package let keyOpenSentence: String
    package let keyBackSentence: String
    package let keySearchSentence: String
    package let keyCommandsSentence: String
    package let keySourceSentence: String
    package let keyThemeSentence: @Sendable (_ names: [String]) -> String
    package let keyAreaSentence: String
    package let keyFilterSentence: String
    package let keyPrintSentence: String
    package let keyCopySentence: String
    package let keyCopyTableSentence: String
    package let keyCompareSentence: String
    package let keyOrderSentence: String
    package let keySpanSentence: String
    package let keyMeetingSentence: String
    package let keyMapFigureSentence: String
    package let keyNextFigureSentence: String
    package let keyPreviousFigureSentence: String
    package let keyHelpSentence: String
    package let keyQuitSentence: String
    package let keyRawSentence: String
    package let keyLanguageSentence: String
    package let keyPreviousSentence: String
    package let keyNextSentence: String
    package let keyTopicsSentence: String
    package let keyNextTabSentence: String
    package let keyPreviousTabSentence: String
    package let keyTabsSentence: String
    package let keyPageSentence: String
    package let keyPageDownSentence: String
    package let keyEndsSentence: String
    package let keyScrollSentence: String
    package let keyTypeSentence: String
    package let keySuspendSentence: String
    package let keyRedrawSentence: String
    package let keyColumn: String
    package let whereColumn: String
    package let doesColumn: String
    package let everywhere: String
    package let keyOpenedIndicator: String
    /// Where a key has a meaning, on a screen where it has none.
    package let keyElsewhere: @Sendable (_ key: String, _ label: String, _ places: String) -> String

    // Help
    package let helpSigns: String
    package let helpKeys: String
    package let signDone: String
    package let signClaimed: String
    package let signOngoing: String
    package let signPlanned: String
    package let signGood: String
    package let signBetween: String
    package let signBad: String
    package let helpRules: String
    package let signNoTarget: String
    package let signApproximate: String
    package let signBasis: String

    /// The words of a language.
    public static func `in`(_ language: Language) -> Words {
        switch language {
        case .zh: chinese
        case .en: english
        }
    }

    /// The words of a language for a data set, which need not be about a city.
    package static func of(_ catalogue: Catalogue, _ language: Language) -> Words {
        catalogue.package.isForeign ? ofAnyTable(language) : .in(language)
    }

    private static let chineseOfAnyTable = chinese.ofAnyTable
    private static let englishOfAnyTable = english.ofAnyTable

    /// The words of a language for a table that need not be about a city.
    package static func ofAnyTable(_ language: Language) -> Words {
        switch language {
        case .zh: chineseOfAnyTable
        case .en: englishOfAnyTable
        }
    }

    private var ofAnyTable: Words {
        var words = self
        let isChinese = language == .zh
        words.wholeCity = isChinese ? "全部" : "All"
        words.districts = isChinese ? "地区" : "Areas"
        words.districtsShort = words.districts
        return words
    }
}

extension Words {
    /// How many figures can be judged, of how many.
    package func judgedOf(_ judged: Int, _ all: Int) -> String { "\(self.judged) \(judged) \(of) \(all)" }
}
