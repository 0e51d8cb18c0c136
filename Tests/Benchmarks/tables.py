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
