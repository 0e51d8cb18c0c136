import Indicators

/// A JSON value with its position in the file.
struct JSONNode {
    enum Value {
        case null
        case bool(Bool)
        /// As written.
        case number(String)
        case string(String)
        case array([JSONNode])
        /// In the order of the file.
        case object([(key: String, node: JSONNode)])
    }

    let value: Value
    let offset: Int

    /// The member of an object; nil where there is none or this is no object.
    subscript(_ key: String) -> JSONNode? {
        if case .object(let members) = value { return members.first { $0.key == key }?.node }
        return nil
    }

    var string: String? { if case .string(let text) = value { text } else { nil } }
    var array: [JSONNode]? { if case .array(let nodes) = value { nodes } else { nil } }
    /// A number as written, or a string that may hold one.
    var number: String? {
        switch value {
        case .number(let text), .string(let text): text
        default: nil
        }
    }
    var bool: Bool? { if case .bool(let flag) = value { flag } else { nil } }
    var isObject: Bool { if case .object = value { true } else { false } }
}

struct JSONFault: Error {
    let rule: Rule
    let offset: Int
    let found: String
}

/// Reads JSON by RFC 8259 into a tree. Unlike the decoder of the toolchain it reports the position of an error.
struct JSONReader {
    static let deepest = 64

    private let bytes: UnsafeRawBufferPointer
    private var offset: Int
    /// The name of members that are checked but stay `null` in the tree, because they are not needed.
    private let passed: String?
    private var isPassing = false

    /// - Parameter passed: the name of members whose values stay `null`.
    /// - Throws: `JSONFault` at the first position that is not JSON.
    static func read(_ bytes: UnsafeRawBufferPointer, from start: Int = 0, passing passed: String? = nil)
        throws(JSONFault) -> JSONNode
    {
        var reader = JSONReader(bytes: bytes, offset: start, passed: passed)
        let node = try reader.value(depth: 0)
        reader.passBlanks()
        guard reader.offset == bytes.count else {
            throw reader.fault("值的后面还有文字", "text after the end", expected: ("文件结束", "the end of the file"))
        }
        return node
    }

    private init(bytes: UnsafeRawBufferPointer, offset: Int, passed: String?) {
        self.bytes = bytes
        self.offset = offset
        self.passed = passed
    }

