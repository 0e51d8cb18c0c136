import Indicators
import TestSupport
import Testing

@testable import Tables

/// Tables of our own package in the encodings that spreadsheets write.
@Suite struct OtherEncodingTests {
    private func folder(_ encode: (String) -> [UInt8]) throws -> MemoryFolder {
        var folder = try panjin()
        for name in ["areas.csv", "observations.csv"] {
            folder.files[name] = encode(String(decoding: folder.files[name] ?? [], as: UTF8.self))
        }
        return folder
    }

    private static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test(arguments: ["GB18030", "UTF-16LE"])
    func openWithAReminderAndTheSameFigures(_ name: String) throws {
        let reading = CatalogueReader.read(try folder(name == "GB18030" ? inGB18030 : Self.utf16))
        #expect(reading.problems.map(\.code) == ["other-encoding", "other-encoding"])
        #expect(reading.files.first { $0.path == "areas.csv" }?.encoding?.rawValue == name)
        let plain = CatalogueReader.read(try panjin())
        #expect(reading.catalogue?.areas == plain.catalogue?.areas)
        #expect(
            reading.catalogue.map { CatalogueCSV.write($0, FigureSelection()) }
                == plain.catalogue.map { CatalogueCSV.write($0, FigureSelection()) })
    }

    @Test func arePublishedAsUTF8() throws {
        let files = PackageFiles.read(try folder(inGB18030)).files
        #expect(files == PackageFiles.read(try panjin()).files)
    }

    @Test func aDamagedByteIsNoOtherEncoding() throws {
        var folder = try panjin()
        folder.files["areas.csv"]?.insert(0xFF, at: 200)
        let problems = CatalogueReader.read(folder).problems
        #expect(problems.first?.code == "not-utf8" && problems.first?.found == "0xFF")
    }
}
