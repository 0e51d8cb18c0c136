/// A stable sort by small numbers, in two passes.
package enum CountingSort {
    /// - Parameters:
    ///   - count: the numbers are from 0 up to, but not including, this.
    ///   - number: the number that an element is sorted by.
    /// - Returns: the sorted elements; and for each number the index of its first element, with the number of elements
    ///   as a final sentinel.
    @inlinable package static func sorted<Element>(_ elements: [Element], _ count: Int, by number: (Element) -> Int)
        -> (
            sorted: [Element], firsts: [Int]
        )
    {
        var firsts = [Int](repeating: 0, count: count + 1)
        for element in elements { firsts[number(element) + 1] += 1 }
        for index in 1..<max(1, firsts.count) { firsts[index] += firsts[index - 1] }
        var next = firsts, sorted = elements
        for element in elements {
            let own = number(element)
            sorted[next[own]] = element
            next[own] += 1
        }
        return (sorted, firsts)
    }
}
