#!/usr/bin/env python3
"""Writes the invented tables of the benchmarks, the same bytes for the same seed: tables.py FOLDER.

observations.csv: SDMX-CSV, 500 indicators of ten dataflows, 100 areas, 20 years: 1,000,000 rows, about 55 MB, a hundredth of them without a
value. names.csv: 20,000 indicators of four topics, one observation each. answer.csv: the newest observation of each indicator in AREA.
"""
import os, random, shutil, sys

INDICATORS, AREAS, YEARS, LAST = 500, 100, 20, 2025
AREA = "R042"
SUBJECTS = ("就业", "养老", "教育", "住房", "交通", "环境", "社保", "医疗", "文化", "安全")
UNITS = ("PERSONS", "CNY", "KM", "BEDS", "PERCENT")
REMARKS = ("初步数", "按常住人口计算", "口径有调整，与上年不可比", "部分县区未报", "含外来务工人员", "见\"\"说明\"\"，已核对")
WORDS = ("新增", "累计", "人均", "每千人", "城镇", "农村", "在建", "享受", "参加", "完成"), SUBJECTS, ("人数", "支出", "面积", "次数", "比重", "床位", "里程", "满意度")


def observations(folder, seed=20221231):
    """Series in a shuffled order, the years of each one after the other, as statistical warehouses export them."""
    chance = random.Random(seed)
    series = [(indicator, area) for indicator in range(INDICATORS) for area in range(AREAS)]
    chance.shuffle(series)
    answer = {}
    with open(os.path.join(folder, "observations.csv"), "w", encoding="utf-8", newline="") as file:
        file.write("DATAFLOW,REF_AREA,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT_OBS\n")
        for indicator, area in series:
            flow, code, place = indicator % len(SUBJECTS), f"M{indicator:04d}", f"R{area:03d}"
            begin = f"MIN:CITY_{flow}(1.0),{place},{code},{UNITS[indicator % len(UNITS)]},"
            level, step = 100 + chance.random() * 4000, 0.97 + chance.random() * 0.08
            rows = []
            for year in range(LAST - YEARS + 1, LAST + 1):
                level = level * step + chance.random()
                draw = chance.random()
                value = "" if draw < 0.01 else f"{level:.1f}"
                status = "M" if draw < 0.01 else "P" if year == LAST else "E" if draw < 0.05 else "A"
                remark = f'"{REMARKS[int(draw * 1e6) % len(REMARKS)]}"' if draw > 0.75 else ""
                rows.append(f"{begin}{year},{value},{status},{remark}\n")
            if place == AREA:
                answer[code] = LAST, value
            file.write("".join(rows))
    with open(os.path.join(folder, "answer.csv"), "w", encoding="utf-8") as file:
        file.writelines(f"{code},{year},{value}\n" for code, (year, value) in sorted(answer.items()))


def names(folder, count=20_000, seed=20221231):
    """Made of everyday words, so that a few letters find thousands of them and a few more some."""
    chance = random.Random(seed)
    with open(os.path.join(folder, "names.csv"), "w", encoding="utf-8", newline="") as file:
        file.write("DATAFLOW,REF_AREA,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n")
        for number in range(count):
            name = "".join(chance.choice(words) for words in WORDS)
            file.write(f"专题{number % 4 + 1},R001,{name}{number:05d},PERSONS,{LAST},{chance.randrange(1, 9_000)}\n")


def city(folder, series, months, plus=0):
    """A data set of ours with so many series of months, in the form of the town that the tests make mistakes in. plus: what every figure has more."""
    town = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../TablesTests/Mistakes/town")
    os.makedirs(folder, exist_ok=True)
    areas, count = [f"99{200 + number:04d}" for number in range(20)], series // 20

    def rows(name, kept):
        if name == "sources":
            return kept
        if name == "areas":
            return kept[:1] + [f"{area},{place + 2},区{area},D{area},区{area},D{area},district,990100,\n" for place, area in enumerate(areas)]
        if name == "topics":
            return ["employment,1,就业,Employment,就业,Jobs,ind-000,ind-001,ind-002,\n"]
        if name == "indicators":
            return [
                f"ind-{one:03d},employment,{one + 1},指标{one:03d},Ind {one:03d},指{one:03d},I{one:03d},指标{one:03d}。,Ind {one:03d}.,人,person|people,up,"
                "count,E,,,,,\n" for one in range(count)
            ]  # fmt: skip
        if name != "observations":
            return []
        lines = []
        for one in range(count):
            for place, area in enumerate(areas):
                for number in range(months):
                    year, month = divmod(2026 * 12 + 9 - number, 12)
                    value = 5000 + (one * 37 + place * 101 + number * 7) % 900 + plus
                    lines.append(f"{area},ind-{one:03d},{year}-{month + 1:02d},printed,{value},0,,exact,A,,,monthly,{year}年{month + 1}月月报,{value}人,,\n")
        return lines

    for file in os.listdir(town):
        if not file.endswith(".csv"):
            continue
        with open(os.path.join(town, file), encoding="utf-8") as kept:
            head, *others = kept.readlines()
        with open(os.path.join(folder, file), "w", encoding="utf-8", newline="") as made:
            made.writelines([head, *rows(file.removesuffix(".csv"), others)])
    shutil.copy(os.path.join(town, "datapackage.json"), folder)


