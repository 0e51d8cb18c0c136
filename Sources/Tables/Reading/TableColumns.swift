/// A table of a data set by its name and its columns, for those who keep the tables elsewhere than in files.
public struct TableColumns: Hashable, Sendable {
    /// The name of the resource in `datapackage.json`.
    public let name: String
    /// All columns in the order of `docs/data.md`.
    public let columns: [String]

    /// A table that is none of a data set's own.
    public init(name: String, columns: [String]) {
        self.name = name
        self.columns = columns
    }

    /// Every table, those first that others refer to.
    public static let all = TableForm.all.map { form in
        TableColumns(
            name: form.resource,
            columns: form.resource == "observations"
                ? ObservationColumn.all.map(\.name.rawValue) : form.columns.map(\.rawValue))
    }
}
