import Testing

@testable import Tables

private let head = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\n"

/// Files that are no table of text, or whose bytes are damaged.
extension ForeignTableTests {
    @Test(arguments: [
        BrokenTable(
            "an old workbook", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], ["- workbook"],
            ["旧格式的工作簿(.xls、.et)", "Excel：文件→另存为", "WPS：", "LibreOffice：", "Save As"]),
        BrokenTable(
            "an archive that was cut short",
            bytes: [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + Array("table.csv".utf8),
            ["- not-a-table"], ["压缩文件", "先解压", "unpack it first"]),
        BrokenTable("gzip", bytes: [0x1F, 0x8B, 8, 0, 0, 0], ["- damaged-file"], ["压缩文件已损坏", "重新下载"]),
        BrokenTable(
            "a web page", "\n <!DOCTYPE html>\n<table><tr><td>2022</td></tr></table>", ["- not-a-table"],
            ["网页", "没有数据表"]),
        BrokenTable("a PDF file", "%PDF-1.7\n", ["- not-a-table"], ["PDF", "索取 CSV"]),
        BrokenTable("JSON", "{\"data\": [1, 2]}", ["- not-a-table"], ["JSON", "datapackage.json"]),
        BrokenTable("Parquet", bytes: Array("PAR1".utf8) + [0x15, 4], ["- not-a-table"], ["Parquet", "导出为 CSV"]),
        BrokenTable("an empty file", "", ["- empty-file"], ["文件是空的", "重新导出", "export it again"]),
        BrokenTable("nothing but a mark", bytes: [0xEF, 0xBB, 0xBF], ["- empty-file"], ["文件是空的"]),
        BrokenTable("nothing but line breaks", "\n\n\r\n", ["- empty-file"], ["文件是空的"]),
        BrokenTable(
            "NUL in a field", bytes: Array((head + "A,x,2022,").utf8) + [0, 0x0A], ["2:10 nul-byte 0x00"],
            ["NUL", "另存为 CSV UTF-8"]),
        BrokenTable(
            "NUL in a wide table", bytes: Array("地区,2022\n沈阳,".utf8) + [0, 0x0A], ["2:4 nul-byte 0x00"], ["NUL"]),
        BrokenTable(
            "NUL in a header",
            bytes: Array("REF_AREA,TIME_PERIOD,OBS_VALUE,X".utf8) + [0] + Array("\nA,2022,1,2\n".utf8),
            ["1:33 nul-byte 0x00"]),
        BrokenTable(
            "an escape", head + "A,x\u{1B}[31m,2022,1\n", ["2:4 unsafe-character \\u{1B}"], ["控制字符", "显示时换成 �", "删去它"]),
        BrokenTable(
            "a control of the range C1", head + "A,x\u{85},2022,1\n", ["2:4 unsafe-character \\u{85}"], ["控制字符"]),
        BrokenTable(
            "a mark that turns the direction of writing", head + "A,\u{202E}x,2022,1\n",
            ["2:3 unsafe-character \\u{202E}"], ["改变书写方向"]),
        BrokenTable(
            "a mark that turns the direction of writing in a header",
            "REF_AREA,INDI\u{2066}CATOR,TIME_PERIOD,OBS_VALUE\nA,x,2022,1\n", ["1:14 unsafe-character \\u{2066}"]),
        BrokenTable(
            "a byte that is not UTF-8", bytes: Array((head + "A,城市环境").utf8) + [0xFF] + Array(",2022,1\n".utf8),
            ["2:7 not-utf8 0xFF"], ["不是 UTF-8 编码", "另存为“CSV UTF-8(逗号分隔)”"]),
        BrokenTable(
            "a header that is not UTF-8",
            bytes: Array("指标名称,年份,数值,地区名称,".utf8) + [0xFF] + Array("\nx,2022,1,沈阳,1\n".utf8), ["1:17 not-utf8 0xFF"]),
        BrokenTable(
            "a byte that is not UTF-8 in a wide table", bytes: Array("地区,2022\n沈阳市".utf8) + [0xC0] + Array(",1\n".utf8),
            ["2:4 not-utf8 0xC0"]),
        BrokenTable(
            "a character that the end cuts off", bytes: Array("地区,2022\n沈阳,1\n大连,2\n抚顺,3城".utf8.dropLast()),
            ["4:5 not-utf8 0xE5"]),
        BrokenTable(
            "half of a pair of surrogates",
            bytes: Array((head + "A,城市环境").utf8) + [0xED, 0xA0, 0x80] + Array(",2022,1\n".utf8), ["2:7 not-utf8 0xED"]),
        BrokenTable(
            "GB18030", bytes: inGB18030("地区,2022\n沈阳,1\n"), ["- other-encoding"],
            ["按 GB18030 编码读取", "可以不管", "harmless"]),
        BrokenTable(
            "GB18030 with a damaged byte", bytes: inGB18030("地区,2022\n沈阳,1\n大连") + [0xFF] + inGB18030(",2\n"),
            ["3:3 not-decodable 0xFF"], ["GB18030", "重新导出", "export it again"]),
        BrokenTable(
            "GB18030 that the end cuts off", bytes: inGB18030("地区,2022\n沈阳,1\n大连,2\n抚").dropLast(),
            ["4:1 not-decodable 0xB8"], ["GB18030"]),
        BrokenTable(
            "a tidy table in GB18030", bytes: inGB18030("地区,指标,年份,数值\n沈阳,就业,2022,1x1\n沈阳,就业,2023,1\n"),
            ["- other-encoding", "2:12 value-not-a-number 1x1"]),
        BrokenTable(
            "UTF-16 of an odd length", bytes: encoded("地区,2022\n沈阳,1\n", .utf16LittleEndian) + [0x41],
            ["3:1 not-decodable 0x41"], ["UTF-16LE", "重新导出"]),
        BrokenTable(
            "UTF-16 with half of a pair",
            bytes: encoded("地区,2022\n沈阳", .utf16BigEndian) + [0xDC, 0x00]
                + encoded(",1\n", .utf16BigEndian).dropFirst(2), ["2:3 not-decodable 0xDC"], ["UTF-16BE"]),
        BrokenTable(
            "UTF-16", bytes: encoded("地区,2022\n沈阳,1\n", .utf16BigEndian), ["- other-encoding"], ["按 UTF-16BE 编码读取"]),
    ])
    func files(_ table: BrokenTable) { table.check() }
}
