import Glibc

/// What the C library makes of the locale that the environment asks for.
struct LocaleFacts: Hashable {
    /// Whether what is asked for is installed.
    let isInstalled: Bool
    /// Whether it is in UTF-8.
    let isUTF8: Bool
    /// The locale by which the console would count the cells of characters; nil where the system has none in UTF-8.
    let inForce: String?

    /// Chooses as the console chooses (`cn_choose_locale`), so that the C library goes by it from then on.
    static func choose() -> LocaleFacts {
        let wanted = setlocale(LC_ALL, "") != nil
        let isUTF8 = wanted && nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
        let fallbacks = isUTF8 ? [] : ["C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"]
        let chosen = isUTF8 || fallbacks.contains { setlocale(LC_CTYPE, $0) != nil }
        return LocaleFacts(
            isInstalled: wanted, isUTF8: isUTF8,
            inForce: chosen ? setlocale(LC_CTYPE, nil).map { String(cString: $0) } : nil)
    }
}
