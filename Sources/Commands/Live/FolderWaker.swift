import Console
import Tables

/// Wakes the loop when the files of its data set have changed.
@MainActor
final class FolderWaker: Waker {
    private let watch: FolderWatch

    init(_ watch: FolderWatch) { self.watch = watch }

    var descriptor: Int32? { watch.descriptor }
    func milliseconds(_ state: DashboardState) -> Int? { watch.milliseconds() }
    func take(_ state: DashboardState) -> Action? { watch.hasChanged() ? .dataChanged : nil }
}