    private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func passBlanks() {
        var index = offset
        while index < bytes.count, bytes[index] <= 0x20 {
            let byte = bytes[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
            index += 1
        }
        offset = index
    }

    private func fault(
        _ zh: String, _ en: String, expected: (String, String) = ("", ""), mend: (String, String) = ("", ""),
        at index: Int? = nil
    ) -> JSONFault {
        let index = index ?? offset
        var end = index
        while end < bytes.count, end - index < 80, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return JSONFault(
            rule: .json(zh, en, expected: expected, mend: mend), offset: index,
            found: String(decoding: bytes[min(index, bytes.count)..<end], as: UTF8.self))
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
        guard depth < Self.deepest else {
            throw fault(
                "嵌套太深", "nested too deeply", expected: ("不超过 \(Self.deepest) 层", "at most \(Self.deepest) levels"))
        }
        passBlanks()
        let start = offset
        switch byte {
        case UInt8(ascii: "{"): return JSONNode(value: .object(try members(depth)), offset: start)
        case UInt8(ascii: "["): return JSONNode(value: .array(try elements(depth)), offset: start)
        case UInt8(ascii: "\""): return JSONNode(value: .string(try string(isKey: false)), offset: start)
        case UInt8(ascii: "t"): return JSONNode(value: try word("true", .bool(true)), offset: start)
        case UInt8(ascii: "f"): return JSONNode(value: try word("false", .bool(false)), offset: start)
        case UInt8(ascii: "n"): return JSONNode(value: try word("null", .null), offset: start)
        case let digit? where digit == UInt8(ascii: "-") || (digit >= UInt8(ascii: "0") && digit <= UInt8(ascii: "9")):
            return JSONNode(value: try number(), offset: start)
        case UInt8(ascii: "'"):
            throw fault(
                "用了单引号", "single quotes", expected: ("双引号", "double quotes"), mend: ("把 ' 换成 \"", "write \" for '"))
        case UInt8(ascii: "/"), UInt8(ascii: "#"):
            throw fault("JSON 里不能写注释", "JSON has no comments", mend: ("删去注释", "delete it"))
        case nil: throw fault("文件突然结束", "the file ends too soon", expected: ("一个值", "a value"))
        default:
            throw fault(
                "这里读不出值", "no value here",
                expected: ("对象、数组、文字、数字、true、false 或 null", "an object, array, string, number, true, false or null"))
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSONNode.Value) throws(JSONFault) -> JSONNode.Value {
        let end = offset + text.utf8CodeUnitCount
        guard end <= bytes.count, (0..<text.utf8CodeUnitCount).allSatisfy({ bytes[offset + $0] == text.utf8Start[$0] })
        else {
            throw fault("这里读不出值", "no value here", expected: ("true、false 或 null", "true, false or null"))
        }
        offset = end
        return value
    }

    private mutating func number() throws(JSONFault) -> JSONNode.Value {
        let start = offset
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
        if byte == UInt8(ascii: "-") { offset += 1 }
        let isZero = byte == UInt8(ascii: "0")
        guard isDigit(byte) else { throw fault("数字不完整", "an unfinished number", at: start) }
        offset += 1
        if isZero, isDigit(byte) { throw fault("数字以 0 开头", "a number with a leading zero", at: start) }
        while isDigit(byte) { offset += 1 }
        if byte == UInt8(ascii: ".") {
            offset += 1
            guard isDigit(byte) else { throw fault("小数点后没有数字", "no digit after the point", at: start) }
            while isDigit(byte) { offset += 1 }
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            offset += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
            guard isDigit(byte) else { throw fault("指数没有数字", "no digit in the exponent", at: start) }
            while isDigit(byte) { offset += 1 }
        }
        return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
    }

    private mutating func elements(_ depth: Int) throws(JSONFault) -> [JSONNode] {
        offset += 1
        var nodes: [JSONNode] = []
        passBlanks()
        if byte == UInt8(ascii: "]") {
            offset += 1
            return nodes
        }
        while true {
            let node = try value(depth: depth + 1)
            if !isPassing { nodes.append(node) }
            if try endsAfterItem(UInt8(ascii: "]"), "]") { return nodes }
        }
    }

    private mutating func members(_ depth: Int) throws(JSONFault) -> [(key: String, node: JSONNode)] {
        offset += 1
        var members: [(key: String, node: JSONNode)] = []
        var many: Set<String> = []
        /// A few names are faster to compare than to hash; many names are hashed, so that the time does not grow with
        /// the square of their number.
        func isRepeated(_ key: String) -> Bool {
            if members.count < 24 { return members.contains { $0.key == key } }
            if many.isEmpty { many = Set(members.map(\.key)) }
            return !many.insert(key).inserted
        }
        passBlanks()
        if byte == UInt8(ascii: "}") {
            offset += 1
            return members
        }
        while true {
            passBlanks()
            let place = offset
            guard byte == UInt8(ascii: "\"") else {
                throw fault("这里应是一个名称", "no member name here", expected: ("双引号括起的名称", "a name in double quotes"))
            }
            let key = try string(isKey: true)
            guard !isRepeated(key) else {
                throw fault(
                    "名称出现了两次", "a member name that stands twice", mend: ("删去其中一个", "delete one of them"), at: place)
            }
            passBlanks()
            guard byte == UInt8(ascii: ":") else {
                throw fault("名称后面缺少冒号", "no colon after the name", expected: (":", ":"))
            }
            offset += 1
            let wasPassing = isPassing
            if key == passed {
                isPassing = true
                let place = offset
                _ = try value(depth: depth + 1)
                isPassing = wasPassing
                members.append((key, JSONNode(value: .null, offset: place)))
            } else {
                members.append((key, try value(depth: depth + 1)))
            }
            if try endsAfterItem(UInt8(ascii: "}"), "}") { return members }
        }
    }

    /// Skips the comma after an item. Returns true at the closing bracket.
    private mutating func endsAfterItem(_ closing: UInt8, _ name: String) throws(JSONFault) -> Bool {
        passBlanks()
        if byte == closing {
            offset += 1
            return true
        }
        guard byte == UInt8(ascii: ",") else {
            throw fault("缺少逗号或 \(name)", "no comma or \(name)", expected: (", 或 \(name)", ", or \(name)"))
        }
        let comma = offset
        offset += 1
        passBlanks()
        if byte == closing {
            throw fault("最后一项后面多了逗号", "a comma after the last item", mend: ("删去逗号", "delete it"), at: comma)
        }
        return false
    }

    private mutating func string(isKey: Bool) throws(JSONFault) -> String {
        let opening = offset
        var index = offset + 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            index += 1
        }
        offset = index
        let plain = UnsafeRawBufferPointer(rebasing: bytes[opening + 1..<offset])
        if byte == UInt8(ascii: "\"") {
            offset += 1
            return isPassing && !isKey ? "" : String(decoding: plain, as: UTF8.self)
        }
        var text = Array(plain)
        while true {
            guard let byte else {
                throw fault("文字没有结束的引号", "a string that does not end", mend: ("补上 \"", "add a \""), at: opening)
            }
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case 0..<0x20:
                offset -= 1
                throw fault("文字里有换行或控制字符", "a line break or control character in a string", expected: ("\\n", "\\n"))
            case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
            default: text.append(byte)
            }
        }
    }

    private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
        guard let byte else { throw fault("文字没有结束", "a string that does not end") }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try hex()
            if first & 0xFC00 == 0xD800, byteAfter(0) == UInt8(ascii: "\\"), byteAfter(1) == UInt8(ascii: "u") {
                let place = offset
                offset += 2
                let second = try hex()
                if second & 0xFC00 == 0xDC00 {
                    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF) ?? "\u{FFFD}"
                }
                offset = place
            }
            // Half of a surrogate pair is not a character.
            return Unicode.Scalar(first) ?? "\u{FFFD}"
        default:
            offset -= 2
            throw fault(
                "不认识的转义", "an unknown escape",
                expected: ("\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"))
        }
    }

    private func byteAfter(_ count: Int) -> UInt8? { offset + count < bytes.count ? bytes[offset + count] : nil }

    private mutating func hex() throws(JSONFault) -> UInt32 {
        guard offset + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
        else { throw fault("\\u 后面应有四位十六进制数", "four hexadecimal digits belong after \\u") }
        offset += 4
        return value
    }
}
