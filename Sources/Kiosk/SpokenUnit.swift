/// An English unit in words: a voice would spell its symbols.
enum SpokenUnit {
    /// The names of symbols, for one and for several.
    private static let names: [Substring: (one: String, several: String)] = [
        "km": ("kilometre", "kilometres"), "m": ("metre", "metres"), "m²": ("square metre", "square metres"),
        "km²": ("square kilometre", "square kilometres"), "m³": ("cubic metre", "cubic metres"),
        "ha": ("hectare", "hectares"), "L": ("litre", "litres"), "t": ("tonne", "tonnes"),
        "kg": ("kilogram", "kilograms"), "g": ("gram", "grams"), "mg": ("milligram", "milligrams"),
        "µg": ("microgram", "micrograms"), "kWh": ("kilowatt hour", "kilowatt hours"), "h": ("hour", "hours"),
        "min": ("minute", "minutes"), "s": ("second", "seconds"),
    ]

    /// Each part of a unit by its name, with "per" for the slash: µg/m³ is micrograms per cubic metre.
    static func english(_ unit: String, isOne: Bool) -> String {
        unit.split(separator: "/").enumerated().map { index, part in
            guard let name = names[part] else { return String(part) }
            return index == 0 && !isOne ? name.several : name.one
        }.joined(separator: " per ")
    }
}
