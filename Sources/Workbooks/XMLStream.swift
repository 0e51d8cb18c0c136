import CWorkbook

/// What reads the elements of an XML file.
protocol XMLHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault)
    func end(_ name: XMLName) throws(WorkbookFault)
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault)
}

/// The name of an element or an attribute. It is compared without its name space: spreadsheets use different ones for
/// the same form, and prefixes as they like.
struct XMLName {
    private let local: UnsafePointer<CChar>

    fileprivate init(_ name: UnsafePointer<CChar>) {
        var local = name, pointer = name
        while pointer.pointee != 0 {
            if pointer.pointee == XMLStream.divider { local = pointer + 1 }
            pointer += 1
        }
        self.local = local
    }

    static func ~= (pattern: StaticString, name: XMLName) -> Bool { name == pattern }

    static func == (name: XMLName, text: StaticString) -> Bool {
        var index = 0
        while index < text.utf8CodeUnitCount {
            if UInt8(bitPattern: name.local[index]) != text.utf8Start[index] { return false }
            index += 1
        }
        return name.local[index] == 0
    }
}

/// The attributes of an element, valid while it begins.
struct XMLAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

    fileprivate init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.list = list }

    /// The bytes of a value.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        var index = 0
        while let key = list[index], let value = list[index + 1] {
            if XMLName(key) == name {
                var count = 0
                while value[count] != 0 { count += 1 }
                return value.withMemoryRebound(to: UInt8.self, capacity: count) {
                    UnsafeBufferPointer(start: $0, count: count)
                }
            }
            index += 2
        }
        return nil
    }

    subscript(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

    /// A whole number; nil where there is none or it is no number.
    func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

    func flag(_ name: StaticString) -> Bool { ["1", "true"].contains(self[name]) }
}

/// Reads XML piece by piece with expat.
final class XMLStream {
    fileprivate static let divider = CChar(UInt8(ascii: "\u{1}"))

    private let parser: XML_Parser
    private let handler: any XMLHandler
    private let part: String
    private let limits: WorkbookLimits
    private var depth = 0
    private var fed = 0
    private var fault: WorkbookFault?

    init(_ part: String, _ limits: WorkbookLimits, _ handler: any XMLHandler) throws(WorkbookFault) {
        guard let parser = XML_ParserCreateNS(nil, Self.divider) else { throw .tooLarge(limits.bytes) }
        self.parser = parser
        self.part = part
        self.limits = limits
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let data, let name, let attributes else { return }
                XMLStream.of(data).begin(name, attributes)
            },
            { data, name in
                guard let data, let name else { return }
                XMLStream.of(data).finish(name)
            })
        XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let data, let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
                let bytes = UnsafeBufferPointer(start: $0, count: Int(count))
                let stream = XMLStream.of(data)
                stream.guarded { () throws(WorkbookFault) in try stream.handler.text(bytes) }
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let data else { return }
            let stream = XMLStream.of(data)
            stream.stop(.documentType(stream.part))
        }
    }

    deinit { XML_ParserFree(parser) }

    private static func of(_ data: UnsafeMutableRawPointer) -> XMLStream {
        Unmanaged<XMLStream>.fromOpaque(data).takeUnretainedValue()
    }

    private func stop(_ fault: WorkbookFault) {
        if self.fault == nil { self.fault = fault }
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func guarded(_ body: () throws(WorkbookFault) -> Void) {
        guard fault == nil else { return }
        do { try body() } catch { stop(error) }
    }

    private func begin(
        _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
    ) {
        depth += 1
        if depth > limits.depth { return stop(.nestedTooDeep(part)) }
        guarded { () throws(WorkbookFault) in try handler.start(XMLName(name), XMLAttributes(attributes)) }
    }

    private func finish(_ name: UnsafePointer<CChar>) {
        depth -= 1
        guarded { () throws(WorkbookFault) in try handler.end(XMLName(name)) }
    }

    /// Reads on.
    func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(WorkbookFault) {
        fed += bytes.count
        let state = XML_Parse(
            parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
        if let fault { throw fault }
        guard state == XML_STATUS_OK else {
            throw .badXML(part: part, line: Int(XML_GetCurrentLineNumber(parser)))
        }
        // A tag that does not end is kept whole in memory and looked through again with each piece.
        if fed - max(0, XML_GetCurrentByteIndex(parser)) > limits.tag + 1 << 17 { throw .nestedTooDeep(part) }
    }

    /// Reads a part of an archive.
    static func read(_ part: String, of archive: ZipArchive, _ limits: WorkbookLimits, _ handler: any XMLHandler)
        throws
    {
        let stream = try XMLStream(part, limits, handler)
        try archive.read(part) { bytes, isLast in
            try stream.take(bytes, isLast: isLast)
            return true
        }
    }
}
