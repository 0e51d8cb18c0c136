import Glibc

/// Tells the service manager how the kiosk is, by the protocol of sd_notify(3): one datagram each to `$NOTIFY_SOCKET`.
/// Without that variable nothing is sent.
struct ServiceManager {
    private let socketName: String?
    /// How often it wants to hear of the kiosk, in milliseconds: half of what it waits; nil where it does not.
    let interval: Int?

    init() {
        func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        let name = variable("NOTIFY_SOCKET") ?? ""
        socketName = name.hasPrefix("/") || name.hasPrefix("@") ? name : nil
        // The variable may be meant for another process of the same service.
        let isMeant = variable("WATCHDOG_PID").map { $0 == "\(getpid())" } ?? true
        let limit = variable("WATCHDOG_USEC").flatMap { Int($0) } ?? 0
        interval = socketName != nil && isMeant && limit > 0 ? max(1, limit / 2_000) : nil
    }

    func send(_ state: String) {
        guard let socketName else { return }
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var path = Array(socketName.utf8)
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        // An abstract name begins with a zero byte, written @.
        if path[0] == UInt8(ascii: "@") { path[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count + (path[0] == 0 ? 0 : 1))
        let bytes = Array(state.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
