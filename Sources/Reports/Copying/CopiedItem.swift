import Indicators

/// Something that can be copied, by reference only: the text is made when it is written.
package enum CopiedItem: Hashable {
    /// A figure. The area says whose figure is missing where there is no observation.
    case figure(Indicator, Observation?, area: String)
    case derived(DerivedIndicator)
    case brief(Brief)
    /// An area without an observation for a period for which others have one.
    case gap(Indicator, area: String, Period)
}
