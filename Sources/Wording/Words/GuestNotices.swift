import Indicators

/// What a guest is told (`--guest`).
public enum GuestNotices {
    /// For a key that writes a file, stops the program or reads the data again.
    public static let notHere = LocalizedText(
        zh: "访客只能看和复制，不能写文件、暂停或重读", en: "guests look and copy: no files, no pause, no reload")
    /// For data that cannot be opened. Where they are is not a guest's business.
    public static let noData = LocalizedText(
        zh: "现在没有可看的数据，请稍后再来", en: "there are no data to show now; come again later")
}
