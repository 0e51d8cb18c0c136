import Testing

@testable import Commands
@testable import Indicators
@testable import Tables

@Suite struct DoubtTextTests {
    /// So many doubts of a kind about rows of a table.
    private func doubts(_ kind: Suspicion, _ count: Int) -> [Doubt] {
        (0..<count).map { number in
            .row(
                CatalogueDifference.Row(
                    kind: .changed, table: "targets", code: "\(kind.rawValue) \(number)",
                    name: LocalizedText(zh: "", en: ""), key: [], cells: [],
                    findings: [Finding(kind, ("", ""), mend: ("", ""))]))
        }
    }

    private func limit(_ kind: Suspicion, _ doubts: [Doubt]) -> Int? {
        DoubtText.limits(doubts)["targets \(kind.rawValue)"]
    }

    @Test func whatIsOftenRightIsCutToFive() {
        for kind in [Suspicion.same, .removed, .definition] {
            #expect(limit(kind, doubts(kind, 3)) == 3 && limit(kind, doubts(kind, 30)) == 5)
        }
    }

    @Test func allElseIsWrittenOutUpToTwenty() {
        #expect(limit(.tenfold, doubts(.tenfold, 12)) == 12)
        #expect(limit(.tenfold, doubts(.tenfold, 21)) == 20)
        // Removed rows take no room of the others.
        let many = doubts(.removed, 30) + doubts(.tenfold, 18)
        #expect(limit(.removed, many) == 5 && limit(.tenfold, many) == 18)
        // One kind does not hide the others.
        let mixed = [Doubt.unknownBase] + doubts(.tenfold, 30) + doubts(.half, 9)
        #expect(DoubtText.limits(mixed)["base"] == 1)
        #expect(limit(.tenfold, mixed) == 14 && limit(.half, mixed) == 5)
    }

    @Test func whatIsLeftOutCanBeSeen() {
        let words = PublishingWords.in(.en)
        let command = TypedCommand.minsheng("diff", "市 屏", "work")
        #expect(words.moreOfKind(3, command).contains("3 more of this kind; minsheng diff '市 屏' work shows all"))
    }
}
