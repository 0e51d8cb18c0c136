import Indicators
import Tables

/// Asks a named source for its tables, and keeps the last good ones of each.
struct SourceReading {
    let source: NamedSource
    /// What each part gave when it last gave anything.
    private var kept: [NamedSource.Part: (bytes: [UInt8], moment: Int)] = [:]
    /// The files that were given last, so that the same ones are given once.
    private var shown: [String: [UInt8]]?

    init(_ source: NamedSource) { self.source = source }

    /// What asking came to.
    struct Outcome {
        /// The data, where there are enough of them to show; nil where the same is shown already.
        var location: DataLocation?
        /// The parts that gave nothing, each with the seconds since it last did.
        var faults: [(part: NamedSource.Part, fault: SourceFault, age: Int?)] = []
    }

    /// Asks every part, one after the other.
    ///
    /// - Parameters:
    ///   - now: seconds of a clock that only goes on.
    ///   - isWhole: whether the same data are given again, to be read at another moment.
    ///   - run: what an origin gives.
    mutating func ask(
        now: Int, isWhole: Bool = false,
        _ run: (NamedSource.Origin, NamedSource) -> Result<[UInt8], SourceFault> = { $0.output(within: $1) }
    ) -> Outcome {
        var outcome = Outcome()
        for part in source.parts {
            switch run(part.origin, source) {
            case .success(let bytes): kept[part] = (bytes, now)
            case .failure(let fault): outcome.faults.append((part, fault, kept[part].map { now - $0.moment }))
            }
        }
        switch files() {
        case .success(let files):
            guard let files, isWhole || files != shown else { break }
            shown = files
            outcome.location = location(files)
        case .failure(let fault):
            outcome.faults.append((NamedSource.Part(table: "", origin: .command([])), fault, nil))
        }
        return outcome
    }

    /// The files as they are now, a single table without a name; nil where that was never given.
    private func files() -> Result<[String: [UInt8]]?, SourceFault> {
        guard let path = source.folder else {
            return .success(source.parts.first.flatMap { kept[$0] }.map { ["": $0.bytes] })
        }
        guard let folder = try? DirectoryFolder(path: path) else { return .failure(.noFolder(path)) }
        var copy = PackageFiles.read(folder)
        for part in source.parts {
            // A table that was never given is that of the folder.
            guard let bytes = kept[part]?.bytes, let file = copy.path(ofTable: part.table) else { continue }
            copy.files[file] = bytes
        }
        return .success(copy.files)
    }

    private func location(_ files: [String: [UInt8]]) -> DataLocation {
        if let bytes = files[""] { return .file(FileBytes(copying: bytes), ForeignFile(path: source.name)) }
        return .folder(MemoryFolder(files, displayName: "source:\(source.name)"))
    }
}

extension NamedSource.Origin {
    /// What it gives, within the bounds of a source.
    func output(within source: NamedSource) -> Result<[UInt8], SourceFault> {
        SourceCommand.output(of: words(within: source), seconds: source.timeout, largest: source.largest)
    }

    /// The command. An address is fetched by curl, which follows no other protocols and goes no further than https
    /// from https.
    func words(within source: NamedSource) -> [String] {
        switch self {
        case .command(let words): words
        case .address(let address):
            [
                "curl", "--silent", "--show-error", "--fail", "--location", "--max-redirs", "5", "--proto",
                address.hasPrefix("https:") ? "=https" : "=http,https", "--max-time", String(source.timeout),
                "--max-filesize", String(source.largest), "--", address,
            ]
        }
    }
}
