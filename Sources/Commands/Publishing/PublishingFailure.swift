import Cells
import Glibc
import Indicators
import Publishing
import Tables

/// Says why nothing was published, and ends with the status that belongs to it.
enum PublishingFailure {
    /// Runs a command's work; whatever stops it is told to the person.
    ///
    /// - Parameter language: what `--lang` says; nil for that of the locale.
    /// - Parameter target: the link or the data base that the command is about, as it is typed.
    static func reporting<Result>(
        _ language: Language? = nil, target: String = "TARGET", _ work: () throws -> Result
    ) throws -> Result {
        let language = ConsoleChoices.resolve(language)
        do {
            return try work()
        } catch let fault as StoreFault {
            throw ExitStatusError(status: report(fault, language, target))
        } catch let fault as PublicationFault {
            throw ExitStatusError(status: report(fault, language))
        } catch let stop as PublicationStop {
            throw ExitStatusError(status: StopText.report(stop, language))
        }
    }

    private static func report(_ fault: PublicationFault, _ language: Language) -> ExitStatus {
        switch fault {
        case .problems(let problems):
            say(problems, language)
            return Refusal(
                .problems, "数据有 \(problems.count) 个问题，没有发布；屏上仍是原来的一版。",
                "\(EnglishCount.text(problems.count, "problem")) in the data, not published; "
                    + "screens keep the old version."
            ).report()
        case .notOnlyNew(let figures):
            let shown = figures.prefix(20).map { "  \($0.key.indicator) \($0.key.area) \($0.key.period)" }.joined(
                separator: "\n")
            StandardStreams.complain(shown.harmless() + "\n")
            return Refusal(
                .problems, "有 \(figures.count) 个已发布的数改了或删了，不只是新增；没有发布。请用 --kind 修订 或 --kind 更正。",
                "\(EnglishCount.text(figures.count, "published figure")) changed or gone, so it is not only new; "
                    + "not published. "
                    + "Use --kind revised or --kind corrected."
            ).report()
        case .noRevisions:
            return Refusal(
                .problems, "有数改了，而 datapackage.json 没有 revisions 表来记原值；没有发布。可从 minsheng new 得到的文件夹里抄来。",
                "figures have changed and datapackage.json has no table revisions for what they were; not "
                    + "published. Copy it from a folder that minsheng new makes."
            ).report()
        case .foreignForm(let file):
            let file = file.harmless()
            return Refusal(
                .problems, "\(file) 不是逗号分隔的 UTF-8 CSV，不能在其中记原值；没有发布。请另存为 CSV UTF-8。",
                "\(file) is not UTF-8 with commas, so former values cannot be written; not published. Save it as "
                    + "CSV UTF-8."
            ).report()
        }
    }

    static func say(_ problems: [DataProblem], _ language: Language) {
        let shown = problems.prefix(20).map { $0.text(language) }.joined(separator: "\n")
        StandardStreams.complain(shown + (problems.count > 20 ? "\n…" : "") + "\n")
    }

    private static func report(_ fault: StoreFault, _ language: Language, _ target: String) -> ExitStatus {
        switch fault {
        case .noParent(let folder):
            return Refusal(
                .noSuchFile, "没有这个文件夹：\(folder.harmless())。请先建好。",
                "there is no folder \(folder.harmless()). Make it first."
            ).report()
        case .notALink(let path):
            let path = path.harmless()
            return Refusal(
                .cannotGoOn, "\(path) 已经在那里，而且不是链接，没有发布。请换一个名字，或先把它移开。",
                "\(path) is there and is no link; nothing was published. Choose another name, or move it away first."
            ).report()
        case .foreignLink(let target, let destination):
            let target = target.harmless(), destination = destination.harmless()
            return Refusal(
                .cannotGoOn, "\(target) 是链接，但指向 \(destination)，不是 minsheng 发布的一版。请换一个名字，或先删掉这个链接。",
                "\(target) is a link, but to \(destination), which minsheng did not publish. Choose another name, "
                    + "or remove the link first."
            ).report()
        case .busy:
            return Refusal(
                .cannotGoOn, "另一个人正在发布，这次没有发布。请稍后再试。",
                "somebody else is publishing; nothing was done. Try again in a moment."
            ).report()
        case .overtaken:
            return Refusal(
                .cannotGoOn, "别人刚刚发布了一版，这次没有发布。请再试一次。",
                "somebody has just published; nothing was done. Try again."
            ).report()
        case .noGeneration(let name):
            let name = name.harmless(), command = TypedCommand.minsheng("rollback", target, "--list")
            return Refusal(
                .noSuchFile, "没有这一版：\(name)。用 \(command) 看有哪些。",
                "there is no version \(name). See them with: \(command)"
            ).report()
        case .noTarget(let name):
            let name = name.harmless()
            return Refusal(
                .noSuchFile, "\(name) 没有发布过：请写各处屏幕打开的那个链接（publish --to 后面的那个），版本写在 --to 后面。",
                "nothing was ever published to \(name): name the link that screens open (the one after publish --to); "
                    + "a version goes after --to."
            ).report()
        case .noneBefore:
            return Refusal(.cannotGoOn, "这已经是最早的一版，没有可退回的。", "this is the oldest version; there is none to go back to.")
                .report()
        case .damaged(let name, let problems):
            say(problems, language)
            return Refusal(
                .problems, "第 \(name) 版有问题，没有退回；屏上不变。",
                "version \(name) has problems and was not shown; screens stay as they are."
            ).report()
        case .system(let number, let file):
            return report(number, file.harmless())
        }
    }

    /// An error of the system while a file was written, by its number (errno(3)).
    private static func report(_ number: Int32, _ file: String) -> ExitStatus {
        switch number {
        case ENOSPC, EDQUOT:
            return Refusal(
                .cannotGoOn, "磁盘已满，写不下 \(file)；没有发布，原来的一版不变。请腾出空间再试。",
                "the disk is full at \(file); nothing was published, the old version stands. Make room and try "
                    + "again."
            ).report()
        case EEXIST:
            return Refusal(
                .cannotGoOn, "\(file) 已经在那里，没有动它。请换一个名字，或给一个空文件夹。",
                "\(file) is there already and was left alone. Choose another name or an empty folder."
            ).report()
        case EROFS:
            return Refusal(
                .cannotGoOn, "\(file) 所在的磁盘是只读的，写不进去；没有发布，原来的一版不变。请让管理员改为可写（mount），或换一个地方。",
                "the disk that \(file) is on is read-only; nothing was published, the old version stands. Have the "
                    + "administrator make it writable (mount), or choose another place."
            ).report()
        case EACCES, EPERM:
            return Refusal(
                .cannotGoOn, "没有权限写 \(file)；没有发布，原来的一版不变。请用有权限的账户，或让它的主人：chmod g+ws。",
                "no permission for \(file); nothing was published, the old version stands. Use an account that may, or "
                    + "have its owner run chmod g+ws."
            ).report()
        default:
            let reason = SystemFault(number).reason
            return Refusal(
                .cannotGoOn, "\(file) 出错：\(reason)；没有发布，原来的一版不变。",
                "\(file): \(reason); nothing was published, the old version stands."
            ).report()
        }
    }
}
