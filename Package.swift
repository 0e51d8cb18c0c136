// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    // The types of collections are found by their parts and not by reading their names, which looks through all conformances of the program
    // at start: a third of a millisecond.
    .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
    // Each function can be put where the linker is told to.
    .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
]

/// `make fuzz` sets it: what only a fuzzer builds stays out of sight otherwise.
let isFuzzed = Context.environment["MINSHENG_FUZZ"] == "1"
let fuzzers = isFuzzed ? ["FuzzTidy", "FuzzWide", "FuzzJSON", "FuzzCells"] : []

/// Where the linker, gold, puts the functions that a start needs (`make order` writes the file and asks for the map): beside each other, for
/// each stretch of 64 KiB that is touched costs a page fault, and there were a hundred.
#if arch(x86_64)
let order = ["-use-ld=gold", "-Xlinker", "--section-ordering-file=\(Context.packageDirectory)/scripts/section-order"]
    + (Context.environment["MINSHENG_MAP"].map { ["-Xlinker", "-Map=\($0)"] } ?? [])
#else
let order: [String] = []
#endif

let package = Package(
    name: "minsheng",
    products: [.executable(name: "minsheng", targets: ["minsheng"])] + fuzzers.map { .executable(name: $0, targets: [$0]) },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        .target(
            name: "CMappedFile", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"], .when(configuration: .debug))]),
        .target(
            name: "Indicators", dependencies: ["CMappedFile"],
            swiftSettings: strict + (isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])] : [])),
        .target(name: "Publishing", dependencies: ["Indicators"], swiftSettings: strict),
        // Tests draw a hundred thousand frames, nearly all of their time in here; every check stays in.
        .target(name: "Cells", swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        .target(name: "Dashboard", dependencies: ["Indicators", "Cells"], swiftSettings: strict),
        .target(
            name: "CNcurses",
            cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"], .when(configuration: .debug))],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CursesScreen", dependencies: ["Cells", "CNcurses"], swiftSettings: strict),
        .target(name: "BundledTables", path: "Data", exclude: ["panjin-2022", "example-city"]),
        .executableTarget(
            name: "minsheng",
            dependencies: [
                "Dashboard", "Publishing", "CursesScreen", "BundledTables",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict,
            // At a fixed address nothing of the static runtime has to be relocated at start, and libraries inside the program are neither
            // looked for nor joined to it: two milliseconds and two mebibytes.
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-Xclang-linker", "-no-pie", "-Xclang-linker", "-static-libgcc", "-Xlinker", "--no-export-dynamic",
                        "-L", "\(Context.packageDirectory)/scripts/static-libraries",
                    ] + order, .when(platforms: [.linux], configuration: .release))
            ]),
        .target(name: "TestSupport", dependencies: ["Indicators", "Cells"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "IndicatorsTests", dependencies: ["Indicators", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CellsTests", dependencies: ["Cells", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "DashboardTests", dependencies: ["Dashboard", "TestSupport"],
            exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(name: "CursesScreenTests", dependencies: ["CursesScreen", "Dashboard", "TestSupport"], swiftSettings: strict),
    ] + (isFuzzed ? [.target(name: "CFuzzDriver", path: "Tests/Fuzzing/CFuzzDriver")] : []) + fuzzers.map { name in
        .executableTarget(
            name: name, dependencies: ["Indicators", "CFuzzDriver"], path: "Tests/Fuzzing/\(name)",
            swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])], linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
    },
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
