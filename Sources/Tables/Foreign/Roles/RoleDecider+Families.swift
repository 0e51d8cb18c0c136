import Indicators

extension RoleDecider {
    /// Of each of unit, scale and status one column is used; the others name the same.
    mutating func decideUnitsAndFlags() {
        decideUnits()
        let scales = free.filter { hints[$0].family == .scale }
        let readable = scales.filter { column in
            profile.columns[column].texts.allSatisfy { StatusReading.multiplier(TableHead.trimmed($0)) != nil }
        }
        let numeric = readable.filter { profile.columns[$0].isWhole && ColumnNames.folded(names[$0]) != "SCALE" }
        let words = readable.filter { profile.columns[$0].integers == 0 }
        if let scale = numeric.first ?? words.first {
            set(scale, .scale, Self.because("10 的幂", "powers of ten"))
            for column in scales { set(column, .label, Self.because("又一次写明数量级", "states the scale again")) }
        }
        let flags = free.filter { hints[$0].family == .status }
        let known = flags.filter { column in
            profile.columns[column].texts.allSatisfy { StatusReading.status($0) != nil }
        }
        let short = flags.filter { profile.columns[$0].longest <= 3 }
        if let status = known.first(where: short.contains) ?? known.first ?? short.first ?? flags.first {
            set(status, .status, Self.byName)
            for column in flags { set(column, .label, Self.because("状态的说明", "describes the status")) }
        }
    }

    private mutating func decideUnits() {
        let units = free.filter { hints[$0].family == .unit }
        if takeUnitsOfValues(units) { return }
        guard let unit = units.first(where: { !hints[$0].isCode && profile.columns[$0].numbers == 0 }) ?? units.first
        else { return }
        set(unit, .unit, Self.byName)
        for column in units where column != unit {
            let isSame =
                names[column] == names[unit] ? profile.areEqual(unit, column) : profile.isOneToOne(unit, column)
            if hints[column].isCode || isSame {
                set(column, .label, Self.because("又一次写明单位", "states the unit again"))
            } else {
                // Other units of the same rows: whose they are is not known.
                roles.areUnitsUnclear = roles.areUnitsUnclear || names[column] == names[unit]
                set(column, .label, Self.because("又一列单位", "further units"))
            }
        }
    }

    /// 2022年,单位,2023年,单位: each column of values has its units behind it.
    private mutating func takeUnitsOfValues(_ units: [Int]) -> Bool {
        guard units.count > 1, units.count == roles.values.count, Set(units.map { names[$0] }).count == 1,
            roles.values.allSatisfy({ units.contains($0 + 1) })
        else { return false }
        for column in roles.values {
            roles.unitOf[column] = column + 1
            set(column + 1, .unit, Self.because("左边一列数的单位", "units of the column to its left"))
        }
        return true
    }

    /// Areas and indicators: the column with the finest codes is used, the others name or group the same.
    mutating func decideFamilies() {
        for (family, role) in [(NameHint.Family.area, ColumnRole.area), (.indicator, .indicator)] {
            let members = free.filter { column in
                guard hints[column].family == family else { return false }
                return hints[column].isCode || profile.columns[column].numbers < profile.columns[column].filled
                    || ColumnNames.meaning(names[column]) != nil || profile.columns[column].isWhole
            }
            guard !members.isEmpty else { continue }
            decide(members, as: role)
        }
        takeAreaOfUnknownName()
        takeCodes()
    }

    private mutating func decide(_ all: [Int], as role: ColumnRole) {
        let own = all.filter { !hints[$0].isParent }
        let members = own.isEmpty ? all : own
        defer {
            for column in all where profile.determines(members[0], column).holds {
                set(column, .label, Self.because("说明它属于什么", "states what it belongs to"))
            }
        }
        let whole = members.filter { profile.columns[$0].empty == 0 }
        let candidates = whole.isEmpty ? members : whole
        let finest = candidates.filter { one in members.allSatisfy { $0 == one || profile.determines(one, $0).holds } }
        guard let first = finest.first ?? bestNamed(members) else { return }
        guard !finest.isEmpty else {
            set(first, role, Self.byName)
            // What does not follow from it divides the figures further.
            for column in members where profile.determines(first, column).holds {
                set(column, .label, Self.because("随“\(names[first])”而定", "follows from \(names[first])"))
            }
            return
        }
        let key = finest.first { hints[$0].isCode && !isName($0) } ?? first
        let named = finest.filter { $0 != key }.max { nameScore($0) < nameScore($1) }
        set(key, role, Self.byName)
        if let named, nameScore(named) > nameScore(key) || hints[key].isCode {
            set(named, .label, Self.because("“\(names[key])”的名称", "the names of \(names[key])"), of: key)
        } else if finest.count == 1,
            let named = members.filter({ $0 != key && hints[$0].isName }).max(by: { nameScore($0) < nameScore($1) }),
            profile.determines(named, key).holds
        {
            set(named, .label, Self.because("“\(names[key])”的名称", "the names of \(names[key])"), of: key)
        }
        if role == .area { takeNames(of: key) }
        for column in members {
            let isCode = profile.isOneToOne(column, key) && role == .area
            set(
                column, isCode ? .areaCode : .label, Self.because("随“\(names[key])”而定", "follows from \(names[key])"))
        }
    }

