import Console
import Indicators
import Publishing
import Tables
import Wording

/// Finds the former versions that the console compares its data with.
struct FormerReading {
    private let choice: DataChoice
    /// The version named with `--since`; nil where none is.
    private let since: (name: String, catalogue: Catalogue)?

    /// Reads the version that is named at start.
    ///
    /// - Throws: the exit status; what went wrong has been said.
    init(_ choices: ConsoleChoices, _ language: Language) throws {
        choice = choices.dataChoice
        since = try choices.since.map { ($0, try Self.named($0, of: choices.data, language)) }
    }

    /// Remembers what this person has seen now.
    func remember(_ catalogue: Catalogue) {
        guard let day = WallClock.now.day else { return }
        LookMemory(choice)?.remember(catalogue, on: day.text)
    }

    /// The versions before the data that are shown, as far as they are known. What cannot be read is not known.
    func versions(before catalogue: Catalogue) -> FormerVersions {
        var found = FormerVersions()
        // Figures that were not read would count as removed.
        if catalogue.isPartial { return found }
        func add(_ base: ChangeBase, _ former: Catalogue?, _ name: LocalizedText) {
            guard let former else { return }
            found.versions[base] = FormerVersion(
                catalogue: former, difference: CatalogueDifference(from: former, to: catalogue), name: name)
        }
        if let since {
            add(.version, since.catalogue, LocalizedText(zh: since.name.harmless(), en: since.name.harmless()))
            return found
        }
        if !choice.isGuest, let look = LookMemory(choice)?.last {
            add(
                .lastLook, look.catalogue,
                LocalizedText(zh: "你 \(look.day) 查看的一版", en: "the version you saw on \(look.day)"))
        }
        if let version = versionBefore {
            add(
                .version, version.catalogue,
                LocalizedText(zh: "上一版（\(version.number)）", en: "the version before (\(version.number))"))
        }
        return found
    }

    /// The version that was published before the one that the link leads to; nil for data that were not published.
    private var versionBefore: (number: String, catalogue: Catalogue)? {
        guard let path = choice.path, choice.database == nil, !path.hasPrefix("@"), path != "-",
            let versions = try? PublishedVersions(target: path), let current = try? versions.current,
            let number = (try? versions.shown)?.last(where: { $0 < current }),
            let folder = try? versions.open(number),
            let catalogue = CatalogueReader.read(folder, now: WallClock.now).catalogue
        else { return nil }
        return (number, catalogue)
    }

    /// The version to compare with: a published one of the same target by its number, or any other data set.
    static func named(_ name: String, of data: String?, _ language: Language) throws -> Catalogue {
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return try ConsoleRun.catalogue(DataChoice(option: name), language).get()
        }
        guard let target = DataChoice(option: data).path, !target.hasPrefix("@") else {
            throw ExitStatusError(
                status: Refusal(
                    .wrongUse, "版号只用于已发布的数据：--data 要给出各处屏幕打开的链接。",
                    "a version number needs published data: --data must be the link that screens open."
                ).report())
        }
        return try PublishingFailure.reporting {
            let reading = CatalogueReader.read(try Generations.folder(name, of: target), now: WallClock.now)
            guard let catalogue = reading.catalogue else {
                throw StoreFault.damaged(name, reading.problems.filter { $0.severity == .error })
            }
            return catalogue
        }
    }
}
