import Glibc
import Indicators

/// What a folder of tables was made from: a published version, and the files as they were then.
///
/// It is the common ancestor by which publishing tells what the clerk has changed from what others have. It lies in the
/// folder as `.minsheng-base`, so it goes along when the folder is copied or moved. A published version holds one
/// without files that names itself, so that a copy of it made by other means knows where it comes from.
public struct FolderBase: Hashable, Sendable {
    /// The name of its file.
    public static let file = ".minsheng-base"

    /// The name of the generation.
    public var generation: String
    /// When that was published, as the log has it: together with the name it tells one target from another.
    public var time: String
    /// Whether the files are those that were published from this very folder, rather than copied from a version.
    public var isOwn: Bool
    /// The files as they were; empty where the generation itself has them.
    public var files: [String: [UInt8]]

    /// What a folder was made from.
    public init(generation: String, time: String, isOwn: Bool = false, files: [String: [UInt8]] = [:]) {
        self.generation = generation
        self.time = time
        self.isOwn = isOwn
        self.files = files
    }

    /// The record as the file has it: a line that names it, then each file after a line with its length.
    public var bytes: [UInt8] {
        var bytes = Array("\(Self.start)\(generation) \(isOwn ? "own" : "copy") \(files.count) \(time)\n".utf8)
        for name in files.keys.sorted() {
            let content = files[name] ?? []
            bytes += Array("\(content.count) \(name)\n".utf8) + content + [0x0A]
        }
        return bytes
    }

    private static let start = "minsheng-base 1 "

    /// The records of a file. A file that is damaged gives those before the damage.
    public static func records(_ bytes: [UInt8]) -> [FolderBase] {
        var records: [FolderBase] = [], index = 0
        func line() -> String? {
            guard index < bytes.count, let end = bytes[index...].firstIndex(of: 0x0A) else { return nil }
            defer { index = end + 1 }
            return String(decoding: bytes[index..<end], as: UTF8.self)
        }
        while let head = line()?.bytes(after: start) {
            let parts = head.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4, let count = Int(parts[2]) else { break }
            var record = FolderBase(generation: parts[0], time: parts[3], isOwn: parts[1] == "own")
            for _ in 0..<count {
                guard let parts = line()?.split(separator: " ", maxSplits: 1), parts.count == 2,
                    let size = Int(parts[0]),
                    size >= 0, size < bytes.count - index
                else { return records }
                record.files[String(parts[1])] = Array(bytes[index..<(index + size)])
                index += size + 1
            }
            records.append(record)
        }
        return records
    }

    /// Whether the log is that of the target whose generation this is.
    public func belongs(to log: PublicationLog) -> Bool { generation(in: log) != nil }

    /// The generation by the log of its target; nil in the log of another one. A draft that was submitted from the
    /// folder is the generation that it became when it was approved.
    public func generation(in log: PublicationLog) -> String? {
        if let entry = log.publication(of: generation) { return entry.time == time ? generation : nil }
        return log.entries.last { !$0.draft.isEmpty && $0.draft == "\(generation) \(time)" }?.generation
    }
}

extension FolderBase {
    /// How many targets a folder remembers.
    private static let most = 4

    /// The records in a folder; none where there is no such file.
    public static func read(folder path: String) -> [FolderBase] {
        guard let folder = try? Descriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), path),
            let bytes = try? folder.contents(of: file)
        else { return [] }
        return records(bytes)
    }

    /// Puts a record into a folder, in the place of the one that belongs to the same target.
    ///
    /// - Parameter log: the log of the target; nil where the record comes before the others and replaces none.
    public static func write(_ record: FolderBase, folder path: String, log: PublicationLog?) throws(StoreFault) {
        let folder = try Descriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), path)
        let others = records(try folder.contents(of: file) ?? []).filter { other in
            log.map { !other.belongs(to: $0) } ?? true
        }
        let draft = file + "-new"
        do {
            try folder.remove(draft)
            let new = try folder.newFile(draft)
            for one in [record] + others.prefix(most - 1) { try new.write(one.bytes) }
            try new.permit(0o644 | folder.sharedFolderMode & S_IWGRP)
            try new.sync()
            try folder.rename(draft, to: file)
        } catch {
            try? folder.remove(draft)
            throw error
        }
    }

    /// What a version that is opened for copying is: by its place among the generations of a target, or by the record
    /// in it. Nil for a folder that is no version.
    ///
    /// - Parameter path: the path of the folder, with links followed.
    public static func version(at path: String) -> FolderBase? {
        if let (target, name) = place(path), let versions = try? PublishedVersions(target: target),
            let entry = try? versions.log().publication(of: name)
        {
            return FolderBase(generation: name, time: entry.time)
        }
        return read(folder: path).first { $0.files.isEmpty }
    }

    /// The number of the publication that a folder is, by its path with links followed; nil for any other folder.
    public static func generation(at path: String) -> String? { place(path)?.name }

    /// Whether a folder is a published version, which nobody may write to.
    public static func isVersion(_ path: String) -> Bool { place(path) != nil }

    /// The target and the name of the generation that a path means by its form.
    private static func place(_ path: String) -> (target: String, name: String)? {
        let split = SplitPath(path)
        guard PublishedVersions.isGeneration(split.name), let target = split.folder.bytes(before: ".generations") else {
            return nil
        }
        return (target, split.name)
    }
}

extension String {
    /// What stands before an ending, compared byte by byte; nil where the text does not end so.
    fileprivate func bytes(before ending: String) -> String? {
        guard utf8.count > ending.utf8.count, utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) else {
            return nil
        }
        return String(decoding: utf8.dropLast(ending.utf8.count), as: UTF8.self)
    }
}
