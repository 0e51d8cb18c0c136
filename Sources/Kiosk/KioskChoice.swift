/// What a band does.
enum KioskChoice: Hashable, Sendable {
    /// Opens a topic, by its index.
    case topic(Int)
    /// Shows further topics.
    case more
    case previous, next, back
    /// Yes, still reading.
    case stay
}

extension KioskState {
    /// The bands of the screen, the first for the key 1: at most four, and no more than there is room for.
    var choices: [KioskChoice] {
        if case .asking = visit.phase { return [.stay] }
        let room = KioskLayout.capacity(size)
        if visit.figure != nil {
            guard let topic, figures(of: topic).count > 1 else { return [.back] }
            return room > 2 ? [.previous, .next, .back] : [.next, .back]
        }
        let topics = catalogue.topics.count
        if topics <= room { return (0..<topics).map(KioskChoice.topic) }
        let first = firstOfPage(holding: visit.firstBand)
        return (first..<min(topics, first + room - 1)).map(KioskChoice.topic) + [.more]
    }

    /// The index of the first topic on the page of bands that contains a topic.
    func firstOfPage(holding topic: Int) -> Int {
        let room = KioskLayout.capacity(size)
        guard catalogue.topics.count > room, room > 1 else { return 0 }
        return topic / (room - 1) * (room - 1)
    }

    /// The position of every part of the screen, shared by drawing and touches.
    var layout: KioskLayout { KioskLayout(size: size, bands: choices.count) }
}
