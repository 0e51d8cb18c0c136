import Indicators

extension RoleDecider {
    private static let exactValues: Set<String> = ["OBS_VALUE", "VALUE", "OBSERVATION_VALUE", "NUMERICVALUE"]

    /// Finds the column of values, or the columns of numbers that are indicators of their own.
    mutating func decideValues() {
        let told = columns.filter { decided[$0]?.role == .value }
        if !told.isEmpty {
            roles.values = told
            return
        }
        if let value = namedValue() {
            set(value, .value, Self.because("列名和内容都是数值", "its name and cells are values"))
            for column in free where hints[column].family == .value {
                set(column, .label, Self.because("又一次写明数值", "states the value again"))
            }
            roles.values = [value]
            return
        }
        let numeric = free.filter { (profile.columns[$0].isNumeric || isUnreported($0)) && !isAside($0) }
        let counting = numeric.filter(isCounting)
        var values = numeric.filter { !counting.contains($0) && !isAreaNumber($0) }
        if values.isEmpty {
            values = numeric.filter { counting.contains($0) && hints[$0].family != .counter && !hints[$0].isCode }
        }
        for column in values {
            set(
                column, .value, Self.because("整列是数", "its cells are numbers"),
                others: isDoubtfulNumber(column) ? [.areaCode] : [], isDoubtful: isDoubtfulNumber(column))
        }
        roles.values = values
    }

    /// Whether a column holds signs for no value and nothing else.
    private func isUnreported(_ column: Int) -> Bool {
        let one = profile.columns[column]
        return one.filled == 0 && one.empty < one.absent && [nil, .measure].contains(hints[column].family)
    }

    private func namedValue() -> Int? {
        let standard = columns.first { ColumnNames.folded(names[$0]) == "OBS_VALUE" && isFree($0) }
        if let standard { return standard }
        let named = free.filter { hints[$0].family == .value && !hints[$0].isCode }
        let exact = named.filter { ColumnNames.meaning(names[$0]) == .value || Self.isExact(names[$0]) }
        // Value is rounded for people where NumericValue stands beside it.
        let numeric = exact.first { column in
            hints[column].tokens.contains { $0.hasPrefix("numeric") } && profile.columns[column].isNumeric
        }
        if let numeric { return numeric }
        // Of several the one that holds more numbers.
        func numbers(_ column: Int) -> Double { profile.columns[column].share(profile.columns[column].numbers) }
        if let best = exact.max(by: { (numbers($0), $1) < (numbers($1), $0) }) { return best }
        let rest = free.filter {
            profile.columns[$0].isNumeric && !isAside($0) && !named.contains($0) && !isAreaNumber($0) && !isCounting($0)
        }
        return named.count == 1 && rest.isEmpty ? named[0] : nil
    }

    private static func isExact(_ name: String) -> Bool {
        let tokens = NameHint.tokens(name)
        return exactValues.contains(ColumnNames.folded(name)) || tokens.last == "value"
            || (tokens.last == "numeric" && tokens.contains("value"))
    }

    /// Numbers that are no values by their name: codes, coordinates, scales, bounds.
    func isAside(_ column: Int) -> Bool {
        let one = profile.columns[column]
        if one.leadingZeros > 0, one.isWhole { return true }
        if hasUnit(column) || YearPart(names[column])?.isShort == true { return false }
        if hints[column].isCode { return true }
        let isKnown = ColumnNames.meaning(names[column]) != nil
        switch hints[column].family {
        // Low and high beside open and close are figures of their own.
        case .bound: return hints.contains { $0.family == .value }
        case .coordinate, .remark, .counter, .status, .unit, .estimatesAfter: return true
        case .scale: return one.texts.allSatisfy { StatusReading.multiplier(TableHead.trimmed($0)) != nil }
        case .time: return isKnown || one.isPeriods || areDecimalYears(one)
        case .month, .quarter, .day: return one.isWhole && one.least >= 1 && one.most <= 31
        case .week: return one.isWhole && one.least >= 1 && one.most <= 53
        case .dimension: return one.isWhole && (isKnown || hints[column].tokens.count <= 1)
        case .area, .indicator: return one.isWhole && isKnown
        case nil, .value, .measure: return false
        }
    }

