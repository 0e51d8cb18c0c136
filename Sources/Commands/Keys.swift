import ArgumentParser
import Console

/// The key table, as `docs/keys.md` has it.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "按键表。The key table.")

    @OptionGroup var common: CommonOptions

    mutating func run() throws { try StandardStreams.put(KeyTable.markdown) }
}
