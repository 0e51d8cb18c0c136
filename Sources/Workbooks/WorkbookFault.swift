/// Why a workbook, or a part of it, cannot be read.
package enum WorkbookFault: Error, Hashable, Sendable {
    /// The archive has no directory: it was cut short, or is none.
    case cutShort
    /// A part of the archive does not decompress, or its checksum differs.
    case damagedPart(String)
    /// A part is not well-formed XML.
    case badXML(part: String, line: Int)
    case missingPart(String)
    case encrypted
    /// The decompressed parts have more bytes than this.
    case tooLarge(Int)
    /// A part grows without measure when it is decompressed.
    case bomb(String)
    case nestedTooDeep(String)
    /// A part declares a document type, which can hold entities that grow without measure.
    case documentType(String)
    case tooManyCells(Int)
    case tooManyParts(Int)
    /// The binary form of a workbook, .xlsb.
    case binaryWorkbook
    /// An archive that is no workbook.
    case notAWorkbook
    /// The sheet that was asked for, and those that there are.
    case noSuchSheet(String, [String])
}

/// Bounds against files that are made to exhaust memory or time.
package struct WorkbookLimits: Sendable {
    /// The bytes of all parts that are read, decompressed.
    package var bytes = 1 << 30
    /// How many times longer a part may become, where it is large.
    package var ratio = 500
    /// Parts that decompress to fewer bytes than this may grow as they like.
    package var smallestBomb = 16 << 20
    package var depth = 256
    package var cells = 10_000_000
    /// The bytes of the texts of one sheet.
    package var text = 256 << 20
    /// The longest tag.
    package var tag = 1 << 20
    package var parts = 20_000

    package init() {}
}
