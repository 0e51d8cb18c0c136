import Indicators
import Testing

@testable import Tables

@Suite struct CanonicalPublicationTests {
    /// What the clerk wrote in his own way is published as it should be written, and nothing is a revision.
    @Test func whatIsPublishedIsCanonical() throws {
        let town = try Town.folder()
        var typed = town
        typed.files["observations.csv"] = Array(
            String(decoding: town.files["observations.csv"] ?? [], as: UTF8.self)
                .replacing(",12900,0,", with: ",\"12,900\",0,").replacing("REF_AREA", with: "地区")
                .replacing("\n990100,care-beds,2026-05", with: "\n,,,,,,,,,,,,,,,\n全市,养老床位,2026年5月").utf8)
        let published = try Publication.prepare(
            typed, after: CatalogueReader.read(town, now: Town.now).catalogue, kind: nil,
            reason: LocalizedText(zh: "x", en: ""), date: "2026-11-28", now: Town.now
        ).get()
        #expect(published.files == town.files)
        #expect(published.difference?.isEmpty == true && published.newFormerValues == 0)
    }
}
