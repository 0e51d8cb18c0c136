import Cells
import Databases

extension Refusal {
    /// Why a data base does not do what it was asked, and what to do.
    init(_ fault: DatabaseFault, at address: String) {
        let status: ExitStatus =
            switch fault {
            case .badAddress: .wrongUse
            case .noDatabase, .noGeneration: .noSuchFile
            default: .cannotGoOn
            }
        let address = address.harmless(), what = fault.message, mend = fault.mend
        self.init(
            status,
            "\(address)：\(what.zh.harmless())。\(mend.zh)。",
            "\(address): \(what.en.harmless()). To do: \(mend.en).")
    }
}
