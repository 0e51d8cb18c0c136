/// What a pointing device did, in cells from the upper left corner.
public enum PointerEvent: Hashable, Sendable {
    case press(Point)
    case wheelUp(Point)
    case wheelDown(Point)
}
