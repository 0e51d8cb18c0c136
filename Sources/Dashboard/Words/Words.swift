import Indicators

/// The words of the program, in one language. Data have their own words in both languages.
///
/// Each phrase is a stored property, so that a phrase missing in a language does not compile.
public struct Words: Sendable {
    let language: Language

    // Frame
    let overview: String
    let overviewShort: String
    var districts: String
    var districtsShort: String
    var wholeCity: String
    let judged: String
    let of: String
    /// Between the members of a list.
    let listSeparator: String
    /// Between a label and its text.
    let colon: String
    let dataSpan: String
    let fictional: String
    let items: String

    // Headings
    let indicators: String
    let indicator: String
    let value: String
    let period: String
    let inGroup: String
    let state: String
    let measures: String
    let area: String
    let topic: String
    let reported: String
    let allObservations: String
    let trend: String
    let judgement: String
    let definition: String
    let department: String
    let source: String
    let measure: String
    let help: String
    let search: String
    let meaning: String

    // Statements
    let onlyOnePeriod: String
    let noTarget: String
    let notJudged: String
    let notJudgedShort: String
    let keptZero: String
    let brokenZero: String
    let unknownZero: String
    let zeroRule: String
    let noTargetRule: String
    let notStated: String
    let eachReportsItsOwn: String
    let nothingReported: String
    let sameFactElsewhere: String
    let noteOfFigure: String
    let parent: String
    let formerNames: String
    var cityIndicators: String
    var districtIndicators: String
    let areasBelow: String
    let noMatches: String
    let searchPrompt: String
    let searchHint: String
    let matches: String

    // Source
    let title: String
    let publisher: String
    let author: String
    let date: String
    let trust: String
    let trustGrades: (a: String, b: String, c: String)
    let terms: String
    let address: String
    let place: String
    let printedForm: String

    // Statuses and absences (SDMX CL_OBS_STATUS; docs/data.md, "Codes")
    let statusNormal: String
    let statusProvisional: String
    let statusForecast: String
    let statusEstimated: String
    let statusBreak: String
    /// Statuses of other publishers' tables.
    let furtherStatuses: KeyValuePairs<ObservationStatus, String>
    /// For an indicator without any row in the tables.
    let notOnRecord: String
    let statusMissing: String
    let statusNotApplicable: String
    let statusSuppressed: String
    let statusNotCollected: String
    let statusEmbargoed: String
    let revised: String
    let corrected: String

    // Collection (SDMX CL_COLLECTION)
    let summed: String
    let endOfPeriod: String
    let average: String

    // Briefs
    let done: String
    let ongoing: String
    let planned: String
    let claimed: String
    let linkedFigures: String

    // Period bases
    let toDate: String
    let sinceUnknown: String
    let asReported: String
    let usualYear: String
    let unspecified: String

    // Keys, short for the footer
    let keySelect: String
    let keyOpen: String
    let keyBack: String
    let keySearch: String
    let keySource: String
    let keyTheme: String
    let keyArea: String
    let keyFilter: String
    let keyPrint: String
    let keyCopy: String
    let keyCopyTable: String
    let keyCompare: String
    let keyHelp: String
    let keyQuit: String
    let keyRaw: String
    let keyLanguage: String
    let keyPrevious: String
    let keyNext: String
    let keyTopics: String
    let keyNextTab: String
    let keyPreviousTab: String
    let keyPage: String
    let keyEnds: String
    let keyScroll: String
    let keyType: String
    let keySuspend: String
    let keyRedraw: String

    // Keys, one sentence for help and manual
    let keySelectSentence: String
    let keyOpenSentence: String
    let keyBackSentence: String
    let keySearchSentence: String
    let keySourceSentence: String
    let keyThemeSentence: String
    let keyAreaSentence: String
    let keyFilterSentence: String
    let keyPrintSentence: String
    let keyCopySentence: String
    let keyCopyTableSentence: String
    let keyCompareSentence: String
    let keyHelpSentence: String
    let keyQuitSentence: String
    let keyRawSentence: String
    let keyLanguageSentence: String
    let keyPreviousSentence: String
    let keyNextSentence: String
    let keyTopicsSentence: String
    let keyNextTabSentence: String
    let keyPreviousTabSentence: String
    let keyTabsSentence: String
    let keyPageSentence: String
    let keyPageDownSentence: String
    let keyEndsSentence: String
    let keyScrollSentence: String
    let keyTypeSentence: String
    let keySuspendSentence: String
    let keyRedrawSentence: String
    let keyColumn: String
    let whereColumn: String
    let doesColumn: String
    let everywhere: String
    let keyOpenedIndicator: String

    // Help
    let helpSigns: String
    let signDone: String
    let signClaimed: String
    let signOngoing: String
    let signPlanned: String
    let signGood: String
    let signBetween: String
    let signBad: String
    let helpRules: String
    let signNoTarget: String
    let signApproximate: String
    let signBasis: String

    /// The words of a language.
    public static func `in`(_ language: Language) -> Words {
        switch language {
        case .zh: chinese
        case .en: english
        }
    }

    /// The words of a language for a data set, which need not be about a city.
    static func of(_ catalogue: Catalogue, _ language: Language) -> Words {
        catalogue.package.isForeign ? ofAnyTable(language) : .in(language)
    }

    private static let chineseOfAnyTable = chinese.ofAnyTable
    private static let englishOfAnyTable = english.ofAnyTable

    /// The words of a language for a table that need not be about a city.
    static func ofAnyTable(_ language: Language) -> Words {
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
        words.cityIndicators = isChinese ? "总体指标" : "Overall indicators"
        words.districtIndicators = isChinese ? "各地指标" : "Area indicators"
        return words
    }
}

extension Words {
    /// How many figures can be judged, of how many.
    func judgedOf(_ judged: Int, _ all: Int) -> String { "\(self.judged) \(judged) \(of) \(all)" }
}
