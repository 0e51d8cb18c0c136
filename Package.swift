// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where MINSHENG_STRICT=1, as in CI: a newer compiler must not keep anyone from building.
let strict: [SwiftSetting] = Context.environment["MINSHENG_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : []
let strictC: [CSetting] =
    Context.environment["MINSHENG_STRICT"] == "1" ? [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])] : []

/// C code checks its stack and the bounds of its buffers.
let hardenedC: [CSetting] = [
    .unsafeFlags(["-fstack-protector-strong"]), .define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release)),
]

/// `make fuzz` sets it: what only a fuzzer builds stays out of sight otherwise.
let isFuzzed = Context.environment["MINSHENG_FUZZ"] == "1"
let fuzzed: [SwiftSetting] =
    isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])] : []
let fuzzers = isFuzzed ? ["FuzzTidy", "FuzzWide", "FuzzJSON", "FuzzCells", "FuzzBook"] : []

let package = Package(
    name: "minsheng",
    products: [.executable(name: "minsheng", targets: ["minsheng"])]
        + fuzzers.map { .executable(name: $0, targets: [$0]) },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        .target(name: "CMappedFile", cSettings: hardenedC + strictC),
        .target(name: "Indicators", swiftSettings: strict + fuzzed),
        .target(name: "Threads", swiftSettings: strict + fuzzed),
        .target(
            name: "CWorkbook", cSettings: hardenedC + strictC,
            linkerSettings: [.linkedLibrary("minizip"), .linkedLibrary("expat"), .linkedLibrary("z")]),
        .target(name: "Workbooks", dependencies: ["CWorkbook"], swiftSettings: strict + fuzzed),
        .target(
            name: "Tables", dependencies: ["Indicators", "Threads", "CMappedFile", "Workbooks"],
            swiftSettings: strict + fuzzed),
        .target(name: "Publishing", dependencies: ["Indicators", "Tables"], swiftSettings: strict),
        .target(name: "CPostgres", cSettings: hardenedC + strictC),
        .target(
            name: "Databases", dependencies: ["Indicators", "Tables", "Threads", "Publishing", "CPostgres"],
            swiftSettings: strict),
        // Tests draw a hundred thousand frames, nearly all of their time in here; every check stays in.
        .target(name: "Cells", swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        .target(name: "Wording", dependencies: ["Indicators"], swiftSettings: strict),
        .target(name: "Search", dependencies: ["Indicators"], swiftSettings: strict),
        .target(name: "Reports", dependencies: ["Indicators", "Wording", "Cells"], swiftSettings: strict),
        .target(name: "Themes", dependencies: ["Indicators", "Wording", "Cells"], swiftSettings: strict),
        .target(
            name: "Console",
            dependencies: ["Indicators", "Threads", "Wording", "Search", "Reports", "Themes", "Cells"],
            swiftSettings: strict),
        .target(name: "Kiosk", dependencies: ["Indicators", "Wording", "Themes", "Cells"], swiftSettings: strict),
        .target(name: "Linear", dependencies: ["Indicators", "Wording", "Search", "Cells"], swiftSettings: strict),
        .target(
            name: "CNcurses",
            cSettings: hardenedC + strictC,
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CursesScreen", dependencies: ["Cells", "CNcurses"], swiftSettings: strict),
        .target(name: "BundledTables", path: "Data", exclude: ["panjin-2022", "example-city"]),
        .target(
            name: "Commands",
            dependencies: [
                "Indicators", "Tables", "Threads", "Wording", "Search", "Reports", "Themes", "Console", "Kiosk",
                "Linear", "Publishing", "Databases", "Cells",
                "CursesScreen", "BundledTables",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "minsheng", dependencies: ["Commands"], swiftSettings: strict,
            // Every address is resolved at start and read-only from then on.
            linkerSettings: [
                .unsafeFlags(
                    ["-Xlinker", "-z", "-Xlinker", "relro", "-Xlinker", "-z", "-Xlinker", "now"],
                    .when(platforms: [.linux]))
            ]),
        .target(
            name: "TestSupport", dependencies: ["Indicators", "Tables", "Cells"], path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .testTarget(name: "WorkbooksTests", dependencies: ["Workbooks", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "IndicatorsTests", dependencies: ["Indicators", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "TablesTests", dependencies: ["Tables", "TestSupport"], exclude: ["Mistakes"], swiftSettings: strict),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "DatabasesTests", dependencies: ["Databases", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "CommandsTests", dependencies: ["Commands"], swiftSettings: strict),
        .testTarget(
            name: "CellsTests", dependencies: ["Cells", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Cells", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "SearchTests", dependencies: ["Search", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ConsoleTests", dependencies: ["Console", "Linear", "TestSupport"], exclude: ["Snapshots"],
            swiftSettings: strict),
        .testTarget(
            name: "KioskTests", dependencies: ["Kiosk", "TestSupport"], exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(name: "LinearTests", dependencies: ["Linear", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CursesScreenTests", dependencies: ["CursesScreen", "Themes", "TestSupport"], swiftSettings: strict
        ),
    ] + (isFuzzed ? [.target(name: "CFuzzDriver", path: "Tests/Fuzzing/CFuzzDriver")] : [])
        + fuzzers.map { name in
            .executableTarget(
                name: name, dependencies: ["Tables", "CFuzzDriver", "TestSupport"], path: "Tests/Fuzzing/\(name)",
                swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])],
                linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
        },
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
