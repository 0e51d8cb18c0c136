import Indicators

/// The relation of a new version of the data to the one before.
public enum PublicationKind: String, CaseIterable, Sendable {
    /// New figures only; no earlier figure has changed.
    case new
    /// 修订: better data.
    case revised
    /// 更正: an error was corrected.
    case corrected

    /// A word of the command line: 修订, 更正, new, or the codes of the tables.
    public init?(word: String) {
        switch word.lowercased() {
        case "new", "新", "新增": self = .new
        case "revised", "revise", "revision", "修订": self = .revised
        case "corrected", "correct", "correction", "更正": self = .corrected
        default: return nil
        }
    }

    var revision: Revision {
        switch self {
        case .new: .none
        case .revised: .revised
        case .corrected: .corrected
        }
    }
}

/// Why a data set cannot be published.
public enum PublicationFault: Error, Sendable {
    /// The data set has errors.
    case problems([DataProblem])
    /// The version is `new`, but these figures have changed.
    case notOnlyNew([CatalogueDifference.Figure])
    /// Figures have changed, and the data set has no table for former values.
    case noRevisions
    /// A table is not UTF-8 with commas, so no row can be added to it.
    case foreignForm(file: String)
}

/// A data set prepared for publication: the files of the new version.
///
/// Former values are added to `revisions.csv`, and the changed figures are marked. Former values that were once
/// published are kept, even where the clerk's tables lack them.
public struct Publication: Sendable {
    /// The bytes of each file by its path relative to the folder.
    public let files: [String: [UInt8]]
    /// The new version, read again from the files that will be published.
    public let catalogue: Catalogue
    /// The version before; nil for the first version.
    public let former: Catalogue?
    /// What differs; nil for the first version.
    public let difference: CatalogueDifference?
    /// How many rows were added to `revisions.csv`.
    public let newFormerValues: Int
    /// What was noticed in the clerk's tables that does not prevent publication.
    public let warnings: [DataProblem]

    /// Checks a data set, adds former values and marks, and reads the result again.
    ///
    /// - Parameters:
    ///   - former: the version before; nil for the first version.
    ///   - kind: the relation to the version before; nil counts as `revised`.
    ///   - reason: the reason that is recorded with former values.
    ///   - date: today, `YYYY-MM-DD`.
    ///   - now: values under embargo at this moment have never been shown, so they are not kept.
    public static func prepare(
        _ folder: MemoryFolder, after former: Catalogue?, kind: PublicationKind?, reason: LocalizedText, date: String,
        now: Instant
    ) -> Result<Publication, PublicationFault> {
        let reading = CatalogueReader.read(folder, now: now)
        let warnings = reading.problems.filter { $0.severity == .warning }
        guard let catalogue = reading.catalogue else {
            return .failure(.problems(reading.problems.filter { $0.severity == .error }))
        }
        guard let former else {
            return .success(
                Publication(
                    files: folder.files, catalogue: catalogue, former: nil, difference: nil, newFormerValues: 0,
                    warnings: warnings))
        }
        let difference = CatalogueDifference(from: former, to: catalogue)
        let changed = difference.figures.filter { $0.changesValue && $0.old?.isWithheld == false }
        if kind == .new, !changed.isEmpty { return .failure(.notOnlyNew(changed)) }
        let revision = (kind ?? .revised).revision
        let own = Set(catalogue.formerValues)
        let kept = former.formerValues.filter { !own.contains($0) }
        let known = Dictionary((catalogue.formerValues + kept).map { (Known($0), $0.date) }, uniquingKeysWith: max)
        let added = changed.compactMap { figure in
            figure.old.flatMap { record($0, known, revision, reason, date) }
        }
        var files = folder.files
        if !(kept + added).isEmpty {
            guard let path = folder.path(ofTable: "revisions"), let bytes = files[path] else {
                return .failure(.noRevisions)
            }
            let table = CSVText(bytes)
            guard TableForm.revisions.needed.allSatisfy({ table.columns[$0.rawValue] != nil }) else {
                return .failure(.foreignForm(file: path))
            }
            files[path] = table.appending((kept + added).map(row))
        }
        let marks = marks(difference, former, catalogue, revision)
        if !marks.isEmpty {
            guard let path = folder.path(ofTable: "observations"), let bytes = files[path] else {
                return .failure(.noRevisions)
            }
            let table = CSVText(bytes)
            guard table.columns["REVISION"] != nil else { return .failure(.foreignForm(file: path)) }
            files[path] = table.setting("REVISION", marks)
        }
        // The new files are read in the way in which every reader will read them.
        let outcome = CatalogueReader.read(MemoryFolder(files, displayName: folder.displayName), now: now)
        guard let result = outcome.catalogue else {
            return .failure(.problems(outcome.problems.filter { $0.severity == .error }))
        }
        return .success(
            Publication(
                files: files, catalogue: result, former: former,
                difference: CatalogueDifference(from: former, to: result), newFormerValues: added.count,
                warnings: warnings))
    }

    /// The former value of a figure; nil where it is already recorded, by the clerk or today.
    private static func record(
        _ old: Observation, _ known: [Known: String], _ kind: Revision, _ reason: LocalizedText, _ date: String
    ) -> FormerValue? {
        let value = FormerValue(
            area: old.area, indicator: old.indicator, period: old.period.text, basis: old.basis, value: old.value,
            unitMultiplier: old.unitMultiplier,
            qualifier: old.qualifier, date: date, kind: kind, reason: reason)
        return known[Known(value)].map { $0 >= date } ?? false ? nil : value
    }

    /// A former value without the date and reason of its change.
    private struct Known: Hashable {
        let area, indicator, period: String
        let basis: PeriodBasis
        let value: DecimalNumber?
        let unitMultiplier: Int
        let qualifier: Qualifier

        init(_ former: FormerValue) {
            (area, indicator, period, basis) = (former.area, former.indicator, former.period, former.basis)
            (value, unitMultiplier, qualifier) = (former.value, former.unitMultiplier, former.qualifier)
        }
    }

    private static func row(_ value: FormerValue) -> [String: String] {
        [
            "REF_AREA": value.area, "INDICATOR": value.indicator, "TIME_PERIOD": value.period,
            "PERIOD_BASIS": value.basis.code,
            "FORMER_VALUE": value.value?.description ?? "", "UNIT_MULT": String(value.unitMultiplier),
            "QUALIFIER": value.qualifier.code,
            "DATE": value.date, "KIND": value.kind.code, "REASON": value.reason.zh, "REASON_EN": value.reason.en,
        ]
    }

    /// The lines of the observations to mark as changed: those that change now, and those whose earlier mark is missing
    /// in the clerk's table. Marks of the clerk are kept.
    private static func marks(
        _ difference: CatalogueDifference, _ former: Catalogue, _ new: Catalogue, _ kind: Revision
    ) -> [Int: String] {
        var marks: [Int: String] = [:]
        for figure in difference.figures {
            guard let old = figure.old, let now = figure.new, now.revision == .none else { continue }
            if figure.changesValue, !old.isWithheld {
                marks[now.line] = kind.code
            } else if old.revision != .none {
                marks[now.line] = old.revision.code
            }
        }
        return marks
    }
}