    /// 1958.2027: the time again, as a number.
    private func areDecimalYears(_ one: ColumnProfile) -> Bool {
        one.measured > 0
            && one.texts.allSatisfy { text in
                let text = TableHead.trimmed(text)
                return text.isEmpty || PlainDecimal(text).map { PeriodReading.years.contains($0.whole) } ?? false
            }
    }

    private func hasUnit(_ column: Int) -> Bool { !Heading.parted(names[column]).unit.isEmpty }

    /// Numbers of rows: each is one more than the one before.
    func isCounting(_ column: Int) -> Bool {
        let one = profile.columns[column]
        guard one.isCounter, !hasUnit(column), ![.value, .dimension].contains(hints[column].family),
            YearPart(names[column]) == nil
        else { return false }
        if hints[column].family == .counter { return true }
        // Codes that happen to follow each other identify something.
        if hints[column].isCode {
            return !columns.contains { other in
                other != column && profile.columns[other].numbers == 0 && profile.columns[other].distinct > 1
                    && profile.isOneToOne(column, other)
            }
        }
        if hints[column].family == .measure { return false }
        return one.cells >= 5 || (one.cells >= 3 && (0...1).contains(one.least))
    }

    /// Whole numbers that stay the same for each area and differ between areas.
    func isAreaNumber(_ column: Int) -> Bool {
        guard isFixedNumber(column) else { return false }
        let one = profile.columns[column]
        // Codes of one list have one length and begin alike, or count the areas.
        let texts = one.texts.map(TableHead.trimmed)
        let isList = Set(texts.map(\.count)).count == 1 && one.longest >= 3
        return isList && commonPrefix(texts) * 2 >= one.longest || (one.least >= 0 && one.most <= one.distinct)
    }

    private func commonPrefix(_ texts: [String]) -> Int {
        guard let first = texts.first else { return 0 }
        return texts.map { zip($0, first).prefix { $0 == $1 }.count }.min() ?? 0
    }

    private func isFixedNumber(_ column: Int) -> Bool {
        let one = profile.columns[column]
        guard one.isWhole, one.measured == 0, !hasUnit(column), one.distinct > 1,
            ![.measure, .value].contains(hints[column].family), !looksMeasured(names[column])
        else { return false }
        return columns.contains { other in
            guard other != column, profile.columns[other].numbers == 0, profile.columns[other].distinct > 1,
                decided[other] == nil
            else { return false }
            let there = profile.determines(other, column), back = profile.determines(column, other)
            return there.holds && there.isShown && back.holds
        }
    }

    /// Numbers that may be a code or a value: nothing tells which.
    private func isDoubtfulNumber(_ column: Int) -> Bool { isFixedNumber(column) && !isAreaNumber(column) }

    private func looksMeasured(_ name: String) -> Bool {
        ["人口", "人数", "面积", "数", "额", "率", "量", "产值", "收入", "支出", "指数", "户", "长度", "里程"].contains {
            name.contains($0)
        }
    }

    /// Whether this column alone names the rows of a wide table. Then its numbers, such as ages, are names and not
    /// counters.
    func isOnlyName(_ column: Int) -> Bool {
        frame.isWide && column < roles.values.first ?? 0
            && columns.prefix(roles.values.first ?? 0).allSatisfy {
                $0 == column || [.empty, .unit, .remark, .status, .scale].contains(decided[$0]?.role)
            }
    }

    /// Counters, coordinates and the codes of nothing else.
    mutating func decideNumbers() {
        for column in free where !isOnlyName(column) {
            let one = profile.columns[column]
            let isSerial = (0...1).contains(one.least) || names[column].lowercased() == "id"
            if isCounting(column) || (one.isCounter && isSerial)
                || (hints[column].family == .counter && one.isWhole && !names[column].isEmpty)
            {
                set(column, .counter, Self.because("逐行加一", "one more in each row"))
            } else if hints[column].family == .coordinate {
                set(column, .remark, Self.because("坐标", "a coordinate"))
            } else if hints[column].family == .bound, isAside(column) {
                set(column, .remark, Self.because("数值的上下限", "a bound of the value"))
            }
        }
    }
}
