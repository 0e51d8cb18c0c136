/// A change that writes a part of a table in its canonical form.
package struct TableEdit: Hashable, Sendable {
    package let file: String
    /// The bytes of the decoded file that are replaced.
    package let range: Range<Int>
    package let replacement: String

    package init(file: String, range: Range<Int>, replacement: String) {
        (self.file, self.range, self.replacement) = (file, range, replacement)
    }
}
