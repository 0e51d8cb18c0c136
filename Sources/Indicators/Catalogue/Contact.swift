/// Whom the public may ask about a topic (`contacts.csv`). What is not stated is empty, never guessed.
public struct Contact: Hashable, Sendable {
    /// The code of the topic.
    public let topic: String
    /// The position within the topic, ascending; equal numbers keep the order of the table.
    public let order: Int
    /// The department that answers.
    public let department: LocalizedText
    /// The telephone number as it is to be shown; empty where none is stated.
    public let telephone: String
    /// The window or desk in the hall.
    public let window: LocalizedText
    /// Where it is.
    public let address: LocalizedText
    /// When somebody is there.
    public let hours: LocalizedText
    /// The code of the source that names it; empty where the office itself wrote the row.
    public let source: String
    /// Where it stands in the source.
    public let place: String

    package init(
        topic: String, order: Int, department: LocalizedText, telephone: String, window: LocalizedText,
        address: LocalizedText, hours: LocalizedText, source: String = "", place: String = ""
    ) {
        self.topic = topic
        self.order = order
        self.department = department
        self.telephone = telephone
        self.window = window
        self.address = address
        self.hours = hours
        self.source = source
        self.place = place
    }
}
