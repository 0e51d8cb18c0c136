/// The result of a formula and its terms.
public struct Derivation: Hashable, Sendable {
    /// In the unit of the derived figure, unrounded, qualified as its terms are.
    public let value: QualifiedValue
    /// The observation that is the first term of the formula.
    public let numerator: Observation
    /// The observation that is the second term of the formula.
    public let denominator: Observation
    /// The period of the result: that of its terms; for `priorLevel` the year before.
    public let period: Period

    /// How the terms' period was printed.
    public var basis: PeriodBasis { numerator.basis }

    /// The status of the result: 初步 or 预计 where a term is so.
    public var status: ObservationStatus {
        let order: [ObservationStatus] = [.forecast, .estimated, .provisional]
        return order.first { $0 == numerator.status || $0 == denominator.status } ?? .normal
    }
}

/// Why a formula was not computed: the reason, and the terms as far as they are on record.
public struct DerivationRefusal: Error, Hashable, Sendable {
    /// Why the two terms must not be computed with each other.
    public let reason: Incomparability
    /// The first term; nil where it is not on record.
    public let numerator: Observation?
    /// The second term; nil where it is not on record.
    public let denominator: Observation?
}

extension Catalogue {
    /// Computes a figure, or returns the reason why it cannot be computed.
    ///
    /// Both terms must have the same period, which must be printed. Other bases are accepted where both terms have the
    /// same position in the same source and the same basis, because then both are about the same time.
    public func derivation(of derived: DerivedIndicator) -> Result<Derivation, DerivationRefusal> {
        let area = derived.area ?? package.rootArea
        func term(_ code: String) -> Observation? {
            guard let period = derived.period else { return headlineObservation(of: code, area: area) }
            return observation(of: code, in: area) { $0.period.text == period }
        }
        let numerator = term(derived.numerator), denominator = term(derived.denominator)
        func refuse(_ reason: Incomparability) -> Result<Derivation, DerivationRefusal> {
            .failure(DerivationRefusal(reason: reason, numerator: numerator, denominator: denominator))
        }
        guard let numerator else { return refuse(.missingInput(derived.numerator)) }
        guard let denominator else { return refuse(.missingInput(derived.denominator)) }
        if let reason = Self.incomparability(numerator, denominator) { return refuse(reason) }
        guard let first = numerator.qualifiedValue, let second = denominator.qualifiedValue,
            let result = Self.compute(derived.formula, first, second),
            let factor = ExactRatio.one.multiplied(byPowerOfTen: -derived.scale), let value = result.scaled(by: factor)
        else { return refuse(.divisionByZero) }
        let period = derived.formula == .priorLevel ? numerator.period.yearBefore : numerator.period
        return .success(
            Derivation(value: value, numerator: numerator, denominator: denominator, period: period ?? numerator.period)
        )
    }

    /// The year that a computed figure is about; nil where it cannot be computed.
    package func year(of derived: DerivedIndicator) -> Int? {
        guard case .success(let derivation) = derivation(of: derived) else { return nil }
        return derivation.period.year
    }

    /// Why two figures must not be computed with each other; nil where they may.
    private static func incomparability(_ first: Observation, _ second: Observation) -> Incomparability? {
        for one in [first, second] {
            switch one.incomparability {
            case .absent, .withheld: return one.incomparability
            default: break
            }
        }
        let samePlace = first.source == second.source && first.place == second.place && first.basis == second.basis
        if first.period == second.period, samePlace { return nil }
        if first.period.kind != .none, second.period.kind != .none, !first.period.coversSameDays(as: second.period) {
            return .spansDiffer(first.period, second.period)
        }
        return first.incomparability ?? second.incomparability
    }

    private static func compute(_ formula: Formula, _ first: QualifiedValue, _ second: QualifiedValue)
        -> QualifiedValue?
    {
        func percent(_ value: QualifiedValue) -> QualifiedValue? {
            ExactRatio.one.multiplied(byPowerOfTen: -2).flatMap { value.scaled(by: $0) }
        }
        switch formula {
        case .ratio: return first.divided(by: second)
        case .share: return first.divided(by: second)?.scaled(by: ExactRatio(whole: 100))
        case .priorLevel:
            let whole = QualifiedValue(low: .one, qualifier: .exact)
            return percent(second).flatMap { whole.adding($0) }.flatMap { first.divided(by: $0) }
        case .baseOfShare: return percent(second).flatMap { first.divided(by: $0) }
        case .difference: return first.subtracting(second)
        case .sum: return first.adding(second)
        }
    }
}
