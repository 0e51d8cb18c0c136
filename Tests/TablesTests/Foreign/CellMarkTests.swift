import Indicators
import Testing

@testable import Tables

/// Marks beside figures, headings and names: statuses, footnotes, arrows, and advice on what is not read.
@Suite struct CellMarkTests {
    @Test(arguments: [
        FieldShape(
            "statuses in headings",
            "指标,2022年(最终核实),2023年(初步核算),2024年(预计),2025年(计划)\n生产总值(亿元),290.1,312.4,330,350\n",
            [
                "_ALL 生产总值 2022 290.1", "_ALL 生产总值 2023 312.4 P", "_ALL 生产总值 2024 330 F",
                "_ALL 生产总值 · 计划 2025 350",
            ], indicators: ["生产总值=生产总值 [亿元]", "生产总值 · 计划=生产总值 · 计划 [亿元]"]),
        FieldShape(
            "plans in brackets", "指标,2022年实际(万元),2023年预算(万元),2023年(预算数)\n收入,1,2,3\n",
            ["_ALL 收入 · 实际 2022 1", "_ALL 收入 · 预算 2023 2", "_ALL 收入 · 预算数 2023 3"]),
        FieldShape(
            "statuses in English headings", "Item,2022,2023 (proj.),2024 est.\nJobs,1,2,3\n",
            ["_ALL Jobs 2022 1", "_ALL Jobs 2023 2 F", "_ALL Jobs 2024 3 E"]),
        FieldShape(
            "statuses in a column of years", "年份,人口(万人)\n2022年,12\n2023年(初步),13\n2024年（预计）,14\n",
            ["_ALL 人口 2022 12", "_ALL 人口 2023 13 P", "_ALL 人口 2024 14 F"]),
        FieldShape(
            "a column of statuses",
            "地区,年份,人口(万人),数据状态\n甲区,2021,12.3,终审\n甲区,2022,12.4,初步\n甲区,2023,12.5,预测\n甲区,2024,12.6,计划\n甲区,2025,12.7,快报数\n",
            [
                "甲区 人口 2021 12.3", "甲区 人口 2022 12.4 P", "甲区 人口 2023 12.5 F", "甲区 人口 2024 12.6 F",
                "甲区 人口 2025 12.7 P",
            ]),
        FieldShape(
            "a status that is not known", "地区,年份,人口(万人),数据状态\n甲区,2021,12.3,待查\n甲区,2022,12.4,待查\n甲区,2023,12.5,初步\n",
            ["甲区 人口 2021 12.3", "甲区 人口 2022 12.4", "甲区 人口 2023 12.5 P"], problems: ["2:14 unknown-status 待查"]),
        FieldShape(
            "a status in a cell", "指标,2022年,2023年\n就业,12,13人(快报)\n床位,5,6（预计）\n",
            ["_ALL 就业 2022 12", "_ALL 就业 2023 13 P", "_ALL 床位 2022 5", "_ALL 床位 2023 6 F"]),
        FieldShape(
            "a confidential value",
            "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\nA,X,2021,,,C\nA,X,2022,5,,C\n"
                + "A,X,2023,,,F\n",
            ["A X 2021 – Q", "A X 2022 5", "A X 2023 – O"]),
    ])
    func statuses(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "raised digits", "地区,2021¹,2022²\n甲区¹,1200,1300²\n乙区,22⁴⁵,12.3₁\n甲区,5,6\n",
            ["甲区 t 2021 1200", "甲区 t 2022 1300", "乙区 t 2021 22", "乙区 t 2022 12.3"],
            areas: ["甲区=甲区", "乙区=乙区"],
            problems: ["4:4 repeated-key 5", "4:6 repeated-key 6"]),
        FieldShape(
            "one figure a row", "地区,年份,数值,备注\n甲区¹,2022,5,初步\n甲区,2023,6,\n", ["甲区 t 2022 5", "甲区 t 2023 6"]),
        FieldShape(
            "brackets", "地区,2021,2022\n甲区,1200[1],1300\n乙区,2200,2300[a]\n",
            ["甲区 t 2021 1200", "甲区 t 2022 1300", "乙区 t 2021 2200", "乙区 t 2022 2300"]),
        FieldShape(
            "names that end in digits", "年份,面积(km²),CO₂,PM₂.₅\n2021,1,2,3\n2022,4,5,6\n",
            [
                "_ALL 面积 2021 1", "_ALL 面积 2022 4", "_ALL CO₂ 2021 2", "_ALL CO₂ 2022 5", "_ALL PM₂.₅ 2021 3",
                "_ALL PM₂.₅ 2022 6",
            ], indicators: ["面积=面积 [km²]", "CO₂=CO₂", "PM₂.₅=PM₂.₅"]),
    ])
    func footnotes(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "powers of ten", "指标,2022年,2023年\n投资(元),1.2×10^8,1.3×10⁸\n人数,12*10^4,13x10^4\n",
            ["_ALL 投资 2022 120000000", "_ALL 投资 2023 130000000", "_ALL 人数 2022 120000", "_ALL 人数 2023 130000"]),
        FieldShape(
            "bounds", "指标,2022年,2023年\n人数,不低于3200,不超过5000\n比率(%),5.5以内,90及以上\n",
            [
                "_ALL 人数 2022 3200 approx_above", "_ALL 人数 2023 5000 approx_below", "_ALL 比率 2022 5.5 approx_below",
                "_ALL 比率 2023 90 approx_above",
            ]),
        FieldShape(
            "arrows of a growth", "指标,2022年,2023年\n增长,↑5.1,↓3.2\n人数,12,↑13\n降幅,▼2.1,1.5\n",
            ["_ALL 增长 2022 5.1", "_ALL 增长 2023 -3.2", "_ALL 人数 2022 12", "_ALL 降幅 2023 1.5"],
            problems: ["3:7 value-not-a-number ↑13", "4:4 value-not-a-number ▼2.1"]),
        FieldShape(
            "triangles", "指标,2022年,2023年\n增长,▲5.1,▼3.2\n利润,△12,▲13\n差,－3,2\n",
            ["_ALL 增长 2023 -3.2", "_ALL 差 2022 -3", "_ALL 差 2023 2"],
            problems: ["2:4 value-not-a-number ▲5.1", "3:4 value-not-a-number △12", "3:8 value-not-a-number ▲13"]),
        FieldShape(
            "brackets of accounts", "项目,2022年,2023年\n收入,1200,1300\n结余,(120),（130）\n",
            ["_ALL 收入 2022 1200", "_ALL 收入 2023 1300"],
            problems: ["3:4 value-not-a-number (120)", "3:10 value-not-a-number （130）"]),
        FieldShape(
            "words for up and down", "指标,2022年,2023年\n降幅,下降2.1,下降3.1\n增幅,增长2.1%,提高1.1个百分点\n", [],
            problems: [
                "2:4 value-not-a-number 下降2.1", "2:10 value-not-a-number 下降3.1", "3:4 value-not-a-number 增长2.1%",
                "3:11 value-not-a-number 提高1.1个百分点",
            ]),
        FieldShape(
            "nothing but brackets", "项目,2022年,2023年\n结余,(120),（130）\n", [],
            problems: ["2:4 value-not-a-number (120)", "2:10 value-not-a-number （130）"]),
    ])
    func signs(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        ("提高1.1个百分点", "百分点与 % 不是一个单位"), ("3月5日", "改成了日期"), ("123-", "负号写在前面"), ("(120)", "括号表示负数"),
        ("▲5.1", "三角和箭头"), ("增长2.1%", "升降写成正负号"), ("持平", "升降写成正负号"), ("1/3", "写成小数"), ("1:2", "写成小数"),
        ("½", "写成小数"), ("十二万", "阿拉伯数字"), ("l2", "字母(l、O)"), ("12,34", "千位逗号"), ("50-40", "区间写成"),
        ("130 注1", "只写数"), ("1300(2)", "只写数"), ("1..2", "只写数字和小数点"),
    ])
    func advice(_ cell: String, _ part: String) {
        guard case .unreadable = CellNumber.read(cell) else {
            Issue.record("\(cell) is read")
            return
        }
        let advice = CellNumber.advice(on: cell)
        #expect(advice.zh.contains(part), "\(cell): \(advice.zh)")
    }
}
