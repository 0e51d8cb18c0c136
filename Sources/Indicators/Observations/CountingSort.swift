/// Sorting by small numbers, in two passes over them: what is equal stays as it stands.
enum CountingSort {
    /// - Parameters:
    ///   - count: every number is from 0 up to this, which is left out.
    ///   - number: what an element is sorted by.
    /// - Returns: the elements in order; and for each number the place of the first element with it, and one more: the
    ///   end.
    static func sorted<Element>(_ elements: [Element], _ count: Int, by number: (Element) -> Int) -> (
        sorted: [Element], firsts: [Int]
    ) {
        var firsts = [Int](repeating: 0, count: count + 1)
        for element in elements { firsts[number(element) + 1] += 1 }
        for place in 1..<max(1, firsts.count) { firsts[place] += firsts[place - 1] }
        var next = firsts, sorted = elements
        for element in elements {
            let own = number(element)
            sorted[next[own]] = element
            next[own] += 1
        }
        return (sorted, firsts)
    }
}
