import Testing

@testable import Workbooks

/// Tables of web pages.
@Suite struct HTMLTableTests {
    private func tables(_ page: String) throws -> [String] {
        try Array(page.utf8).withUnsafeBytes { bytes in
            try HTMLTables.read(bytes).flatMap { sheet in
                try sheet.grid.tables().map { table in
                    let csv = try sheet.grid.csv(table, atMost: 1 << 20)
                    return "\(sheet.name)!\(table.range) "
                        + String(decoding: csv.text, as: UTF8.self).split(separator: "\n").joined(separator: "|")
                }
            }
        }
    }

    @Test func aTable() throws {
        let page = """
            <html><head><style>td{x:1 <table>}</style><script>if (a<b) document.write("<table><tr><td>1</td></tr>\
            </table>")</script></head>
            <body><p>前言 <TABLE border=1 title='a > b'><caption>就业 &amp; 床位</caption>
            <tr><th>地区<th>2021年<th>2022年</tr><tr><td>甲&nbsp;区</td><td align="right"> 1,234 </td><td>&#53;&#x2e;5</tr>
            <tr><td>乙<br>区<td>—<td><b>7</b><!-- <td>9 --></table>
            """
        #expect(try tables(page) == ["就业 & 床位!A1:C3 地区,2021年,2022年|甲 区,\"1,234\",5.5|\"乙区\",—,7"])
    }

    @Test func cellsOverRowsAndColumns() throws {
        let page = """
            <table><tr><td rowspan=2>地区</td><td colspan='2'>2021</td></tr><tr><td>人</td><td>张</td></tr>
            <tr><td rowspan="2">甲区</td><td>1.5</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>
            """
        #expect(try tables(page) == ["表1!A1:C4 地区,2021,|地区,人,张|甲区,1.5,2|甲区,3,4"])
    }

    /// The mark of a footnote stays apart from the figure; what is lowered in a name belongs to it.
    @Test func raisedAndLoweredText() throws {
        let page = """
            <table><tr><th>地区<sup>1</sup></th><th>2023<sup> 1,2 </sup></th>
            <th>PM<sub>2.5</sub></th><th>km<sup>2</sup></tr>
            <tr><td>甲区<sup>a</sup></td><td>12<sup>1</sup></td><td>31<sub>2</sub></td><td>5<sup>a</sup></td></tr>
            <tr><td>1<sup>st</sup></td><td>1.2×10<sup>8</sup></td><td>7<sup>*</sup></td>
            <td>3×10<sup>-4</td></tr></table>
            """
        #expect(
            try tables(page) == ["表1!A1:D3 地区¹,2023¹²,PM2.5,km²|甲区,12¹,31₂,5[a]|1st,1.2×10⁸,7*,3×10⁻⁴"])
    }

    @Test func tablesInTables() throws {
        let page = "<table><tr><td>导航<table><tr><td>a<td>2020<tr><td>b<td>12</table>尾<td></tr></table>"
        #expect(try tables(page) == ["表1!A1:B2 a,2020|b,12"])
    }

    @Test(arguments: [
        "", "<", "</", "<table", "<table>", "<td>1.5", "<table><td rowspan=99999999999999999999 colspan=0>1.5<td>2.5",
        "<table><tr><td x='", "<!--", "<table><tr><td>&#0;&#xFFFFFFFF;&;&unknown;",
        "<table><td colspan=100000>1<td>2.5",
        "<table><tr><td><script>", "<table></table></table>",
    ])
    func brokenPages(_ page: String) throws { _ = try tables(page) }

    @Test func depth() {
        #expect(throws: WorkbookFault.nestedTooDeep("HTML")) {
            try tables(String(repeating: "<table><tr><td>", count: 100))
        }
    }
}
