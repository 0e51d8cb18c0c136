import Indicators
import TestSupport
import Testing

@testable import Tables

/// What a file's bytes are taken for, and the dictionaries of the fast reader.
@Suite struct EncodingTests {
    private static let wide = "地区,2022\n沈阳市,1\n大连市,2\n"
    private static let tidy = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\n沈阳,城镇新增就业,2022,1\n大连,𠀀,2022,2\n"

    @Test(arguments: [TextEncoding.utf8, .utf8Marked, .gb18030, .utf16LittleEndian, .utf16BigEndian])
    func theSameTableInEveryEncoding(_ encoding: TextEncoding) throws {
        for text in [Self.wide, Self.tidy] {
            let reading = readTable(encoded(text, encoding)), plain = readTable(text)
            #expect(reading.files[0].encoding == encoding)
            #expect(reading.catalogue?.lines == plain.catalogue?.lines && reading.catalogue?.lines.count == 2)
            #expect(
                reading.problems.map(\.code) == (encoding == .utf8 || encoding == .utf8Marked ? [] : ["other-encoding"])
            )
        }
    }

    /// A mark decides; without one UTF-8 comes before GB18030, since most UTF-8 is GB18030 too.
    @Test func decisions() {
        func encoding(_ bytes: [UInt8]) -> TextEncoding? { readTable(bytes).files.first?.encoding }
        #expect(encoding(Array("a,2022\nx,1\n".utf8)) == .utf8)
        #expect(encoding(Array("城市,2022\n一,1\n".utf8)) == .utf8)
        #expect(encoding(inGB18030("城市,2022\nx,1\n")) == .gb18030)
        #expect(encoding(inGB18030("a,2022\n" + String(repeating: "x,1\n", count: 3) + "沈,1\n")) == .gb18030)
        #expect(
            encoding(
                inGB18030(
                    String(repeating: "REF_AREA,TIME_PERIOD,OBS_VALUE\n", count: 1)
                        + String(repeating: "x,2022,1\n", count: 30_000) + "沈阳,2022,1\n")) == .gb18030)
    }

    @Test func chineseTextIsNeverTakenForDamagedUTF8() {
        let text = "盘锦市统计局二〇二二年国民经济和社会发展统计公报：全年地区生产总值比上年增长，城镇新增就业人数，居民人均可支配收入"
        for length in stride(from: 2, through: text.count, by: 1) {
            let bytes = inGB18030(String(text.prefix(length)))
            #expect(bytes.withUnsafeBytes { TextEncoding.looksLikeGB18030($0) }, "\(text.prefix(length))")
        }
    }

    @Test func utf8ChecksAgree() {
        var random = SeededGenerator(seed: 11)
        let pieces: [[UInt8]] = [
            [0x41], [0xC3, 0xA9], [0xE6, 0xB2, 0x88], [0xF0, 0xA0, 0x80, 0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE6, 0xB2], [0xFF], [0xF5],
        ]
        for _ in 0..<3_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                bytes += pieces[Int.random(in: 0..<(Bool.random(using: &random) ? 4 : pieces.count), using: &random)]
            }
            bytes.append(0x41)
            var turning: Int?
            let quick = bytes.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.flatMap { UTF8Check.firstFault($0, 0..<bytes.count, &turning) }
            }
            let careful = bytes.withUnsafeBytes { TextCheck.firstFault(in: $0) }
            #expect((quick == nil) == (careful == nil))
            #expect((quick == nil) == (String(validating: bytes, as: Unicode.UTF8.self) != nil))
            if let quick, let careful {
                #expect(bytes.withUnsafeBytes { TextCheck.position(of: quick, in: $0).column } == careful.place.column)
            }
        }
    }

    /// Different texts have different numbers, the same text the same, in the order of the first time.
    @Test func byteDictionaries() {
        var random = SeededGenerator(seed: 3)
        let lengths = [0, 1, 2, 6, 7, 8, 9, 15, 16, 17, 40]
        var bytes: [UInt8] = [], ranges: [Range<Int>] = []
        for _ in 0..<6_000 {
            let length = lengths.randomElement(using: &random) ?? 0
            ranges.append(bytes.count..<bytes.count + length)
            // Few letters, NUL and high bytes among them, so that texts recur and differ late.
            bytes += (0..<length).map { _ in [0x61, 0x61, 0x61, 0x00, 0xFF].randomElement(using: &random) ?? 0 }
        }
        var dictionary = ByteDictionary(), numbers: [[UInt8]: Int32] = [:]
        bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            for range in ranges {
                let text = Array(bytes[range]), wanted = numbers[text] ?? Int32(numbers.count)
                numbers[text] = wanted
                #expect(dictionary.number(of: range, in: start, end: bytes.count) == wanted)
            }
        }
        #expect(dictionary.count == numbers.count && numbers.count > 500)
        #expect(dictionary.places.map { Array(bytes[$0]) }.enumerated().allSatisfy { numbers[$1] == Int32($0) })
    }

    @Test func seriesDictionaries() {
        var random = SeededGenerator(seed: 5)
        for width in [0, 1, 3, 8] {
            var dictionary = SeriesDictionary(width: width), numbers: [[Int32]: Int32] = [:]
            for _ in 0..<3_000 {
                let key = (0..<max(1, width)).map { _ in Int32.random(in: -1...9, using: &random) }
                let wanted = numbers[Array(key.prefix(width))] ?? Int32(numbers.count)
                numbers[Array(key.prefix(width))] = wanted
                #expect(key.withUnsafeBufferPointer { $0.baseAddress.map { dictionary.number(of: $0) } } == wanted)
            }
            #expect(dictionary.count == numbers.count)
            for (key, number) in numbers { #expect(Array(dictionary[Int(number)]) == key) }
        }
    }
}
