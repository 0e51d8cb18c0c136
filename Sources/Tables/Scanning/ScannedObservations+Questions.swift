import Indicators

extension ScannedObservations {
    private func segment(ofRow row: Int) -> Int {
        var index = bases.count - 1
        while bases[index] > row { index -= 1 }
        return index
    }

    private func entries(ofIndicator indicator: Int32) -> ArraySlice<Entry> {
        entries[firstEntries[Int(indicator)]..<firstEntries[Int(indicator) + 1]]
    }

    /// An empty cell, or a table without a column of areas, means the whole.
    private func area(_ number: Int32) -> String {
        guard let areaKey else { return wholeCode }
        let code = keyCodes[areaKey].codes[Int(number)]
        return code.isEmpty ? wholeCode : code
    }

    private func number(ofArea code: String) -> Int32? {
        guard let areaKey else { return code == wholeCode ? 0 : nil }
        return keyCodes[areaKey].known(code) ?? (code == wholeCode ? keyCodes[areaKey].known("") : nil)
    }

    /// The rows of one indicator in one area, the newest first.
    func rows(indicator: String, area: String) -> [Int32] {
        guard let indicator = indicatorNumbers[indicator], let area = number(ofArea: area) else { return [] }
        return rows(indicator, area)
    }

    /// The same for the series of an observation, found by its row, because a lookup of Chinese names takes long.
    func rows(ofSeriesOf observation: Observation) -> [Int32] {
        if observation.index < count {
            let position = segment(ofRow: observation.index), segment = segments[position]
            let owner = owners[position][segment.columns.series(ofRow: observation.index - bases[position])]
            let isWhole = areaKey.map { keyCodes[$0].codes[Int(owner.area)].isEmpty } ?? false
            // A table can have both empty areas and the code of the whole.
            if !isWhole, indicatorCodes[Int(owner.indicator)] == observation.indicator,
                area(owner.area) == observation.area
            {
                return rows(owner.indicator, owner.area)
            }
        }
        return rows(indicator: observation.indicator, area: observation.area)
    }

    private func rows(_ indicator: Int32, _ area: Int32) -> [Int32] {
        let all = entries(ofIndicator: indicator)
        var low = all.startIndex, high = all.endIndex
        while low < high {
            let middle = (low + high) / 2
            if all[middle].area < area { low = middle + 1 } else { high = middle }
        }
        var rows: [Int32] = []
        while low < all.endIndex, all[low].area == area {
            let entry = all[low]
            let base = bases[Int(entry.segment)]
            let segment = segments[Int(entry.segment)], numbers = periodNumbers[Int(entry.segment)]
            for row in segment.columns.rows(ofSeries: Int(entry.series))
            where numbers[Int(segment.columns.period[row])] != Self.noPeriod { rows.append(Int32(base + row)) }
            low += 1
        }
        // One number to sort by: the rank of the period, newest first, then the row.
        var isSorted = true
        var keys = rows.map { row -> UInt64 in
            let index = segment(ofRow: Int(row))
            let number = periodNumbers[index][Int(segments[index].columns.period[Int(row) - bases[index]])]
            return UInt64(ages[Int(number)]) << 32 | UInt64(UInt32(bitPattern: row))
        }
        for index in keys.indices.dropFirst() where keys[index] < keys[index - 1] { isSorted = false }
        if isSorted { return rows }
        keys.sort()
        return keys.map { Int32(bitPattern: UInt32(truncatingIfNeeded: $0)) }
    }

    /// `Period.none` where it could not be read.
    func period(ofRow row: Int) -> Period {
        let index = segment(ofRow: row)
        let number = periodNumbers[index][Int(segments[index].columns.period[row - bases[index]])]
        return number == Self.noPeriod ? .none : periods[Int(number)]
    }

    func traits(ofRow row: Int) -> ObservationTraits {
        let index = segment(ofRow: row)
        return ObservationTraits(packed: segments[index].columns.traits[row - bases[index]])
    }

