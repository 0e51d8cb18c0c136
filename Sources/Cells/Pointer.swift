/// An event of a mouse or a touch screen, with the cell it happened in.
public enum PointerEvent: Hashable, Sendable {
    /// The first button was pressed, or the screen was touched.
    case press(Point)
    /// The first button was released, or the finger was lifted.
    case release(Point)
    /// The wheel was turned by one step away from the user.
    case wheelUp(Point)
    /// The wheel was turned by one step towards the user.
    case wheelDown(Point)
}
