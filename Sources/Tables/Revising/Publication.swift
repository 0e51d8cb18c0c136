import Indicators

/// The relation of a new version of the data to the one before.
public enum PublicationKind: String, CaseIterable, Sendable {
    /// New figures only; no earlier figure has changed.
    case new
    /// 修订: better data.
    case revised
    /// 更正: an error was corrected.
    case corrected
    /// 改动: no figure is new and no value another; only texts, definitions or other tables have changed. Nobody says
    /// so beforehand.
    case changed

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
        case .new, .changed: .none
        case .revised: .revised
        case .corrected: .corrected
        }
    }
}

/// Why a data set cannot be published.
public enum PublicationFault: Error, Sendable {
    /// The data set has errors.
    case problems([DataProblem])
    /// The version is `new`, but these figures have changed or are gone.
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
    public internal(set) var difference: CatalogueDifference?
    /// How many rows were added to `revisions.csv`.
    public let newFormerValues: Int
    /// What the version is to the one before where nobody says: revised where a figure that had a value has changed or
    /// is gone, new where there are further figures.
    public var ownKind: PublicationKind {
        guard let difference else { return .new }
        if newFormerValues > 0 || difference.figures.contains(where: \.losesValue) { return .revised }
        return difference.figures.contains(where: \.isNew) ? .new : .changed
    }
    /// What was noticed in the clerk's tables that does not prevent publication.
    public let warnings: [DataProblem]

    /// Checks a data set, adds former values and marks, and reads the result again.
    ///
    /// - Parameters:
    ///   - reading: what was read of the folder at `now`; nil where it was not read yet.
    ///   - former: the version before; nil for the first version.
    ///   - kind: the relation to the version before; nil counts as `revised`.
    ///   - reason: the reason that is recorded with former values.
    ///   - date: today, `YYYY-MM-DD`.
    ///   - moment: now in RFC 3339. It stands for the day where a figure changes again on one day.
    ///   - now: values under embargo at this moment have never been shown, so they are not kept.
    public static func prepare(
        _ folder: MemoryFolder, read reading: CatalogueReading? = nil, after former: Catalogue?, kind: PublicationKind?,
        reason: LocalizedText, date: String, moment: String = "", now: Instant
    ) -> Result<Publication, PublicationFault> {
        let reading = reading ?? CatalogueReader.read(folder, now: now)
        // What is published is canonical: other programs read it, and rows are found in it by their texts.
        let canonical = reading.canonical(folder)
        if canonical.files != folder.files {
            return prepare(
                canonical, after: former, kind: kind, reason: reason, date: date, moment: moment, now: now)
        }
        return prepare(
            reading, folder, after: former, kind: kind, reason: reason, date: date, moment: moment, now: now)
    }

    /// The same for a folder in canonical form that has been read.
    private static func prepare(
        _ reading: CatalogueReading, _ folder: MemoryFolder, after former: Catalogue?, kind: PublicationKind?,
        reason: LocalizedText, date: String, moment: String, now: Instant
    ) -> Result<Publication, PublicationFault> {
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
        let pairs = ObservationPairs(former, catalogue)
        let revision = (kind ?? .revised).revision
        let changes = RevisedFigures(pairs, former, catalogue, revision)
        if kind == .new, !changes.replaced.isEmpty || changes.isShorter {
            return .failure(.notOnlyNew(CatalogueDifference(from: former, to: catalogue, pairs).unlikeNew))
        }
        let own = Set(catalogue.formerValues), published = Set(former.formerValues)
        let kept = former.formerValues.filter { !own.contains($0) }
        let history = History(
            published: former.formerValues, own: catalogue.formerValues.filter { !published.contains($0) }, date: date,
            moment: moment)
        let added = changes.replaced.compactMap { history.record($0, revision, reason) }
        var files = folder.files
        if !(kept + added).isEmpty {
            guard let path = folder.path(ofTable: "revisions"), let bytes = files[path] else {
                return .failure(.noRevisions)
            }
            let table = CSVText(bytes)
            guard TableForm.revisions.needed.allSatisfy({ table.columns[$0.rawValue] != nil }) else {
                return .failure(.foreignForm(file: path))
            }
            let values = kept + added
            files[path] = table.appending(values.count, naming: ColumnName.init(rawValue:)) { values[$0].cell($1) }
        }
        if !changes.marks.isEmpty {
            guard let path = folder.path(ofTable: "observations"), let bytes = files[path] else {
                return .failure(.noRevisions)
            }
            let table = CSVText(bytes)
            guard table.columns["REVISION"] != nil else { return .failure(.foreignForm(file: path)) }
            files[path] = table.setting("REVISION", changes.marks)
        }
        // The new files are read in the way in which every reader will read them.
        let outcome = CatalogueReader.read(MemoryFolder(files, displayName: folder.displayName), now: now)
        guard let result = outcome.catalogue else {
            return .failure(.problems(outcome.problems.filter { $0.severity == .error }))
        }
        return .success(
            Publication(
                files: files, catalogue: result, former: former,
                // Marks change no row into another figure.
                difference: CatalogueDifference(from: former, to: result, pairs, recorded: kept.count + added.count),
                newFormerValues: added.count,
                warnings: warnings))
    }
}

extension CatalogueDifference {
    /// The figures that a version with new figures only must not have.
    fileprivate var unlikeNew: [Figure] {
        figures.filter { $0.old?.isWithheld == false && ($0.changesValue || $0.losesValue) }
    }
}

extension FormerValue {
    /// The cell of its row in `revisions.csv`; empty for a column that is not known here.
    fileprivate func cell(_ column: ColumnName?) -> String {
        switch column {
        case .REF_AREA: area
        case .INDICATOR: indicator
        case .TIME_PERIOD: period
        case .PERIOD_BASIS: basis.code
        case .FORMER_VALUE: value?.description ?? ""
        case .UNIT_MULT: String(unitMultiplier)
        case .QUALIFIER: qualifier.code
        case .DATE: date
        case .KIND: kind.code
        case .REASON: reason.zh
        case .REASON_EN: reason.en
        default: ""
        }
    }
}