FULL_TOPICS = {
    "就业": "jiu ye", "养老": "yang lao", "教育": "jiao yu", "住房": "zhu fang", "交通": "jiao tong", "环境": "huan jing", "社保": "she bao",
    "医疗": "yi liao", "文化": "wen hua", "安全": "an quan",
}  # fmt: skip


def full_city(folder, indicators=1_000, areas=100):
    """A city in full without its figures: ten topics, targets of one indicator in every area. The rows of observations are for a data base to make."""
    town = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../TablesTests/Mistakes/town")
    os.makedirs(folder, exist_ok=True)
    codes = [f"99{place:04d}" for place in range(areas)]
    topics, each = list(FULL_TOPICS), -(-indicators // len(FULL_TOPICS))
    made = {
        "topics": [
            f"topic-{place},{place + 1},{name},Topic {place},{name},T{place},ind-{place * each:04d},ind-{place * each + 1:04d},ind-{place * each + 2:04d}\n"
            for place, name in enumerate(topics)
        ],
        "indicators": [
            f"ind-{one:04d},topic-{one // each},{one % each + 1},{topics[one // each]}指标{one:04d},Indicator {one:04d},指标{one:04d},I{one:04d},指标{one:04d}。,"
            f"Indicator {one:04d}.,人,person|people,up,count,E,{FULL_TOPICS[topics[one // each]]} zhi biao,,,,\n"
            for one in range(indicators)
        ],
        "areas": [f"{codes[0]},1,示例市,Example City,全市,City,city,,\n"]
        + [f"{code},{place + 2},第{place + 1}区,District {place + 1},第{place + 1}区,D{place + 1},district,{codes[0]},\n" for place, code in enumerate(codes[1:])],
        "observations": [f"{codes[0]},ind-0000,2017-01,printed,5000,0,,exact,A,,,monthly,2017年1月月报,5000人,,\n"],
        "targets": [f"{code},ind-0000,2026,5400,0,exact,,work-report,第1段,5400人,,\n" for code in codes],
    }  # fmt: skip
    for file in os.listdir(town):
        if not file.endswith(".csv"):
            continue
        name = file.removesuffix(".csv")
        with open(os.path.join(town, file), encoding="utf-8") as kept:
            head, *others = kept.readlines()
        with open(os.path.join(folder, file), "w", encoding="utf-8", newline="") as table:
            table.writelines([head, *made.get(name, others if name == "sources" else [])])
    shutil.copy(os.path.join(town, "datapackage.json"), folder)
    package = os.path.join(folder, "datapackage.json")
    with open(package, encoding="utf-8") as file:
        text = file.read()
    with open(package, "w", encoding="utf-8") as file:
        file.write(text.replace("990100", codes[0]))


def full_rows(indicators=1_000, areas=100, months=120):
    """The statement that makes the figures of a city in full: every indicator in every area in every month up to December 2026."""
    value = "5000 + (i * 37 + a * 101 + m * 7) % 900"
    return f"""SET synchronous_commit = off;
        TRUNCATE minsheng.observations_rows;
        INSERT INTO minsheng.observations_rows (valid_from, row_order, "REF_AREA", "INDICATOR", "TIME_PERIOD", "PERIOD_BASIS",
          "OBS_VALUE", "UNIT_MULT", "QUALIFIER", "OBS_STATUS", "SOURCE", "PLACE", "PRINTED")
        SELECT 1, (i * {areas} + a) * {months} + m, '99' || lpad(a::text, 4, '0'), 'ind-' || lpad(i::text, 4, '0'),
          to_char(date '2027-01-01' - make_interval(months => {months} - m), 'YYYY-MM'), 'printed', ({value})::text,
          '0', 'exact', 'A', 'monthly', '月报', ({value})::text || '人'
        FROM generate_series(0, {indicators - 1}) i, generate_series(0, {areas - 1}) a, generate_series(0, {months - 1}) m;"""


def write(folder):
    """Once for all: what this very program has written in whole is left as it is."""
    sign = os.path.join(folder, "written-by")
    with open(__file__, encoding="utf-8") as file:
        wanted = file.read()
    if os.path.exists(sign):
        with open(sign, encoding="utf-8") as file:
            if file.read() == wanted:
                return
        os.remove(sign)
    os.makedirs(folder, exist_ok=True)
    observations(folder)
    names(folder)
    for series, months in ((2_000, 100), (200, 1_000)):
        for side, plus in (("old", 0), ("new", 7)):
            city(os.path.join(folder, f"city-{months}-{side}"), series, months, plus)
    with open(sign, "w", encoding="utf-8") as file:
        file.write(wanted)


if __name__ == "__main__":
    write(sys.argv[1])
