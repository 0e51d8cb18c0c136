import Console
import Tables

/// Wakes the loop when its data set has changed.
@MainActor
final class DataWaker: Waker {
    private let watch: any DataWatch

    init(_ watch: any DataWatch) { self.watch = watch }

    var descriptor: Int32? { watch.descriptor }
    func milliseconds(_ state: DashboardState) -> Int? { watch.milliseconds() }
    func take(_ state: DashboardState) -> Action? { watch.hasChanged() ? .dataChanged : nil }
}
