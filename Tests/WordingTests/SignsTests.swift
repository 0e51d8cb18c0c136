import Cells
import Testing

@testable import Wording

@Suite struct SignsTests {
    private static let sets = [Signs.unicode, Signs.ascii]

    private func all(_ signs: Signs) -> [(name: String, sign: String)] {
        Mirror(reflecting: signs).children.compactMap { child in
            guard let name = child.label, let sign = child.value as? String else { return nil }
            return (name, sign)
        }
    }

    @Test(arguments: sets)
    func everySignTakesOneCell(_ signs: Signs) {
        #expect(all(signs).count > 10)
        for (name, sign) in all(signs) { #expect(sign.count == 1 && DisplayWidth.of(sign) == 1, "\(name)") }
    }

    @Test func theASCIISetIsASCII() {
        for (name, sign) in all(.ascii) { #expect(sign.utf8.allSatisfy { $0 < 0x80 }, "\(name)") }
    }

    @Test(arguments: sets)
    func signsOfOneMeaningAreToldApart(_ signs: Signs) {
        for group in [
            [signs.good, signs.middling, signs.bad, signs.notJudged], [signs.done, signs.ongoing, signs.planned],
            [signs.up, signs.down],
        ] {
            #expect(Set(group).count == group.count, "\(group)")
        }
    }
}
