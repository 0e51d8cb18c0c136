import Indicators

/// What needs attention as JSON. Values are strings, as written in the tables.
public enum AttentionJSON {
    /// An object with `items`, the worst first; for invented data the first member is a notice.
    public static func write(_ list: AttentionList, _ catalogue: Catalogue) -> String {
        var json = JSONText()
        json.object { json in
            if catalogue.package.isFictional { json.member("notice", CatalogueJSON.fictionalNotice) }
            json.key("items")
            json.array { json in
                for item in list.items {
                    json.item()
                    json.object { write(item, catalogue, &$0) }
                }
            }
        }
        return json.text + "\n"
    }

    private static func write(_ item: AttentionItem, _ catalogue: Catalogue, _ json: inout JSONText) {
        let multiplier = item.observation?.unitMultiplier ?? item.target?.unitMultiplier ?? 0
        json.member("kind", item.kind.code)
        json.member("indicator", item.indicator)
        json.member("area", item.area)
        json.member("period", item.period.text)
        json.member("value", item.observation?.value?.description)
        json.member("target", target(item, catalogue, multiplier))
        json.member("gap", gap(item, multiplier))
        json.member("unit", unit(catalogue.indicator(item.indicator), multiplier))
        json.member("department", item.department.zh)
        json.member("since", item.since?.text)
        json.key("followUp")
        if let followUp = item.followUp {
            json.object { CatalogueJSON.write(followUp, &$0) }
        } else {
            json.null()
        }
    }

    /// The unit of value and target with the magnitude that they are printed in: 亿元.
    private static func unit(_ indicator: Indicator?, _ multiplier: Int) -> String {
        let name = indicator?.unit.name.zh ?? ""
        switch multiplier {
        case 0: return name
        case 4: return "万" + name
        case 8: return "亿" + name
        default: return "10^\(multiplier) " + name
        }
    }

    /// The target in the magnitude of the value; 0 for a zero-goal.
    private static func target(_ item: AttentionItem, _ catalogue: Catalogue, _ multiplier: Int) -> String? {
        guard let target = item.target else {
            return catalogue.indicator(item.indicator)?.direction == .zero ? "0" : nil
        }
        let moved = target.value.multiplied(byPowerOfTen: target.unitMultiplier - multiplier)
        guard let moved, target.unitMultiplier != multiplier else { return target.value.description }
        return moved.shortened.description
    }

    /// Percentage points with one digit behind the point, or the difference in the unit of the value.
    private static func gap(_ item: AttentionItem, _ multiplier: Int) -> String? {
        switch item.gap {
        case nil: return nil
        case .points(let gap)?: return gap.multiplied(byPowerOfTen: 2)?.rounded(to: 1)?.description
        case .amount(let amount)?:
            guard let value = amount.low.multiplied(byPowerOfTen: -multiplier) else { return nil }
            let decimals = (0...9).first { value.isExact(to: $0) } ?? 9
            return value.rounded(to: decimals)?.description
        }
    }
}
