import Glibc
import Indicators
import Tables

/// The version of a data set that this person saw last, kept as a copy of its tables in
/// `$XDG_STATE_HOME/minsheng/seen`, so that the next start can say what has changed.
///
/// It is optional: if anything fails, nothing is stored and no message is shown. Guests and kiosks store nothing.
struct LookMemory {
    /// Larger sets are not copied.
    private static let mostBytes = 2 << 20
    /// A file system takes 255 bytes; `.new` is added to it.
    private static let longestName = 250
    private static let dayFile = "looked"

    private let choice: DataChoice
    private let state: StateFolder
    /// The copy of this data set.
    private let folder: String

    /// nil for what has no folder of its own.
    init?(_ choice: DataChoice) {
        guard !choice.isGuest, choice.database == nil, let path = choice.directory, let state = StateFolder() else {
            return nil
        }
        let name = Self.absolute(path).replacing("/", with: "!")
        guard name.utf8.count <= Self.longestName else { return nil }
        self.choice = choice
        self.state = state
        folder = state.path + "/seen/" + name
    }

    /// The path from the root, without following the link that publishing moves.
    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return String(cString: here) + "/" + path
    }

    /// The copy and the day on which it was seen; nil where there is none that opens.
    var last: (day: String, catalogue: Catalogue)? {
        guard let day = Files.contents(of: folder + "/" + Self.dayFile, atMost: 64, followsLink: false),
            let copy = try? DirectoryFolder(path: folder),
            let catalogue = CatalogueReader.read(copy, now: WallClock.now).catalogue
        else { return nil }
        return (String(decoding: day, as: UTF8.self), catalogue)
    }

    /// Remembers what was shown.
    ///
    /// - Parameter catalogue: what the person saw. Where the files hold something else by now, nothing is remembered.
    func remember(_ catalogue: Catalogue, on day: String) {
        guard case .success(.folder(let tables)) = choice.location() else { return }
        let files = PackageFiles.read(tables)
        guard files.files.values.reduce(0, { $0 + $1.count }) <= Self.mostBytes,
            let read = CatalogueReader.read(files, now: WallClock.now).catalogue,
            CatalogueDifference(from: catalogue, to: read).isEmpty, state.make("/seen")
        else { return }
        let new = folder + ".new", old = folder + ".old"
        Self.remove(new)
        Self.remove(old)
        guard mkdir(new, 0o700) == 0 else { return }
        for (name, bytes) in files.files {
            // A set with files in subfolders is not stored.
            guard !name.contains("/"), Self.write(bytes, to: new + "/" + name) else { return Self.remove(new) }
        }
        guard Self.write(Array(day.utf8), to: new + "/" + Self.dayFile) else { return Self.remove(new) }
        rename(folder, old)
        rename(new, folder)
        Self.remove(old)
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return (try? Files.write(bytes, to: descriptor)) != nil
    }

    /// Removes a copy: a folder of plain files.
    private static func remove(_ path: String) {
        guard let listing = opendir(path) else { return }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { unlink(path + "/" + name) }
        }
        closedir(listing)
        rmdir(path)
    }
}