    /// The names of codes that have none, in a column of unknown name.
    private mutating func takeNames(of key: Int) {
        guard hints[key].isCode || profile.columns[key].isWhole,
            decided.allSatisfy({ $0?.labelled != key + 1 })
        else { return }
        let names = free.first { column in
            let one = profile.columns[column]
            return (hints[column].family == nil || self.names[column].isEmpty) && one.numbers == 0 && one.distinct > 1
                && profile.isOneToOne(column, key)
        }
        if let names {
            set(names, .label, Self.because("“\(self.names[key])”的名称", "the names of \(self.names[key])"), of: key)
        }
    }

    private func isName(_ column: Int) -> Bool { hints[column].isName }

    private func bestNamed(_ members: [Int]) -> Int? {
        members.first { ColumnNames.meaning(names[$0]) != nil && !hints[$0].isCode } ?? members.first
    }

    /// How much a column reads like names and not like codes.
    private func nameScore(_ column: Int) -> Int {
        let one = profile.columns[column]
        let texts = one.texts.prefix(50)
        let wordy = texts.count { text in
            text.contains(" ") || text.unicodeScalars.contains { $0.value > 0x7F || ("a"..."z").contains($0) }
        }
        return (hints[column].isName ? 200 : 0) - (hints[column].isCode ? 200 : 0) - (one.numbers > 0 ? 100 : 0)
            + wordy * 50 / max(1, texts.count) + min(one.longest, 40)
    }

    /// A column of words whose name is not known counts as that of areas where its cells end like them, or where it is
    /// the only one.
    private mutating func takeAreaOfUnknownName() {
        guard !decided.contains(where: { $0?.role == .area }) else { return }
        let words = free.filter { column in
            let one = profile.columns[column]
            return hints[column].family == nil && one.numbers == 0 && one.filled > 0 && one.longest <= 60
        }
        let named = words.first { column in
            let texts = profile.columns[column].texts.map(TableHead.trimmed).filter { !$0.isEmpty }
            return texts.count(where: AreaNames.isArea) * 10 >= texts.count * 8
        }
        if let named {
            set(named, .area, Self.because("内容以省、市、区、县结尾", "its cells end like names of areas"), others: [.dimension])
        }
    }

    /// Numbers and codes that go one to one with the areas or with another column.
    private mutating func takeCodes() {
        let area = decided.firstIndex { $0?.role == .area }
        for column in free
        where (hints[column].isCode || profile.columns[column].isWhole)
            && (!frame.isWide || column < roles.values.first ?? 0)
        {
            let others = columns.filter {
                $0 != column && [.area, .indicator, .dimension].contains(decided[$0]?.role)
                    || isFree($0) && $0 != column && profile.columns[$0].numbers == 0
            }
            // Dim1ValueCode codes Dim1 and not an area that happens to go with it.
            let near = others.filter { !hints[$0].stem.isDisjoint(with: hints[column].stem) }
            let target = (near + [area].compactMap { $0 } + others).first { other in
                let follows = profile.determines(other, column)
                guard follows.holds, follows.isShown || hints[column].isCode else { return false }
                return profile.determines(column, other).holds || hints[column].isCode
            }
            if let target {
                set(
                    column, target == area ? .areaCode : .label,
                    Self.because("“\(names[target])”的代码", "codes of \(names[target])"))
            }
        }
        guard let area else { return }
        takeAreaCode(area)
        // What follows from the area describes it and divides nothing.
        for column in free where [nil, .measure].contains(hints[column].family) && profile.columns[column].numbers == 0
        {
            let follows = profile.determines(area, column)
            // In a table with one row for each area everything follows from it.
            guard !frame.isWide || decided.contains(where: { $0?.role == .indicator }) else { continue }
            if follows.holds, follows.isShown, profile.columns[area].distinct > 1, profile.columns[column].distinct > 1
            {
                set(column, .label, Self.because("随地区而定", "follows from the area"), others: [.dimension])
            }
        }
    }

