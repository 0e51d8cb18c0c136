import Indicators

/// The texts of the key columns and of the column of periods, numbered over all segments.
struct SegmentTexts {
    /// The codes of each key column.
    private(set) var keyCodes: [KeyCodes]
    /// For each segment and key column the number of each code.
    private(set) var numbers: [[[Int32]]] = []
    /// The distinct texts in the column of periods, in the order of their first occurrence.
    private(set) var times: [String] = []
    /// The offset of the first occurrence of each.
    private(set) var timePlaces: [Int] = []
    /// For each segment the number of each text.
    private(set) var timesOf: [[Int]] = []

    init(_ file: FileBytes, _ plan: ColumnPlan, _ segments: [ScannedSegment]) {
        var keyCodes = [KeyCodes](repeating: KeyCodes(), count: plan.keys.count)
        var numbers: [[[Int32]]] = [], timesOf: [[Int]] = []
        var timeNumbers: [String: Int] = [:], times: [String] = [], timePlaces: [Int] = []
        file.withBytes { raw in
            guard let bytes = raw.bindMemory(to: UInt8.self).baseAddress else { return }
            for segment in segments {
                numbers.append(
                    segment.keys.enumerated().map { key, dictionary in
                        dictionary.places.map { place in
                            let (code, label) = KeyCodes.split(ByteText.text(bytes, place), hasLabel: plan.hasLabels)
                            return keyCodes[key].number(of: code, label: label)
                        }
                    })
                timesOf.append(
                    Self.times(segment, plan, bytes).map { place, text in
                        if let number = timeNumbers[text] { return number }
                        timeNumbers[text] = times.count
                        times.append(text)
                        timePlaces.append(place.lowerBound)
                        return times.count - 1
                    })
            }
        }
        self.keyCodes = keyCodes
        self.numbers = numbers
        self.timesOf = timesOf
        self.times = times
        self.timePlaces = timePlaces
    }

    /// The texts of the periods of a segment in the order of their numbers, with their places. Years and their months
    /// are joined.
    private static func times(_ segment: ScannedSegment, _ plan: ColumnPlan, _ bytes: UnsafePointer<UInt8>)
        -> [(place: Range<Int>, text: String)]
    {
        let years = segment.times.places.map { (place: $0, text: ByteText.text(bytes, $0)) }
        guard !plan.timeParts.isEmpty else { return years }
        let parts = segment.timePartTexts.places.map { ByteText.text(bytes, $0) }
        return (0..<segment.timeKeys.count).map { number in
            let key = Array(segment.timeKeys[number])
            var text = years[Int(key[0])].text
            for (one, code) in zip(plan.timeParts, key.dropFirst()) {
                text += String(PeriodColumn.joint) + PeriodParts.written(parts[Int(code)], one.sort)
            }
            return (years[Int(key[0])].place, text)
        }
    }
}

/// The periods of a table, each with a number. Different texts with the same period (2022, 2022-A1) get one number.
struct NumberedPeriods {
    private(set) var periods: [Period] = []
    /// For each text the number of its period.
    private(set) var numbers: [UInt16] = []
    private(set) var unreadable: [ScannedObservations.UnreadablePeriod] = []
    /// The rank of each period, the newest first; of periods that end together, the longer one.
    private(set) var ages: [UInt16] = []

    /// - Parameter resolved: for each text its period; nil where it is none.
    init(_ resolved: [Period?], of texts: SegmentTexts) {
        var numberOf: [Period: UInt16] = [:]
        for (index, period) in resolved.enumerated() {
            guard let period else {
                unreadable.append(
                    ScannedObservations.UnreadablePeriod(text: texts.times[index], offset: texts.timePlaces[index]))
                numbers.append(ScannedObservations.noPeriod)
                continue
            }
            let number = numberOf[period] ?? UInt16(periods.count)
            if Int(number) == periods.count {
                numberOf[period] = number
                periods.append(period)
            }
            numbers.append(number)
        }
        let periods = periods
        let newestFirst = periods.indices.sorted { left, right in
            let (a, b) = (periods[left], periods[right])
            return a.end != b.end ? b.end < a.end : (a.start, left) < (b.start, right)
        }
        ages = [UInt16](repeating: 0, count: periods.count)
        for (age, number) in newestFirst.enumerated() { ages[number] = UInt16(age) }
    }
}
