import Indicators
import Workbooks

/// The rules for workbooks.
extension Rule {
    static let hiddenSheet = Rule(
        "hidden-sheet", "隐藏的工作表，没有读入", "a hidden sheet, not read",
        mend: ("需要它时，取消隐藏，或用 --sheet 指名打开", "where it is needed unhide it, or open it with --sheet"), severity: .warning
    )
    static let sheetWithoutFigures = Rule(
        "sheet-without-figures", "这个工作表里没有数据表，没有读入", "a sheet without a table of figures, not read",
        mend: ("不必处理", "nothing to do"), severity: .warning)
    static let errorCell = Rule(
        "error-cell", "这一格是公式的错误，没有数", "this cell is an error of a formula and holds no figure",
        expected: ("一个数", "a number"), mend: ("在工作簿里改正公式，再保存", "mend the formula in the workbook, then save it"))
    static func uncomputed(_ count: Int) -> Rule {
        Rule(
            "formula-without-value", "\(count) 格公式没有算出的值，按空格读取",
            "\(count) formulas without a value, read as empty cells",
            mend: (
                "用 Excel、WPS 或 LibreOffice 打开再保存一次，公式就会算出",
                "open and save it once in Excel, WPS or LibreOffice, which computes them"
            ))
    }
    static let damagedArchive = Rule(
        "damaged-file", "压缩文件已损坏或没有传完", "the compressed file is damaged or cut short",
        mend: ("重新下载或复制", "fetch or copy it again"))
    static let sheetOfNoBook = Rule(
        "no-such-sheet", "--sheet 只用于工作簿，这个文件不是", "--sheet is for workbooks, which this file is not",
        mend: ("去掉 --sheet", "leave --sheet out"))
    static let emptyBook = Rule(
        "no-table", "工作簿里没有数据表", "no table of figures in this workbook",
        expected: ("一张有列名和数据的表", "a table with column names and data"),
        mend: ("检查是否选对了文件；隐藏的工作表要用 --sheet 指名", "check that it is the right file; name a hidden sheet with --sheet"))

    private static func damagedBook(_ zh: String, _ en: String) -> Rule {
        Rule(
            "damaged-workbook", "工作簿已损坏：\(zh)", "the workbook is damaged: \(en)",
            mend: ("重新下载或复制；或在 Excel、WPS 中打开修复，再保存", "fetch or copy it again, or let Excel or WPS repair and save it"))
    }

    private static func bomb(_ zh: String, _ en: String) -> Rule {
        Rule(
            "unsafe-workbook", zh, en,
            mend: ("这种文件可能有意做成这样，不要打开；请向发来的人核实", "such a file may be made on purpose: do not open it, ask who sent it"))
    }

    static func workbookFault(_ fault: WorkbookFault) -> Rule {
        switch fault {
        case .cutShort: damagedBook("没有传完，或不是工作簿", "it was cut short, or is none")
        case .damagedPart(let part):
            damagedBook("其中 \(part) 展不开，或与校验码不符", "\(part) in it cannot be unpacked, or differs from its checksum")
        case .badXML(let part, let line):
            damagedBook("其中 \(part) 第 \(line) 行不是 XML", "\(part) in it is not XML, line \(line)")
        case .missingPart(let part): damagedBook("缺少 \(part)", "\(part) is missing")
        case .encrypted:
            Rule(
                "encrypted-workbook", "工作簿有密码", "the workbook has a password",
                mend: ("在 Excel 或 WPS 中去掉密码，再保存", "take the password off in Excel or WPS, then save it"))
        case .tooLarge(let limit): .fileTooLarge(limit)
        case .bomb(let part):
            bomb("其中 \(part) 展开后大得异常(可能是压缩炸弹)，没有打开", "\(part) in it grows beyond measure (a zip bomb?); not opened")
        case .nestedTooDeep(let part): bomb("其中 \(part) 嵌套太深，没有打开", "\(part) in it is nested too deeply; not opened")
        case .documentType(let part):
            bomb("其中 \(part) 自带实体定义，没有打开", "\(part) in it declares a document type of its own; not opened")
        case .tooManyCells(let limit):
            Rule(
                "file-too-large", "工作表的格太多", "a sheet has too many cells",
                expected: ("每个工作表不超过 \(limit / 10_000) 万格", "at most \(limit / 1_000_000) million in a sheet"),
                mend: ("把数据拆成几个文件，或另存为 CSV", "split the data, or save it as CSV"))
        case .tooManyParts(let limit):
            bomb("其中的文件超过 \(limit) 个，没有打开", "it holds more than \(limit) files; not opened")
        case .binaryWorkbook: .workbook("二进制工作簿(.xlsb)", "a binary workbook (.xlsb)")
        case .notAWorkbook:
            .otherKind(
                "文档，不是工作簿", "a document, no workbook", mend: ("请给出工作簿或 CSV 表格", "name a workbook or a table as CSV"))
        case .noSuchSheet(let name, let names):
            Rule(
                "no-such-sheet", "没有工作表“\(name)”", "there is no sheet “\(name)”",
                expected: (names.prefix(30).joined(separator: "、"), names.prefix(30).joined(separator: ", ")),
                mend: ("--sheet 写其中一个名称", "name one of these with --sheet"))
        }
    }
}