    /// Where every area has a code of its own, the codes identify the areas and the other column names them.
    private mutating func takeAreaCode(_ area: Int) {
        let code = columns.first { column in
            decided[column]?.role == .areaCode && hints[column].isCode && profile.columns[column].empty == 0
                && profile.isOneToOne(column, area)
        }
        guard let code, decided.allSatisfy({ $0?.labelled != area + 1 }) else { return }
        decided[code]?.role = .area
        decided[area]?.role = .label
        decided[area]?.labelled = code + 1
        decided[area]?.reason = Self.because("“\(names[code])”的名称", "the names of \(names[code])")
    }

    /// Dimensions and remarks.
    mutating func decideRest() {
        let valueEnd = max(roles.values.last ?? 0, roles.parts.max() ?? 0)
        for column in free where hints[column].family == .remark { set(column, .remark, Self.byName) }
        takePairs()
        takeIndicatorOfUnknownName()
        for column in free {
            let one = profile.columns[column]
            if frame.isWide, one.isConstant, hints[column].family == .dimension {
                set(column, .remark, Self.because("整列相同", "the same in every row"))
            } else if frame.isWide, one.isNumeric, hints[column].family != .dimension,
                column < roles.values.first ?? 0, !isOnlyName(column)
            {
                set(column, .remark, Self.because("没有时期的数", "numbers without a period"))
                roles.withoutPeriod.insert(column)
            } else if frame.isWide {
                let isBefore = column < (roles.values.first ?? 0)
                let hasIndicator = decided.contains { $0?.role == .indicator }
                if isBefore, !hasIndicator || !follows(column) {
                    set(
                        column, hasIndicator ? .dimension : .indicator,
                        Self.because("时期左边的文字", "words left of the periods"), others: [.dimension])
                }
            } else if one.isNumeric, hints[column].family != .dimension, one.measured > 0 || isUnlike(one) {
                set(
                    column, .remark, Self.because("数，但不是这张表的数值", "numbers, but not the values of this table"),
                    others: one.measured > 0 ? [] : [.dimension])
            } else if one.isCapped || one.longest > 120 || (one.cells > 20 && one.distinct * 2 > one.cells) {
                set(column, .remark, Self.because("几乎每行都不同", "differs in nearly every row"), others: [.dimension])
            } else if hints[column].family == .dimension || column < valueEnd || roles.values.count > 1
                || roles.parts.first == 0 && column < (roles.values.first ?? 0)
            {
                set(
                    column, .dimension, Self.because("文字，每个数按它分开", "words that divide the figures"),
                    others: [.area, .remark])
            }
        }
    }

    /// Whether nearly every cell differs, so that it divides nothing.
    private func isUnlike(_ one: ColumnProfile) -> Bool { one.filled > 2 && one.distinct * 10 >= one.filled * 9 }

    /// Whether a column of a wide table follows from the names of the indicators.
    private func follows(_ column: Int) -> Bool {
        decided.indices.contains { decided[$0]?.role == .indicator && profile.determines($0, column).holds }
    }

    /// Where each row has one value and no column names the indicators, the first column of few words does.
    private mutating func takeIndicatorOfUnknownName() {
        guard !frame.isWide, roles.values.count == 1, hints[roles.values[0]].family == .value,
            !decided.contains(where: { $0?.role == .indicator })
        else { return }
        let words = free.first { column in
            let one = profile.columns[column]
            return hints[column].family == nil && one.numbers == 0 && one.filled > 0 && one.empty == 0
                && !one.isCapped && one.longest <= 120 && one.distinct * 2 <= one.cells
        }
        if let words {
            set(
                words, .indicator, Self.because("别的列都不是指标", "no other column names the indicators"),
                others: [.dimension, .area])
        }
    }

    /// A code and its name in adjacent columns of unknown names.
    private mutating func takePairs() {
        for column in free.dropLast() {
            let next = column + 1
            guard columns.contains(next), isFree(next), isFree(column), profile.columns[column].distinct > 1,
                profile.isOneToOne(column, next), profile.columns[next].numbers == 0
            else { continue }
            let (key, name) = nameScore(next) >= nameScore(column) ? (column, next) : (next, column)
            set(key, .dimension, Self.because("代码，后面是名称", "codes with names beside them"))
            set(name, .label, Self.because("“\(names[key])”的名称", "the names of \(names[key])"), of: key)
        }
    }
}
