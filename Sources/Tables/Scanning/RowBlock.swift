import Indicators

/// A buffer of rows for the columns of a segment, which grow by thousands of rows at once.
struct RowBlock: ~Copyable {
    static let capacity = 4_096
    private let period = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: Self.capacity)
    private let significand = UnsafeMutableBufferPointer<Int64>.allocate(capacity: Self.capacity)
    private let traits = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: Self.capacity)
    private let offset = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: Self.capacity)
    private(set) var count = 0

    var isFull: Bool { count == Self.capacity }

    @inline(__always)
    mutating func append(period: UInt16, significand: Int64, traits: UInt16, offset: UInt32) {
        self.period.initializeElement(at: count, to: period)
        self.significand.initializeElement(at: count, to: significand)
        self.traits.initializeElement(at: count, to: traits)
        self.offset.initializeElement(at: count, to: offset)
        count &+= 1
    }

    mutating func move(into segment: inout ScannedSegment) {
        segment.period.append(contentsOf: period[..<count])
        segment.significand.append(contentsOf: significand[..<count])
        segment.traits.append(contentsOf: traits[..<count])
        segment.offset.append(contentsOf: offset[..<count])
        count = 0
    }

    deinit {
        period.deallocate()
        significand.deallocate()
        traits.deallocate()
        offset.deallocate()
    }
}
