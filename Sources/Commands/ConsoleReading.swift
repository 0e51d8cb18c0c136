import Console
import CursesScreen
import Indicators
import Tables
import Threads

/// The data that the console shows, and the screen, where it had to be open while they were read.
@MainActor
struct ConsoleReading {
    let reading: CatalogueReading
    private(set) var terminal: CursesTerminal?
    private(set) var settings: Settings
    private let questions: CursesTerminal.Questions

    /// The screen opens to show the waiting where a data base has not answered after this many milliseconds.
    private static let patience: Int32 = 150
    /// The screen opens to show the progress where a table has at least this many bytes.
    private static let leastBytes = 8 << 20

    /// Where the data are, once they can be read, and the screen where it was opened to wait for that.
    ///
    /// - Throws: the exit status; what went wrong has been said.
    static func location(
        _ data: LiveData, _ choices: ConsoleChoices, _ settings: inout Settings
    ) throws(ExitStatusError) -> (location: Result<DataLocation, Refusal>, terminal: CursesTerminal?) {
        guard let database = data.database, let opening = database.opening() else { return (data.location(), nil) }
        if opening.isThere(within: patience) { return (database.location(of: opening), nil) }
        let screen: CursesTerminal
        do {
            screen = try CursesTerminal(choices.questions(followsTerminal: settings.followsTerminal))
        } catch {
            throw ExitStatusError(status: ConsoleRun.refusal(error).report())
        }
        if choices.isGuest { _ = screen.lock() }
        var loading = LoadingState(name: database.name, bytes: 0, settings: settings, size: screen.size)
        let ending = LoadingLoop.run(&loading, on: screen, LoadProgress(), descriptor: opening.descriptor)
        settings = loading.settings
        guard ending == .loaded else {
            screen.close()
            throw ExitStatusError(status: ending == .lost ? .cannotGoOn : .well)
        }
        return (database.location(of: opening), screen)
    }

    /// Reads the data: large ones show how far they have come.
    ///
    /// - Parameter early: the screen, where it is open already.
    /// - Throws: the exit status; what went wrong has been said.
    init(
        _ location: DataLocation, _ choices: ConsoleChoices, _ settings: Settings, on early: CursesTerminal? = nil
    ) throws(ExitStatusError) {
        self.settings = settings
        terminal = early
        questions = choices.questions(followsTerminal: settings.followsTerminal)
        let progress = LoadProgress()
        if (location.size ?? 0) >= Self.leastBytes,
            let background = BackgroundResult({ DataReader.read(location, now: WallClock.now, progress: progress) })
        {
            let screen: CursesTerminal
            do {
                screen = try CursesTerminal(questions)
            } catch {
                progress.giveUp()
                throw ExitStatusError(status: ConsoleRun.refusal(error).report())
            }
            location.protect()
            if choices.isGuest { _ = screen.lock() }
            reading = try Self.wait(for: background, progress, location, on: screen, &self.settings)
            terminal = screen
            return
        }
        // The bundled tables are known to be sound, so the screen opens first: the terminal answers while they are
        // read, and the first frame has the colours that fit it.
        if case .folder(let folder) = location, folder is BundledFolder, choices.beginsWithOverview {
            do {
                let screen = try CursesTerminal(questions)
                screen.ask()
                terminal = screen
            } catch {
                throw ExitStatusError(status: ConsoleRun.refusal(error).report())
            }
        }
        reading = DataReader.read(location, now: WallClock.now)
    }

    /// Shows how far a reading has come until it has ended.
    private static func wait(
        for background: BackgroundResult<CatalogueReading>, _ progress: LoadProgress, _ location: DataLocation,
        on screen: CursesTerminal, _ settings: inout Settings
    ) throws(ExitStatusError) -> CatalogueReading {
        var loading = LoadingState(
            name: location.displayName, bytes: location.size ?? 0, settings: settings, size: screen.size)
        let ending = LoadingLoop.run(&loading, on: screen, progress, descriptor: background.descriptor)
        settings = loading.settings
        guard ending == .loaded, let reading = background.value else {
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