    /// The value of a row with its power of ten; nil where it has none.
    func value(ofRow row: Int) -> (number: DecimalNumber, multiplier: Int)? {
        let index = segment(ofRow: row), local = row - bases[index]
        let traits = ObservationTraits(packed: segments[index].columns.traits[local])
        return traits.scale.map {
            (DecimalNumber(significand: segments[index].columns.significand[local], scale: $0), traits.multiplier)
        }
    }

    /// The areas that report an indicator, in the order of their first occurrence in the table.
    func areas(reporting indicator: String) -> [String] {
        guard let indicator = indicatorNumbers[indicator] else { return [] }
        var areas: [String] = [], previous: Int32 = -1
        for entry in entries(ofIndicator: indicator) where entry.area != previous {
            areas.append(area(entry.area))
            previous = entry.area
        }
        return areas
    }

    /// The unit of an indicator's first series, from the unit column or from the text behind its values; empty where
    /// there is neither.
    func unit(ofIndicator number: Int) -> String {
        guard let entry = entries(ofIndicator: Int32(number)).first else { return "" }
        let segment = segments[Int(entry.segment)]
        guard Int(entry.series) < segment.columns.seriesUnit.count, segment.columns.seriesUnit[Int(entry.series)] >= 0
        else { return "" }
        let place = segment.columns.units.places[Int(segment.columns.seriesUnit[Int(entry.series)])]
        return file.withBytes { raw in raw.bindMemory(to: UInt8.self).baseAddress.map { ByteText.text($0, place) } ?? ""
        }
    }

    /// The codes of all key columns but that of areas.
    func key(ofIndicator number: Int) -> [String] {
        var codes: [String] = [], index = 0
        let key = Array(indicatorKeys[number])
        for column in plan.keys.indices where column != areaKey {
            codes.append(keyCodes[column].codes[Int(key[index])])
            index += 1
        }
        return codes
    }

    /// The observation at a row. Its record is read when it is asked for.
    ///
    /// - Parameter records: this table, by reference.
    func observation(_ row: Int, records: any ObservationRecords) -> Observation {
        let position = segment(ofRow: row), local = row - bases[position]
        let segment = segments[position]
        let series = segment.columns.series(ofRow: local)
        let traits = ObservationTraits(packed: segment.columns.traits[local])
        let number = owners[position][series]
        let basis =
            plan.keys.firstIndex { $0.role == .basis }.flatMap { PeriodBasis(code: keyCode(segment, series, $0)) }
            ?? .printed
        return Observation(
            index: row, area: area(number.area), indicator: indicatorCodes[Int(number.indicator)],
            period: period(ofRow: row), basis: basis,
            value: traits.scale.map { DecimalNumber(significand: segment.columns.significand[local], scale: $0) },
            unitMultiplier: traits.multiplier, qualifier: traits.qualifier, status: traits.status,
            source: sourceCode, records: records)
    }

    private func keyCode(_ segment: Segment, _ series: Int, _ column: Int) -> String {
        let local = Int(segment.columns.seriesKeys[series][segment.columns.seriesKeys[series].startIndex + column])
        return file.withBytes { raw in
            raw.bindMemory(to: UInt8.self).baseAddress.map {
                KeyCodes.split(ByteText.text($0, segment.columns.keys[column].places[local]), hasLabel: plan.hasLabels)
                    .code
            } ?? ""
        }
    }

    /// The line of the file that a row begins on, from 1.
    func line(ofRow row: Int) -> Int { record(ofRow: row).line }

    /// The first line of a row as in the file, at most some dozens of characters.
    func text(ofRow row: Int) -> String {
        let index = segment(ofRow: row), columns = segments[index].columns
        let offset = columns.start + Int(columns.offset[row - bases[index]])
        return file.withBytes {
            String(
                decoding: $0[offset...].prefix(240).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") },
                as: UTF8.self)
        }
    }

