/// Targets that have changed from one version to the next.
enum TargetMove {
    /// The finding about a target that has changed; nil where both state the same value.
    static func finding(_ old: Target, _ new: Target) -> Finding? {
        guard old.qualifiedValue != new.qualifiedValue else { return nil }
        let names = (old.written, new.written)
        return Finding(
            .targetMoved,
            (
                "目标 \(new.period.text) 由 \(names.0) 改为 \(names.1)",
                "target \(new.period.text): \(names.0) has become \(names.1)"
            ),
            mend: (
                "目标一经公布不会无故改动：核对来源的位数与 UNIT_MULT",
                "a published target rarely changes: check digits and UNIT_MULT by the source"
            ))
    }
}

extension Target {
    /// The value as written, with 万 or 亿.
    package var written: String { Observation.written(value, unitMultiplier) }
}
