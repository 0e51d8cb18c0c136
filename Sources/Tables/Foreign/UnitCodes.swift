import Indicators

/// Units of SDMX by their codes in the lists that publishers share (CL_UNIT_MEASURE of the OECD and of the SDMX
/// Global Registry, UNIT of Eurostat, UNIT_MEASURE of UNICEF and of the indicators of the Sustainable Development
/// Goals).
///
/// Only codes that mean the same in every list are here, so none of one letter; any other code stays as it is written.
enum UnitCodes {
    /// The unit of a text that may be a code; a text that is none, such as a word in small letters, is the name in both
    /// languages. A number of something needs no word beside it.
    static func unit(_ text: String) -> Unit {
        if let known = named[text] { return Unit(chinese: known.0, english: known.1) }
        return Unit(chinese: text, english: text)
    }

    private static let named: [String: (String, String)] = [
        // Counts.
        "NR": ("", ""), "NUMBER": ("", ""), "NUM": ("", ""),
        "PS": ("人", "people"), "PERS": ("人", "people"), "PERSONS": ("人", "people"),
        "THS_PER": ("千人", "thousand people"), "THS": ("千", "thousand"), "MIO": ("百万", "million"),
        "HH": ("户", "households"), "HSHLD": ("户", "households"),
        "YR": ("年", "years"), "YEAR": ("年", "years"), "YEARS": ("年", "years"),
        "MONTH": ("个月", "months"), "DAY": ("天", "days"),
        "HOURS": ("小时", "hours"), "MINUTES": ("分钟", "minutes"),
        // Shares and indices.
        "PT_B1GQ": ("% GDP", "% of GDP"), "PC_GDP": ("% GDP", "% of GDP"), "PT_GDP": ("% GDP", "% of GDP"),
        "PC_POP": ("% 人口", "% of population"), "PT_POP": ("% 人口", "% of population"),
        "PC_ACT": ("% 劳动力", "% of labour force"), "PT_LF": ("% 劳动力", "% of labour force"),
        "PC_EMP": ("% 就业人员", "% of employed"), "PC_TOT": ("% 总数", "% of total"),
        "IX": ("指数", "index"), "INDEX": ("指数", "index"), "RATIO": ("比", "ratio"),
        "I10": ("2010=100", "2010=100"), "I15": ("2015=100", "2015=100"), "I20": ("2020=100", "2020=100"),
        "I05": ("2005=100", "2005=100"),
        // Of so many people.
        "P_HTHAB": ("每10万人", "per 100,000 people"),
        "P_THAB": ("每千人", "per 1,000 people"),
        "10P3HB": ("每千人", "per 1,000 people"), "10P5HB": ("每10万人", "per 100,000 people"),
        "10P6HB": ("每百万人", "per million people"),
        "PER_1000_LIVEBIRTHS": ("‰ 活产", "per 1,000 live births"),
        "PER_100000_LIVEBIRTHS": ("每10万活产", "per 100,000 live births"),
        "PER_1000_POP": ("每千人", "per 1,000 people"), "PER_100000_POP": ("每10万人", "per 100,000 people"),
        "PER_100000_EMP": ("每10万就业人员", "per 100,000 employed"),
        "PER_1000_UNINFECTED_POP": ("每千未感染者", "per 1,000 uninfected people"),
        // Money.
        "USD": ("美元", "US dollars"), "EUR": ("欧元", "euros"), "CNY": ("元", "yuan"), "JPY": ("日元", "yen"),
        "GBP": ("英镑", "pounds"), "HKD": ("港元", "Hong Kong dollars"), "KRW": ("韩元", "won"),
        "XDC": ("本国货币", "domestic currency"), "USD_PPP": ("国际元 (PPP)", "US dollars, PPP"),
        "USD_PPP_PS": ("国际元/人 (PPP)", "US dollars a person, PPP"), "USD_PS": ("美元/人", "US dollars a person"),
        "EUR_HAB": ("欧元/人", "euros per inhabitant"), "EUR_KGOE": ("欧元/千克油当量", "euros per kg of oil equivalent"),
        "MIO_EUR": ("百万欧元", "million euros"), "THS_EUR": ("千欧元", "thousand euros"),
        "MIO_NAC": ("百万本币", "million of national currency"), "MIO_USD": ("百万美元", "million US dollars"),
        "CP_MEUR": ("现价百万欧元", "million euros, current prices"),
        "CP_EUR_HAB": ("现价欧元/人", "euros per inhabitant, current prices"),
        "CLV10_MEUR": ("2010年价百万欧元", "million euros of 2010"),
        "CLV15_MEUR": ("2015年价百万欧元", "million euros of 2015"),
        "CLV20_MEUR": ("2020年价百万欧元", "million euros of 2020"),
        "CLV10_EUR_HAB": ("2010年价欧元/人", "euros per inhabitant of 2010"),
        "CLV20_EUR_HAB": ("2020年价欧元/人", "euros per inhabitant of 2020"),
        "CU_USD": ("现价美元", "current US dollars"), "CON_USD": ("不变价美元", "constant US dollars"),
        // Weights, areas, energy.
        "KG": ("千克", "kg"), "KG_HAB": ("千克/人", "kg per inhabitant"), "TONNES": ("吨", "tonnes"),
        "THS_T": ("千吨", "thousand tonnes"), "T_HAB": ("吨/人", "tonnes per inhabitant"),
        "HA": ("公顷", "hectares"), "THS_HA": ("千公顷", "thousand hectares"), "KM2": ("平方公里", "km²"), "KM": ("公里", "km"),
        "M2": ("平方米", "m²"), "M3": ("立方米", "m³"), "MIO_M3": ("百万立方米", "million m³"),
        "GWH": ("吉瓦时", "GWh"), "KWH": ("千瓦时", "kWh"), "MW": ("兆瓦", "MW"), "TJ": ("太焦", "TJ"),
        "KTOE": ("千吨油当量", "ktoe"), "MTOE": ("百万吨油当量", "Mtoe"), "DEG_C": ("℃", "°C"),
        "MICROG_M3": ("微克/立方米", "µg/m³"), "MCG_M3": ("微克/立方米", "µg/m³"), "UGPERM3": ("微克/立方米", "µg/m³"),
    ]
}
