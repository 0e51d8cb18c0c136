import Indicators
import Publishing
import Tables

/// The version that a folder was made from, as far as it is known.
struct PublicationBase {
    /// The files of that version; nil where all of the folder is to be taken.
    let files: MemoryFolder?
    /// Whether the folder does not say, and nobody else did.
    let isUnknown: Bool
    /// The publications since that version, the oldest first.
    let since: [PublicationLog.Entry]

    /// Finds the base of a folder for a target.
    ///
    /// - Throws: `PublicationStop.withdrawn`, `PublicationStop.unknownBase`.
    static func find(
        _ request: PublicationRequest, _ versions: any VersionSource, _ log: PublicationLog, current: String,
        theirs: MemoryFolder
    ) throws -> PublicationBase {
        if let named = request.base {
            if named == "current" { return PublicationBase(files: nil, isUnknown: false, since: []) }
            let padded = String(repeating: "0", count: max(0, 6 - named.utf8.count)) + named
            guard let folder = try? versions.open(padded) else {
                throw PublicationStop.unknownBase(named, target: request.shownTarget)
            }
            return PublicationBase(
                files: PackageFiles.read(folder), isUnknown: false, since: since(padded, current, log))
        }
        let unknown = PublicationBase(files: nil, isUnknown: true, since: [])
        guard let path = request.folderPath,
            let record = FolderBase.read(folder: path).first(where: { $0.belongs(to: log) }),
            let generation = record.generation(in: log)
        else { return unknown }
        if record.isOwn, !log.lineage(of: current).contains(generation) {
            throw PublicationStop.withdrawn(generation, log.entries.last { $0.action == .rollback })
        }
        var files = MemoryFolder(record.files)
        if record.files.isEmpty {
            guard let folder = try? versions.open(generation) else { return unknown }
            files = PackageFiles.read(folder)
        }
        return PublicationBase(files: files, isUnknown: false, since: since(generation, current, log))
    }

    /// The lines of the log from which the version that is shown differs from another.
    private static func since(_ base: String, _ current: String, _ log: PublicationLog) -> [PublicationLog.Entry] {
        let line = log.lineage(of: current).prefix { $0 != base }
        if line.last == log.lineage(of: current).last, !log.lineage(of: current).contains(base) {
            // Rolled back beyond the base.
            return log.entries.last { $0.action == .rollback }.map { [$0] } ?? []
        }
        return line.reversed().compactMap { log.publication(of: $0) }
    }
}

extension PublicationBase {
    /// The version that a folder was made from, whatever the person says of it: what others have changed since would be
    /// undone where the folder is taken as it is. Nil where the folder does not know.
    static func ancestor(
        _ request: PublicationRequest, _ versions: any VersionSource, _ log: PublicationLog, current: String
    ) -> MemoryFolder? {
        guard let path = request.folderPath,
            let record = FolderBase.read(folder: path).first(where: { $0.belongs(to: log) }),
            let generation = record.generation(in: log)
        else { return nil }
        let line = log.lineage(of: current)
        if line.contains(generation), !record.files.isEmpty { return MemoryFolder(record.files) }
        // Rolled back since: both lines begin with a version that they share.
        guard let shared = log.lineage(of: generation).first(where: line.contains),
            let folder = try? versions.open(shared)
        else { return nil }
        return PackageFiles.read(folder)
    }
}
