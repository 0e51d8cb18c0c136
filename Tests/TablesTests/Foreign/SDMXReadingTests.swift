import Indicators
import Testing

@testable import Tables

/// SDMX-CSV of all versions and as different publishers write it.
@Suite struct SDMXReadingTests {
    @Test func versionOneWithIds() throws {
        let reading = readTable(
            """
            DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT
            MS:DF_JOBS(1.0),A,210000,JOBS,2021,1.5,A,4
            MS:DF_JOBS(1.0),A,211100,JOBS,2021,2,P,0
            MS:DF_JOBS(1.0),A,211100,JOBS,2022,,O,

            """)
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 3/2/1/2 2021…2022")
        #expect(read.lines == ["210000 JOBS 2021 1.5e4", "211100 JOBS 2021 2 P", "211100 JOBS 2022 – O"])
        #expect(read.indicatorNames == ["JOBS=JOBS"])
        #expect(read.areaNames == ["_ALL=全部", "210000=210000", "211100=211100"])
        #expect(read.topicNames == ["all=DF_JOBS"])
    }

    @Test func versionOneWithIdsAndLabels() throws {
        let reading = readTable(
            """
            DATAFLOW,REF_AREA: Reference area,INDICATOR: Indicator,TIME_PERIOD: Time period,OBS_VALUE: \
            Value,OBS_STATUS: Status
            MS:DF(1.0): Jobs of the city,211100: Panjin,JOBS: Jobs: the new ones,2021,5,A: Normal value
            MS:DF(1.0): Jobs of the city,211100: Panjin,JOBS: Jobs: the new ones,2022,6,F: Forecast value
            """)
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 2/1/0/2 2021…2022")
        #expect(read.lines == ["211100 JOBS 2021 5", "211100 JOBS 2022 6 F"])
        #expect(read.indicatorNames == ["JOBS=Jobs: the new ones"])
        #expect(read.areaNames == ["211100=Panjin"])
        #expect(read.topicNames == ["all=Jobs of the city"])
    }

    @Test func versionTwoWithNames() throws {
        let reading = readTable(
            """
            STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference \
            area,INDICATOR,Indicator,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status
            dataflow,MS:DF(1.0),Jobs of the city,I,211100,Panjin,JOBS,New jobs,2021,,5,,A,Normal value
            dataflow,MS:DF(1.0),Jobs of the city,I,211122,"Panshan, county",JOBS,New jobs,2021,,7.50,,E,Estimated value
            """)
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 2/2/0/2 2021…2021")
        #expect(read.lines == ["211100 JOBS 2021 5", "211122 JOBS 2021 7.50 E"])
        #expect(read.indicatorNames == ["JOBS=New jobs"])
        #expect(read.areaNames == ["_ALL=全部", "211100=Panjin", "211122=Panshan, county"])
    }

