/// What `datapackage.json` says of the whole data set.
public struct PackageDescription: Hashable, Sendable {
    /// The short name of the data set (`name` of Data Package 2.0).
    public let name: String
    /// The version of the data set (`version` of Data Package 2.0); empty where none is stated.
    public let version: String
    /// The title over the dashboard.
    public let title: LocalizedText
    /// The name of the city; empty where the data set names none.
    public let city: LocalizedText
    /// The period that the data set is about, in words.
    public let period: LocalizedText
    /// The contact for the public, in one short line; empty where the data set names none.
    public let contact: LocalizedText
    /// The code of the area that the whole data set is about.
    public let rootArea: String
    /// Whether the data are invented; every screen and export then says so.
    public let isFictional: Bool
    /// The rule by which figures are judged.
    public let judging: JudgingRule
    /// Whether a second person has to approve what is published (`minsheng.approval`).
    public package(set) var needsApproval = false
    /// Whether the table came without our metadata, so that it may be about something other than a city.
    public var isForeign = false

    package init(
        name: String, version: String, title: LocalizedText, city: LocalizedText, period: LocalizedText,
        contact: LocalizedText, rootArea: String, isFictional: Bool, judging: JudgingRule, isForeign: Bool = false
    ) {
        self.name = name
        self.version = version
        self.title = title
        self.city = city
        self.period = period
        self.contact = contact
        self.rootArea = rootArea
        self.isFictional = isFictional
        self.judging = judging
        self.isForeign = isForeign
    }

    /// The year that `period` begins with, as in 2022年.
    package var statedYear: Int? {
        let digits = period.zh.prefix { $0.isASCII && $0.isNumber }
        return digits.count == 4 ? Int(digits) : nil
    }
}
