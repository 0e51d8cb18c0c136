import Indicators

extension DashboardState {
    /// Makes beforehand, beside the one loop, what the first letter of a search and the first sight of a topic would
    /// have to wait for. Of 20,000 indicators the index takes 40 ms, and each topic of 5,000 10 ms, of the 16 in which
    /// a key is answered. Nothing for a set in which nobody would notice.
    public func prepare() {
        guard catalogue.indicators.count > Self.noticeable else { return }
        let state = self
        Background.run {
            _ = state.memory.searchIndex(state.catalogue)
            for topic in state.catalogue.topics {
                _ = state.rowsOfWhole(topic: topic.code).bars
                _ = state.rowsOfWhole(topic: topic.code).tally
            }
        }
    }

    /// So many indicators are indexed in a few milliseconds, and a small set needs no thread.
    private static let noticeable = 300
}
