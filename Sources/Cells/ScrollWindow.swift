/// Which rows of a list are visible.
public enum ScrollWindow {
    /// The first visible row: as near to `top` as possible, so that the selected row is visible and no row at the end
    /// stays blank while rows above are hidden.
    ///
    /// - Parameters:
    ///   - count: how many rows the list has.
    ///   - visible: how many rows there is room for.
    ///   - top: the first visible row so far.
    public static func top(selected: Int, count: Int, visible: Int, top: Int) -> Int {
        guard visible > 0, count > visible else { return 0 }
        var top = min(max(0, top), count - visible)
        if selected < top { top = max(0, selected) }
        if selected >= top + visible { top = min(selected, count - 1) - visible + 1 }
        return top
    }
}
