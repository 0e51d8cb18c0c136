import Indicators

extension DashboardState {
    /// Makes beforehand, beside the one loop, what the first letter of a search and the first sight of a topic would have to wait for; nothing
    /// for a set in which nobody would notice.
    public func prepare() {
        guard catalogue.indicators.count > Self.noticeable else { return }
        let state = self
        Background.run {
            _ = state.memory.searchIndex(state.catalogue)
            for topic in state.catalogue.topics {
                _ = state.rowsOfWhole(topic: topic.code).bars
                _ = state.memory.tally(state.catalogue, topic: topic.code)
            }
            state.memory.prepareSearch(state.catalogue)
        }
    }

    /// So many indicators are indexed in a few milliseconds, and a small set needs no thread.
    private static let noticeable = 300
}
