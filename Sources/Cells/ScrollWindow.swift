/// Which rows of a list are seen.
public enum ScrollWindow {
    /// The first row to show: the smallest move from `top` that shows the selected row and leaves no blank rows at the
    /// end while others are hidden above.
    public static func top(selected: Int, count: Int, visible: Int, top: Int) -> Int {
        guard visible > 0, count > visible else { return 0 }
        var top = min(max(0, top), count - visible)
        if selected < top { top = max(0, selected) }
        if selected >= top + visible { top = min(selected, count - 1) - visible + 1 }
        return top
    }
}
