import Glibc

/// Text in the encoding of spreadsheets in China, by the C library.
func inGB18030(_ text: String) -> [UInt8] { transcoded(text, to: "GB18030") }

/// Text in an encoding by its name in the C library.
func transcoded(_ text: String, to name: String) -> [UInt8] {
    guard let converter = iconv_open(name, "UTF-8"), converter != iconv_t(bitPattern: -1) else { return [] }
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var left = source.count
    let room = source.count * 4 + 16
    return source.withUnsafeMutableBufferPointer { input in
        [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
            buffer.withMemoryRebound(to: CChar.self) { output in
                var from = input.baseAddress, to = output.baseAddress, free = room
                _ = iconv(converter, &from, &left, &to, &free)
                written = room - free
            }
        }
    }
}
