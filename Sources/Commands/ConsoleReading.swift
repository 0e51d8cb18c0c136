import Console
import CursesScreen
import Indicators
import Tables

/// The data that the console shows, and the screen, where it had to be open while they were read.
@MainActor
struct ConsoleReading {
    let reading: CatalogueReading
    private(set) var terminal: CursesTerminal?
    private(set) var settings: Settings
    private let questions: CursesTerminal.Questions

    /// Reads the data: large ones show how far they have come.
    ///
    /// - Throws: the exit status; what went wrong has been said.
    init(_ place: DataPlace, _ choices: ConsoleChoices, _ settings: Settings) throws(ExitStatusError) {
        self.settings = settings
        questions = choices.questions(followsTerminal: settings.followsTerminal)
        if (place.size ?? 0) >= BackgroundReading.smallest,
            let background = BackgroundReading(place, now: WallClock.now)
        {
            let screen: CursesTerminal
            do {
                screen = try CursesTerminal(questions)
            } catch {
                background.progress.giveUp()
                throw ExitStatusError(status: ConsoleRun.refusal(error).report())
            }
            place.protect()
            if choices.isGuest { _ = screen.lock() }
            reading = try Self.wait(for: background, place, on: screen, &self.settings)
            terminal = screen
            return
        }
        // The bundled tables are known to be sound, so the screen opens first: the terminal answers while they are
        // read, and the first frame has the colours that fit it.
        if case .folder(let folder) = place, folder is BundledFolder, choices.beginsWithOverview {
            do {
                let screen = try CursesTerminal(questions)
                screen.ask()
                terminal = screen
            } catch {
                throw ExitStatusError(status: ConsoleRun.refusal(error).report())
            }
        }
        reading = DataReader.read(place, now: WallClock.now)
    }

    /// Shows how far a reading has come until it has ended.
    private static func wait(
        for background: BackgroundReading, _ place: DataPlace, on screen: CursesTerminal, _ settings: inout Settings
    ) throws(ExitStatusError) -> CatalogueReading {
        var loading = LoadingState(
            name: place.displayName, bytes: place.size ?? 0, settings: settings, size: screen.size)
        let ending = LoadingLoop.run(&loading, on: screen, background.progress, descriptor: background.descriptor)
        settings = loading.settings
        guard ending == .loaded, let reading = background.reading else {
            screen.close()
            throw ExitStatusError(status: ending == .lost ? .cannotGoOn : .well)
        }
        return reading
    }

    /// The screen, opened if it is not yet.
    ///
    /// - Throws: `CursesFault`.
    func screen() throws(CursesFault) -> CursesTerminal {
        if let terminal { return terminal }
        return try CursesTerminal(questions)
    }
}
