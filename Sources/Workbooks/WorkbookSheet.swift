/// One sheet of a workbook, lent while the workbook is read.
package struct WorkbookSheet: Sendable {
    package var name: String
    package var isHidden: Bool
    package var grid: SheetGrid
}

/// What a workbook is read with.
package struct WorkbookOptions: Sendable {
    /// The only sheet that is wanted; without one all that are not hidden.
    package var sheet: String?
    package var limits = WorkbookLimits()

    package init(sheet: String? = nil, limits: WorkbookLimits = WorkbookLimits()) {
        self.sheet = sheet
        self.limits = limits
    }

    /// Whether a sheet is read: one that is hidden only where it is asked for.
    func wants(_ name: String, isHidden: Bool) -> Bool { sheet.map { $0 == name } ?? !isHidden }
}

/// Reads workbooks, sheet by sheet.
package enum WorkbookReader {
    /// Reads a zip archive that is a workbook: .xlsx, .xlsm, .ods.
    ///
    /// - Parameters:
    ///   - take: receives each sheet; of a hidden one that is not asked for only its name.
    /// - Throws: `WorkbookFault`, or what the body throws.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, _ options: WorkbookOptions, _ take: (WorkbookSheet) throws -> Void
    ) throws {
        let archive = try ZipArchive(bytes, options.limits)
        if archive.holds("content.xml"), !archive.holds("[Content_Types].xml") {
            return try OpenDocumentReader.read(archive, options, take)
        }
        guard archive.holds("[Content_Types].xml") || archive.holds("xl/workbook.xml") else {
            throw WorkbookFault.notAWorkbook
        }
        var reader = try SpreadsheetMLReader(archive, options)
        try reader.read(take)
    }
}
