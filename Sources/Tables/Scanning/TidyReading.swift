import Indicators
import Threads

/// A tidy table read on all cores. Each worker reads a part of the file.
struct TidyReading: Sendable {
    var segments: [ScannedSegment]
    /// The first byte that is not valid UTF-8 or is NUL, with its line from 0.
    var textFault: TidyScanner.TextFault?
    var unsafeOffset: Int?
    var isGivenUp = false

    /// A smaller file is read by one worker.
    static let smallestPart = 1 << 20

    private struct Part: Sendable {
        var segment: ScannedSegment
        var end: Int
        var textFault: TidyScanner.TextFault?
        var unsafeOffset: Int?
    }

    /// - Parameters:
    ///   - start: the offset of the first row of data.
    ///   - end: the end of the table: that of the file, or the start of a footer.
    ///   - workers: the number of workers; nil to choose it by the number of cores and the size.
    static func read(
        _ file: FileBytes, from start: Int, to end: Int, _ plan: ColumnPlan, now: Instant, workers: Int? = nil,
        progress: LoadProgress? = nil
    ) -> TidyReading {
        let most = workers ?? min(Workers.coreCount, max(1, (end - start) / smallestPart))
        let starts = file.withBytes { partStarts($0, start, end, most) }
        let parts = Workers.map(starts.count) { index in
            part(file, starts[index], index + 1 < starts.count ? starts[index + 1] : end, end, plan, now, progress)
        }
        var reading = TidyReading(segments: [])
        var reached = start, lines = 0
        for (index, first) in starts.enumerated() {
            var one = parts[index]
            let limit = index + 1 < starts.count ? starts[index + 1] : end
            if reached > limit { continue }
            // The part began inside a quoted field, so it is read again from the beginning of its first record.
            if reached != first { one = part(file, reached, limit, end, plan, now, progress) }
            reading.segments.append(one.segment)
            if reading.unsafeOffset == nil { reading.unsafeOffset = one.unsafeOffset }
            if let fault = one.textFault {
                reading.textFault = TidyScanner.TextFault(
                    rule: fault.rule, offset: fault.offset, line: fault.line + lines)
                break
            }
            lines += one.segment.lineCount
            reached = one.end
        }
        reading.isGivenUp = progress?.isGivenUp ?? false
        return reading
    }

    private static func part(
        _ file: FileBytes, _ start: Int, _ limit: Int, _ end: Int, _ plan: ColumnPlan, _ now: Instant,
        _ progress: LoadProgress?
    ) -> Part {
        file.withBytes { raw in
            guard let bytes = raw.bindMemory(to: UInt8.self).baseAddress else {
                return Part(segment: ScannedSegment(start: start, keyCount: plan.keys.count), end: limit)
            }
            var scanner = TidyScanner(plan, bytes: bytes, tableEnd: end, from: start, now: now)
            scanner.scan(to: limit, progress: progress) { file.release($0) }
            return Part(
                segment: scanner.segment, end: scanner.end, textFault: scanner.textFault,
                unsafeOffset: scanner.unsafeOffset)
        }
    }

    /// The offsets of the parts, each after the line break that follows an equal share.
    private static func partStarts(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ count: Int) -> [Int] {
        // The offset of a row in its part is stored in 32 bits.
        let count = max(count, (end - start) >> 31 + 1)
        var starts = [start]
        for index in 1..<max(1, count) {
            var position = max(start + (end - start) / count * index, starts[starts.count - 1])
            while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            if position + 1 < end { starts.append(position + 1) }
        }
        return starts
    }
}
