import Indicators

import Glibc

/// Finds folders on network file systems, whose changes are not notified (inotify(7), "Limitations and caveats").
enum NetworkMount {
    private static let kinds: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "gfs2", "ocfs2", "glusterfs", "lustre", "virtiofs",
        "vboxsf", "davfs",
    ]

    /// Whether the path is on a network file system; false where that is not known.
    static func holds(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return kind(device: UInt(status.st_dev), mounts: mounts()).map(isRemote) ?? false
    }

    private static func isRemote(_ kind: Substring) -> Bool { kinds.contains(String(kind)) || kind.hasPrefix("fuse") }

    /// The type of the file system with a device number, from a list in the form of /proc/self/mountinfo (proc(5)).
    static func kind(device: UInt, mounts: String) -> Substring? {
        let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF), minor = (device & 0xFF) | (device >> 12 & ~0xFF)
        let wanted = "\(major):\(minor & 0xFFFF_FFFF)"
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2, fields[2] == wanted, let mark = fields.firstIndex(of: "-"), mark + 1 < fields.count
            else { continue }
            return fields[mark + 1]
        }
        return nil
    }

    private static func mounts() -> String {
        String(decoding: Files.contents(of: "/proc/self/mountinfo", atMost: 1 << 20) ?? [], as: UTF8.self)
    }
}
