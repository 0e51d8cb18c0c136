/// Cells that say what a figure means. Where one is another than before, the same numbers say something else.
enum DefinitionMove {
    /// The columns of each table that are asked about.
    private static let columns: [String: Set<String>] = [
        "indicators": ["unit", "direction", "display", "collection", "criterion"],
        "derived": ["formula", "numerator", "denominator", "area", "period", "scale", "unit"],
        "links": ["KIND", "ROLE", "TOLERANCE"], "areas": ["parent", "kind"], "sources": ["trust"],
        "datapackage": [
            "minsheng.area", "minsheng.fictional", "minsheng.judging.rule", "minsheng.judging.band",
            "minsheng.judging.elapsed",
        ],
    ]

    /// A finding for each cell of a changed row that says what figures mean.
    static func findings(_ table: String, _ cells: [CatalogueDifference.CellChange]) -> [Finding] {
        guard let asked = columns[table] else { return [] }
        if let approval = cells.first(where: { $0.column == "minsheng.approval" && $0.new == "false" }) {
            return [withoutApproval] + findings(table, cells.filter { $0 != approval })
        }
        return cells.filter { asked.contains($0.column) }.map { cell in
            let (old, new) = (shown(cell.old), shown(cell.new))
            return Finding(
                .definition,
                ("\(cell.column) 由 \(old) 改为 \(new)", "\(cell.column): \(old) has become \(new)"),
                mend: (
                    "这一格决定数的含义或判断：写错了就改回去；真的变了就不必改",
                    "this cell decides what figures mean or how they are judged: put it back where it was mistyped; "
                        + "leave it where that has changed"
                ), column: ColumnName(rawValue: cell.column))
        }
    }

    private static let withoutApproval = Finding(
        .definition,
        (
            "minsheng.approval 由 true 改为 false：以后一个人就能发布",
            "minsheng.approval: true has become false, so from then on one person alone can publish"
        ),
        mend: (
            "误删、误改的改回去；确实不再要第二个人就不必改",
            "put it back where that is a slip; leave it where no second person is wanted any more"
        )
    )

    private static func shown(_ text: String) -> String { text.isEmpty ? "—" : text }
}