    @Test func versionTwoPointOneWithManyValuesAndLanguages() throws {
        let reading = readTable(
            """
            STRUCTURE[;],STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,COMMENT[en;zh],SOURCE[]
            dataflow,MS:DF(2.0.0),M,211100,JOBS,2020,NaN,,
            dataflow,MS:DF(2.0.0),M,211100,JOBS,2021,#N/A,,
            dataflow,MS:DF(2.0.0),M,211100,JOBS,2022,1.5E+17,"en:with ""new"" towns;zh:含新城",A;B
            dataflow,MS:DF(2.0.0),D,211100,JOBS,2019,,,

            """)
        let read = try catalogue(reading, problems: ["1 deleted-rows"])
        #expect(reading.files[0].short == "tidy UTF-8 , 4/1/2/1 2020…2022")
        #expect(read.lines == ["211100 JOBS 2020 – O", "211100 JOBS 2021 – O", "211100 JOBS 2022 150000000000000000"])
        #expect(
            read.observations[2].note == LocalizedText(zh: "含新城；SOURCE: A、B", en: "with \"new\" towns; SOURCE: A, B"))
        #expect(read.observations[2].printed == "1.5E+17")
    }

    @Test(arguments: ["DATAFLOW;REF_AREA", "STRUCTURE;STRUCTURE_ID;REF_AREA", "STRUCTURE[,];STRUCTURE_ID;REF_AREA"])
    func semicolonsWithDecimalCommas(_ head: String) throws {
        let structure = head.hasPrefix("DATAFLOW") ? "MS:DF(1.0)" : "dataflow;MS:DF(1.0)"
        let reading = readTable(
            "\(head);INDICATOR;TIME_PERIOD;OBS_VALUE;TITLE\n\(structure);211100;JOBS;2021;12,4;a, "
                + "b\n\(structure);211100;JOBS;2022;-0,05;\"c;d\"\n"
        )
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 ; 2/1/0/2 2021…2022")
        #expect(read.lines == ["211100 JOBS 2021 12.4", "211100 JOBS 2022 -0.05"])
        #expect(read.observations[1].note.zh == "c;d")
    }

    @Test func asOECDWritesIt() throws {
        let reading = readTable(
            [
                "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference "
                    + "area,MEASURE,Measure,UNIT_MEASURE,Unit of measure,TIME_PERIOD,Time period,OBS_VALUE,Observation "
                    + "value,UNIT_MULT,Unit multiplier",
                "DATAFLOW,OECD.X:DSD_A@DF_B(1.0),Debt,I,IRL,Ireland,GGD,Gross debt,EUR,Euro,2011,,1.576917E+17,,,",
                "DATAFLOW,OECD.X:DSD_A@DF_B(1.0),Debt,I,ROU,Romania,GGD,Gross debt,EUR,Euro,2010,,35.394,,6,Millions",
                "DATAFLOW,OECD.X:DSD_A@DF_B(1.0),Debt,I,IRL,Ireland,GGD,Gross debt,EUR,Euro,2010,,-83.356,,0,Units",
                "",
            ].joined(separator: "\r\n"))
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 3/2/0/3 2010…2011")
        #expect(read.lines == ["IRL GGD 2011 157691700000000000", "ROU GGD 2010 35.394e6", "IRL GGD 2010 -83.356"])
        #expect(read.observations(of: "GGD", in: "IRL").map(\.period.text) == ["2011", "2010"])
        #expect(read.areaNames == ["_ALL=全部", "IRL=Ireland", "ROU=Romania"])
    }

    @Test func asEurostatWritesIt() throws {
        let reading = readTable(
            """
            DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
            ESTAT:TPS00001$DV_1(1.0),11/07/25 23:00:00,A,NR,DE,2021,83155031,p,
            ESTAT:TPS00001$DV_1(1.0),11/07/25 23:00:00,A,NR,DE,2022,:,,
            ESTAT:TPS00001$DV_1(1.0),11/07/25 23:00:00,A,NR,FR,2021,67656682,b,C
            """)
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 3/2/1/2 2021…2022")
        #expect(read.lines == ["DE t 2021 83155031 P", "DE t 2022 – O", "FR t 2021 67656682 B"])
        #expect(read.indicatorNames == ["t=TPS00001$DV_1"])
        #expect(read.observations[2].note.zh == "CONF_STATUS: C")
    }

    @Test func asTheBankForInternationalSettlementsWritesIt() throws {
        let reading = readTable(
            """
            FREQ:Frequency,REF_AREA:Reference area,UNIT_MEASURE:Unit of measure,UNIT_MULT:Unit \
            Multiplier,TIME_PERIOD:Time period or range,OBS_VALUE:Observation Value,OBS_STATUS:Observation \
            Status,TITLE:Title
            M: Monthly,CN: China,368: Per cent per annum,0: Units,2021-01,3.85,A: Normal value, A title with a blank
            M: Monthly,XM: Euro area,368: Per cent per annum,0: Units,2021-01,NaN,"M: Missing value; data cannot exist",
            Q: Quarterly,XM: Euro area,368: Per cent per annum,0: Units,2021-Q1,0.1,A: Normal value,
            """)
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 3/3/1/2 2021-01…2021-Q1")
        #expect(read.lines == ["CN M 2021-01 3.85", "XM M 2021-01 – M", "XM Q 2021-Q1 0.1"])
        #expect(read.dimensionNames == ["Frequency: M=Monthly, Q=Quarterly"])
        #expect(read.indicatorNames == ["M=Monthly [Per cent per annum]", "Q=Quarterly [Per cent per annum]"])
        #expect(read.areaNames == ["_ALL=全部", "CN=China", "XM=Euro area"])
    }

    /// SCALE says how a value is shown: it is in plain units already.
    @Test func asTheMonetaryFundWritesIt() throws {
        let reading = readTable(
            """
            STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,COMMENT
            dataflow,IMF.STA:CPI(4.0.0),R,CHN,CPI,M,2026-M08,103.25,6,"two
            lines, one field"
            dataflow,IMF.STA:CPI(4.0.0),R,CHN,CPI,M,2026-M09,103.5,6,
            """)
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 2/1/0/2 2026-M08…2026-M09")
        #expect(read.lines == ["CHN CPI 2026-M08 103.25", "CHN CPI 2026-M09 103.5"])
        #expect(read.observations[0].note.zh == "SCALE: 6；two\nlines, one field")
        #expect(read.observations[1].line == 4)
    }

    @Test func asTheCentralBankOfEuropeWritesIt() throws {
        let reading = readTable(
            """
            KEY,FREQ,CURRENCY,CURRENCY_DENOM,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TITLE
            EXR.D.USD.EUR,D,USD,EUR,2024-01-02,1.0956,A,US dollar/Euro
            EXR.D.USD.EUR,D,USD,EUR,2024-01-01,,H,US dollar/Euro
            EXR.D.JPY.EUR,D,JPY,EUR,2024-01-02,155.32,A,Yen/Euro
            """)
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 3/2/1/2 2024-01-01…2024-01-02")
        #expect(read.lines == ["_ALL USD 2024-01-02 1.0956", "_ALL USD 2024-01-01 – H", "_ALL JPY 2024-01-02 155.32"])
        #expect(read.dimensionNames == ["CURRENCY: USD=USD, JPY=JPY"])
    }

    @Test func asTheChildrensFundWritesIt() throws {
        let reading = readTable(
            """
            REF_AREA,Geographic area,INDICATOR,Indicator,SEX,Sex,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS
            ALB,Albania,CME_MRY0,Infant mortality,_T,Total,2020,8.5,PCT,AVAILABLE
            ALB,Albania,CME_MRY0,Infant mortality,F,Female,2020,7.9,PCT,Provisional value
            ALB,Albania,CME_MRM0,Neonatal mortality,_T,Total,2020,6.1,PCT,AVAILABLE
            """)
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 3/3/0/3 2020…2020")
        #expect(read.lines == ["ALB CME_MRY0._T 2020 8.5", "ALB CME_MRY0.F 2020 7.9 P", "ALB CME_MRM0._T 2020 6.1"])
        #expect(read.dimensionNames == ["Sex: _T=Total, F=Female"])
        #expect(read.topicNames == ["CME_MRM0=Neonatal mortality", "CME_MRY0=Infant mortality"])
        #expect(read.areaNames == ["ALB=Albania"])
        #expect(
            read.indicators(ofTopic: "CME_MRY0").map(\.name.zh) == ["Female", "Infant mortality"]
                || read.indicators(ofTopic: "CME_MRY0").map(\.code) == ["CME_MRY0.F", "CME_MRY0._T"])
        #expect(read.indicators.allSatisfy { $0.unit.name.zh == "%" })
    }

    /// Columns are found by name, whatever their order and letter case.
    @Test func inAnyOrder() throws {
        let reading = readTable("obs_value,time_period,ref_area,Obs_Status\n1,2021,A,P\n2,2022,A,A\n")
        let read = try catalogue(reading)
        #expect(read.lines == ["A t 2021 1 P", "A t 2022 2"])
    }

    /// What stands left of period and value makes the series; an unknown column on the right only where it must.
    @Test func unknownColumns() throws {
        let left = try catalogue(readTable("SECTOR,TIME_PERIOD,OBS_VALUE\nS1,2021,1\nS2,2021,2\n"))
        #expect(left.lines == ["_ALL S1 2021 1", "_ALL S2 2021 2"])
        let right = try catalogue(
            readTable("REF_AREA,TIME_PERIOD,OBS_VALUE,SECTOR,COLOUR\nA,2021,1,S1,red\nA,2021,2,S2,red\n"))
        #expect(right.lines == ["A S1 2021 1", "A S2 2021 2"])
        let note = try catalogue(readTable("REF_AREA,TIME_PERIOD,OBS_VALUE,COLOUR\nA,2021,1,red\nA,2022,2,blue\n"))
        #expect(note.lines == ["A t 2021 1", "A t 2022 2"])
        #expect(note.observations[1].note.zh == "COLOUR: blue")
    }

    /// Units that differ where nothing else does are a dimension.
    @Test func unitsThatDiffer() throws {
        let reading = readTable(
            "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nA,x,2021,1,PT\nA,x,2021,2,USD\n")
        let read = try catalogue(reading)
        #expect(reading.files[0].series == 2)
        #expect(read.lines == ["A x.PT 2021 1", "A x.USD 2021 2"])
    }
}
