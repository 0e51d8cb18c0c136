import Indicators
import Testing

@testable import Tables

/// Numbers, flags and encodings: no figure off by a power of ten, no name made of other characters.
@Suite struct FieldNumberTests {
    @Test(arguments: [
        FieldShape(
            "a decimal comma that one cell proves",
            "country;year;index;people\nEast;1960;41,125;7400100\nEast;1965;42,5;7500200\n",
            [
                "East index 1960 41.125", "East people 1960 7400100", "East index 1965 42.5",
                """
                East people 1965 7500200
                """,
            ]),
        FieldShape(
            "a decimal comma that a leading zero proves", "Region;2018;2019\nEast;1,455;1,375\nWest;0,655;0,701\n",
            ["East t 2018 1.455", "East t 2019 1.375", "West t 2018 0.655", "West t 2019 0.701"]),
        FieldShape(
            "points between thousands", "Area;Year;Value\nOst;2018;2.004.310\nOst;2019;997.620\nWest;2018;94.870\n",
            ["Ost t 2018 2004310", "Ost t 2019 997620", "West t 2018 94870"]),
        FieldShape(
            "points that may be either", "Area;Year;Value\nOst;2018;4.310\nOst;2019;4.620\nWest;2018;3.870\n",
            ["Ost t 2018 4.310 U", "Ost t 2019 4.620 U", "West t 2018 3.870 U"],
            problems: [
                """
                2:10 number-doubt 4.310
                """
            ]),
        FieldShape(
            "blanks between thousands", "Country;2018;2019\nEast;1 161;1 290\nWest;952;2 004\n",
            ["East t 2018 1161", "East t 2019 1290", "West t 2018 952", "West t 2019 2004"]),
        FieldShape(
            "a single point is no value", "DATE,RATE\n2011-02-01,.\n2011-02-04,0.75\n2011-02-05,0.5\n",
            ["_ALL RATE 2011-02-01 – O", "_ALL RATE 2011-02-04 0.75", "_ALL RATE 2011-02-05 0.5"]),
        FieldShape(
            "signs of suppression",
            """
            Area,Year,Value
            East,2018,<7
            East,2019,8
            West,2018,>90
            West,2019,[c]
            South,2018,[x]
            South,2019,**
            Up,2018,14.5 [p]
            Up,2019,15.5*

            """,
            [
                "East t 2018 7 approx_below", "East t 2019 8", "West t 2018 90 approx_above", "West t 2019 – Q",
                "South t 2018 – O",
                "South t 2019 – O", "Up t 2018 14.5 P", "Up t 2019 15.5",
            ]),
        FieldShape(
            "flags of Eurostat",
            """
            freq,unit,geo\\TIME_PERIOD\t2018 \t2019 \t2020 
            A,NR,EE1\t41000 \t42000 e\t43000 p
            A,NR,WW1\t35000 b\t: \t: c

            """,
            [
                "EE1 t 2018 41000", "EE1 t 2019 42000 E", "EE1 t 2020 43000 P",
                """
                WW1 t 2018 35000 B
                """, "WW1 t 2019 – O",
                "WW1 t 2020 – Q",
            ]),
        FieldShape(
            "one dimension of Eurostat", "geo\\time\t2018 \t2019 \nEE1\t41000 \t42000 bp\nWW1\t35000 u\t: \n",
            ["EE1 t 2018 41000", "EE1 t 2019 42000 P", "WW1 t 2018 35000 U", "WW1 t 2019 – O"],
            areas: ["EE1=EE1", "WW1=WW1"]),
        FieldShape(
            "thousands in a Western city",
            bytes: transcoded(
                """
                Jahr;Bäder;Plätze;Gäste je Kopf
                1990;21;8.310;3,5
                1991;22;8.415;3,25

                """, to: "CP1252"),
            [
                "_ALL Bäder 1990 21", "_ALL Plätze 1990 8310", "_ALL Gäste je Kopf 1990 3.5", "_ALL Bäder 1991 22",
                "_ALL Plätze 1991 8415", "_ALL Gäste je Kopf 1991 3.25",
            ], problems: ["- other-encoding"]),
    ])
    func numbers(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "Western letters",
            bytes: transcoded(
                "Country;2018;2019\nHauteville;1,5;1,9\nSão Bento ;3,5;3,25\nCôte Nord;7,5;7,25\n", to: "CP1252"),
            [
                "Hauteville t 2018 1.5", "Hauteville t 2019 1.9", "São Bento t 2018 3.5", "São Bento t 2019 3.25",
                "Côte Nord t 2018 7.5", "Côte Nord t 2019 7.25",
            ], problems: ["- other-encoding"]),
        FieldShape(
            "traditional Chinese", bytes: transcoded("區別,2018,2019\n大安區,1410,1399\n文山區,1150,1170\n", to: "BIG5"),
            [
                "大安區 t 2018 1410", "大安區 t 2019 1399", "文山區 t 2018 1150",
                """
                文山區 t 2019 1170
                """,
            ], problems: ["- other-encoding"]
        ),
        FieldShape(
            "Japanese", bytes: transcoded("地域,2018年,2019年\n南市,141,142\n西ノ町,97,99\n", to: "CP932"),
            ["南市 t 2018 141", "南市 t 2019 142", "西ノ町 t 2018 97", "西ノ町 t 2019 99"], problems: ["- other-encoding"]),
        FieldShape(
            "Korean", bytes: transcoded("지역,2018,2019\n남부,141,142\n서부,97,99\n", to: "CP949"),
            ["남부 t 2018 141", "남부 t 2019 142", "서부 t 2018 97", "서부 t 2019 99"], problems: ["- other-encoding"]),
        FieldShape(
            "Chinese", bytes: inGB18030("县区,2018年\n东乡,141\n西乡,97\n"), ["东乡 t 2018 141", "西乡 t 2018 97"],
            problems: ["- other-encoding"]),
    ])
    func encodings(_ shape: FieldShape) { shape.check() }
}
