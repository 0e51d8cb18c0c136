import Tables

extension Generations {
    /// Opens a published version for reading only, without the lock that publishing holds.
    ///
    /// - Parameters:
    ///   - generation: its number, with or without zeros in front.
    ///   - target: the path of the link that screens open.
    /// - Throws: `StoreFault.noGeneration` where there is no such version.
    public static func folder(_ generation: String, of target: String) throws(StoreFault) -> DirectoryFolder {
        var path = target
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard !generation.isEmpty, generation.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            throw .noGeneration(generation)
        }
        let padded = String(repeating: "0", count: max(0, 6 - generation.utf8.count)) + generation
        do {
            return try DirectoryFolder(path: "\(path).generations/\(padded)")
        } catch {
            throw .noGeneration(generation)
        }
    }
}
