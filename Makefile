# make run   builds and opens the dashboard
# make test  builds and runs every test
# make help  the rest

# The release is one file that runs on any Linux with the C library: the Swift runtime, ncurses, minizip, expat, zlib and libstdc++ are inside it. The linker finds
# their archives through scripts/static-libraries. 50,000 addresses are relocated at each start: packed, they take 10 KB of the file instead of
# 1.2 MB (glibc 2.36, which the program needs anyway). `swift build -c release` without these options makes a program that needs the shared libraries.
ONE_FILE = --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld \
	-Xswiftc -Xclang-linker -Xswiftc -static-libgcc -Xlinker -L$(CURDIR)/scripts/static-libraries -Xlinker -z -Xlinker pack-relative-relocs

BUILD = swift build -c release $(ONE_FILE)
BINARY = .build/release/minsheng

.PHONY: help run build test record fresh generate format lint bench bench-database kills monkey soak soak-console soak-kiosk fuzz validate \
	check-release clean tools test-python

help:
	@echo 'make run         build and open the dashboard'
	@echo 'make test        build and run every test'
	@echo 'make build       build the release: $(BINARY), one file that runs anywhere'
	@echo 'make bench       start, keys, bytes, idling, memory and a million rows beside a minimal C program, btop, polars and duckdb (PyPI; needs a quiet machine)'
	@echo 'make bench-database  PostgreSQL as a source: starts, sizes, 200 idle screens, readers during 1,000 publications, 12,000,000 rows (needs postgresql, 5 GB of disk)'
	@echo 'make kills       publishing, rollback, approval and answers to a survey killed at every one of their system calls (make test: at those that change files, a sample of others)'
	@echo 'make monkey      20,000 random keys, presses and sizes (make test: 1,200); 20 random walks in each of seven kinds of terminal (make test: 1)'
	@echo 'make check-release  whether the release is hardened and one file that runs anywhere'
	@echo 'make soak        an hour of random use of the console (SOAK_SECONDS=3600), 30 simulated days of a kiosk and 100,000 random touches in it'
	@echo 'make fuzz        feed every reader of tables damaged input, FUZZ_SECONDS=600 each'
	@echo 'make validate    check the tables with the Frictionless framework (needs PyPI)'
	@echo 'make format      write Swift sources in the form of .swift-format; make lint says where they are not'
	@echo 'make record      write the recorded screens and the pictures of README.md and docs/tour.md anew'
	@echo 'make generate    write every generated file anew; make fresh says which of them are not up to date'

run: build
	@$(BINARY)

build: tools
	$(BUILD) --product minsheng

test: tools test-python
	swift build --build-tests
	swift test --skip-build
	python3 Tests/EndToEnd/run.py .build/debug/minsheng

# The tests fail where a picture in README.md or docs/tour.md changes, so their status says nothing here.
record: tools
	swift build --build-tests
	rm -f Tests/*/Snapshots/*.txt
	-RECORD_SNAPSHOTS=1 swift test --skip-build --filter 'ConsoleTests|KioskTests'
	git status --short Tests/*/Snapshots README.md docs/tour.md
	@echo 'Recorded. Read git diff, then run make test: it compares with what was recorded.'

bench: build test-python
	cc -O2 -o .build/floor Tests/Benchmarks/floor.c -lncursesw -ltinfo
	python3 Tests/Benchmarks/bench.py .build/floor $(BINARY) .build/bench

bench-database: build
	python3 Tests/Benchmarks/database.py $(BINARY)

kills: build test-python
	KILL_AT_EVERY_CALL=1 python3 Tests/EndToEnd/run.py $(BINARY) -k killed_at_its_calls

monkey: tools test-python
	swift build --build-tests
	MONKEY_STEPS=10000 swift test --skip-build --filter anyKeysAndPressesAtAnySize
	python3 Tests/EndToEnd/walks.py .build/debug/minsheng --walks 20

soak: soak-console soak-kiosk

SOAK_SECONDS = 3600
soak-console: build test-python
	scripts/soak-console $(BINARY) --seconds $(SOAK_SECONDS)

soak-kiosk: build
	scripts/soak-kiosk $(BINARY)
	swift build --build-tests
	KIOSK_STEPS=100000 swift test --skip-build --filter KioskWalkTests

# What is found lies in .build/findings; it becomes a test, then is mended.
FUZZ_SECONDS = 600
FUZZ = MINSHENG_FUZZ=1 swift build -c release --scratch-path .build/fuzz --product
fuzz: tools
	MINSHENG_SEEDS=$(CURDIR)/.build/seeds swift test --filter TablesTests
	mkdir -p .build/findings .build/corpus/FuzzTidy .build/corpus/FuzzWide .build/corpus/FuzzJSON .build/corpus/FuzzCells .build/corpus/FuzzBook
	for one in FuzzTidy/tables FuzzWide/tables FuzzJSON/descriptions FuzzCells/cells FuzzBook/books; do \
		name=$${one%/*}; $(FUZZ) $$name && SWIFT_BACKTRACE=enable=no .build/fuzz/release/$$name -max_total_time=$(FUZZ_SECONDS) -timeout=20 -rss_limit_mb=1024 \
			-artifact_prefix=.build/findings/$$name- .build/corpus/$$name .build/seeds/$${one#*/} || exit 1; \
	done

# What the build needs from the system; with sudo where that is needed, and only what is missing.
tools:
	@./scripts/install-tools

# The terminal emulator pyte, and openpyxl, which writes workbooks.
test-python: tools
	@./scripts/test-python

check-release: build
	python3 Tests/EndToEnd/release.py $(BINARY)

validate:
	@./scripts/validate-tables

SWIFT_FILES = Package.swift Sources Tests
format:
	swift format --in-place --recursive $(SWIFT_FILES)

# In these targets every public declaration has a doc comment.
DOCUMENTED = Sources/Cells Sources/Console Sources/CursesScreen Sources/Databases Sources/Indicators Sources/Kiosk Sources/Linear \
	Sources/Publishing Sources/Reports Sources/Search Sources/Tables Sources/Themes Sources/Threads Sources/Wording \
	Sources/Workbooks
# swift-format breaks no string and no comment, so the width of lines is looked at beside it; so are the lengths of files and functions.
lint:
	swift format lint --strict --recursive $(SWIFT_FILES)
	swift format lint --strict --recursive $(DOCUMENTED) --configuration \
		"$$(sed 's/"AllPublicDeclarationsHaveDocumentation": false/"AllPublicDeclarationsHaveDocumentation": true/' .swift-format)"
	@! LC_ALL=C.UTF-8 grep -rnE '^.{121,}' --include='*.swift' $(SWIFT_FILES) || { echo 'lines above are wider than 120 columns' >&2; exit 1; }
	@scripts/check-lengths Sources Tests

# Each file goes to a new one first: a generator that fails must not leave an empty file.
define renew
$(1) > .build/renewed && mv .build/renewed '$(2)'

endef
generate:
	swift build --product minsheng
	$(call renew,.build/debug/minsheng keys,docs/keys.md)
	$(call renew,scripts/make-width-ranges,Sources/Cells/WidthRanges+Generated.swift)
	$(call renew,scripts/make-pinyin-table,Sources/Search/PinyinTable+Generated.swift)
	scripts/make-example-city

fresh:
	swift build --product minsheng
	scripts/check-fresh .build/debug/minsheng

clean:
	rm -rf .build