    /// The rows that have the same series and period as another row, with that row, in the order of the index.
    func repetitions(limit: Int) -> [(row: Int, first: Int)] {
        var repeated: [(row: Int, first: Int)] = []
        // For each period the entry and the row in which it was last seen.
        var seenIn = [Int](repeating: -1, count: periods.count), seenAt = seenIn
        var group = -1
        var previous: (Int32, Int32) = (-1, -1)
        for entry in entries {
            if (entry.indicator, entry.area) != previous {
                previous = (entry.indicator, entry.area)
                group += 1
            }
            let segment = segments[Int(entry.segment)], numbers = periodNumbers[Int(entry.segment)],
                base = bases[Int(entry.segment)]
            for row in segment.columns.rows(ofSeries: Int(entry.series)) {
                let number = Int(numbers[Int(segment.columns.period[row])])
                if number == Int(Self.noPeriod) { continue }
                if seenIn[number] == group {
                    repeated.append((base + row, seenAt[number]))
                    if repeated.count == limit { return repeated }
                } else {
                    seenIn[number] = group
                    seenAt[number] = base + row
                }
            }
        }
        return repeated
    }

    /// For the codes of a key column the names in another column of the row where they first occur.
    func namesOfCodes(_ column: Int, in nameColumn: Int) -> [String: String] {
        var names: [String: String] = [:]
        file.withBytes { raw in
            guard let bytes = raw.bindMemory(to: UInt8.self).baseAddress else { return }
            for segment in segments {
                for place in segment.columns.keys[column].places {
                    let code = KeyCodes.split(ByteText.text(bytes, place), hasLabel: plan.hasLabels).code
                    if let name = names[code], !name.isEmpty { continue }
                    names[code] = self.name(in: nameColumn, at: place.lowerBound, segment.columns, raw)
                }
            }
        }
        return names
    }

    /// The text of a column in the row that holds an offset.
    private func name(in column: Int, at offset: Int, _ segment: ScannedSegment, _ raw: UnsafeRawBufferPointer)
        -> String?
    {
        var low = 0, high = segment.offset.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if segment.start + Int(segment.offset[middle]) <= offset { low = middle } else { high = middle }
        }
        guard low < segment.offset.count else { return nil }
        var reader = CSVReader(raw, from: segment.start + Int(segment.offset[low]), separator: plan.separator)
        // Rows with problems have no place of their own.
        while reader.offset <= offset {
            guard let isRow = try? reader.next() else { continue }
            if !isRow { return nil }
        }
        guard column < reader.fields.count, reader.recordStart <= offset else { return nil }
        return reader.text(reader.fields[column])
    }

    /// The parts of a row that are not in columns, read from the file; empty where the file has changed.
    func record(ofRow row: Int) -> ObservationRecord {
        let index = segment(ofRow: row), local = row - bases[index]
        let segment = segments[index], start = segment.columns.start, mark = local / ScannedSegment.rowsPerMark
        return ObservationRecord(
            file, plan, at: start + Int(segment.columns.offset[local]),
            mark: (
                start + Int(segment.columns.offset[mark * ScannedSegment.rowsPerMark]),
                1 + baseLines[index] + Int(segment.columns.lines[mark])
            ),
            isRange: ObservationTraits(packed: segment.columns.traits[local]).qualifier == .range)
    }

    /// The number of rows for each period.
    var periodCounts: [(period: Period, rows: Int)] {
        var counts = [Int](repeating: 0, count: periods.count)
        for (index, segment) in segments.enumerated() {
            for (code, rows) in segment.columns.periodCounts.enumerated()
            where periodNumbers[index][code] != Self.noPeriod { counts[Int(periodNumbers[index][code])] += rows }
        }
        return zip(periods, counts).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
    }

    /// The last day of the newest period that holds a value, forecasts left out; nil where none does.
    var newestValued: CalendarDay? {
        var isSeen = [Bool](repeating: false, count: periods.count)
        for (index, segment) in segments.enumerated() {
            let numbers = periodNumbers[index]
            for (row, code) in segment.columns.period.enumerated() {
                let number = numbers[Int(code)]
                guard number != Self.noPeriod, !isSeen[Int(number)] else { continue }
                let traits = ObservationTraits(packed: segment.columns.traits[row])
                if traits.scale != nil, traits.status != .forecast { isSeen[Int(number)] = true }
            }
        }
        return periods.indices.filter { isSeen[$0] }.map { periods[$0].end }.max()
    }
}
