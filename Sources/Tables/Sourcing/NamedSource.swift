/// A source of data that the operator has given a name: commands, addresses and a folder, asked again and again.
public struct NamedSource: Hashable, Sendable {
    /// Where a table comes from.
    public enum Origin: Hashable, Sendable {
        /// What a program writes to its standard output: its name and its arguments. No shell reads them.
        case command([String])
        /// An address that curl fetches.
        case address(String)
    }

    /// One table and where it comes from.
    public struct Part: Hashable, Sendable {
        /// The name of the table's resource; empty where the source is a single table of any kind.
        public let table: String
        /// Where it comes from.
        public let origin: Origin

        package init(table: String, origin: Origin) {
            self.table = table
            self.origin = origin
        }
    }

    /// The name that `--data source:NAME` has.
    public let name: String
    /// The path of the folder with the tables that come from nowhere else; nil for a single table.
    public let folder: String?
    /// What is asked for, in the order of the file. Empty for a folder alone.
    public let parts: [Part]
    /// The seconds between two readings.
    public let interval: Int
    /// The seconds after which a command is ended.
    public let timeout: Int
    /// The most bytes that a table may have.
    public let largest: Int

    package init(name: String, folder: String?, parts: [Part], interval: Int, timeout: Int, largest: Int) {
        self.name = name
        self.folder = folder
        self.parts = parts
        self.interval = interval
        self.timeout = timeout
        self.largest = largest
    }
}
