import Indicators

/// Weighs the encodings that a text without a mark can be in by how plausible each makes it.
enum EncodingGuess {
    static let candidates: [TextEncoding] = [.gb18030, .windows1252, .big5, .shiftJIS, .cp949]

    /// The most plausible encoding of bytes that are not UTF-8. GB18030 is preferred where nothing speaks against it.
    static func best(_ bytes: UnsafeRawBufferPointer) -> TextEncoding {
        let sample = sample(bytes)
        let scored = candidates.map { (encoding: $0, score: score(sample, $0)) }
        let national = scored[0].score
        let best = scored.dropFirst().max { $0.score < $1.score }
        guard let best, best.score > national + 0.4, best.score > 0.5 else { return .gb18030 }
        return best.encoding
    }

    /// The first lines that are not ASCII.
    static func sample(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var sample: [UInt8] = [], lineStart = 0, isForeign = false
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= 0x80 { isForeign = true }
            guard byte == 0x0A || byte == 0x0D || index == bytes.count - 1 else { continue }
            if isForeign { sample.append(contentsOf: bytes[lineStart...index]) }
            if sample.count > 16 << 10 { break }
            (lineStart, isForeign) = (index + 1, false)
        }
        return sample
    }

    /// From about 1 for text of the language to below 0 for nonsense.
    private static func score(_ sample: [UInt8], _ encoding: TextEncoding) -> Double {
        guard let (scalars, faults) = Transcoding.lenient(sample, from: encoding) else { return -1 }
        let foreign = scalars.indices.filter { scalars[$0].value >= 0x80 }
        guard !foreign.isEmpty else { return -1 }
        var sum = -3 * Double(faults)
        for place in foreign { sum += weight(scalars, place, encoding) }
        return sum / Double(foreign.count + faults)
    }

    private static func isLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard scalars.indices.contains(index) else { return false }
        let value = scalars[index].value
        return (0x41...0x5A).contains(value & 0xFFDF)
    }

    private static func isWestern(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        scalars.indices.contains(index) && (0xC0...0x17F).contains(scalars[index].value)
    }

    private static func weight(_ scalars: [Unicode.Scalar], _ index: Int, _ encoding: TextEncoding) -> Double {
        let scalar = scalars[index], value = scalar.value
        if encoding == .windows1252 {
            guard isWestern(scalars, index), value != 0xD7, value != 0xF7 else {
                return ["°", "²", "³", "€", "–", "’", "“", "”", "%", "µ", "£", "ª", "º", "«", "»"].contains(scalar)
                    ? 0.5 : -0.8
            }
            // A letter with an accent stands among others without one.
            if isWestern(scalars, index - 1) || isWestern(scalars, index + 1) { return -0.8 }
            return isLetter(scalars, index - 1) || isLetter(scalars, index + 1) ? 1.5 : -0.3
        }
        if (0xE000...0xF8FF).contains(value) || (0xF0000...0x10FFFF).contains(value) { return -3 }
        if (0x3000...0x3020).contains(value) || (0xFF01...0xFF5E).contains(value) { return 0.4 }
        // Ideographs within a Latin word are bytes of its letters.
        if isLetter(scalars, index - 1) && isLetter(scalars, index + 1) { return -1.5 }
        if (0xFF61...0xFF9F).contains(value) { return -0.6 }
        if (0x3041...0x30FE).contains(value) { return encoding == .shiftJIS ? 1.2 : -0.8 }
        if (0xAC00...0xD7A3).contains(value) { return korean.contains(scalar) ? 1.6 : 0.3 }
        let isFrequent: Bool
        switch encoding {
        case .gb18030: isFrequent = simplified.contains(scalar)
        case .big5: isFrequent = traditional.contains(scalar)
        case .shiftJIS: isFrequent = japanese.contains(scalar)
        default: isFrequent = false
        }
        if isFrequent { return 1.6 }
        guard (0x4E00...0x9FA5).contains(value) else { return -0.3 }
        return encoding == .cp949 ? -0.5 : isUsual(scalar, encoding) ? 0.4 : -0.8
    }

    /// Whether a character is among the frequent ones of the encoding's own first level.
    private static func isUsual(_ scalar: Unicode.Scalar, _ encoding: TextEncoding) -> Bool {
        guard let bytes = Transcoding.bytes(of: scalar, in: encoding), bytes.count == 2 else { return false }
        switch encoding {
        case .gb18030: return (0xB0...0xD7).contains(bytes[0]) && bytes[1] >= 0xA1
        case .big5: return (0xA4...0xC6).contains(bytes[0])
        case .shiftJIS: return (0x88...0x97).contains(bytes[0])
        default: return false
        }
    }

    private static func set(_ text: String) -> Set<Unicode.Scalar> { Set(text.unicodeScalars) }

    /// Characters that tables are full of.
    private static let simplified = set(
        "年月日地区市县省人口数单位指标名称值时间合计总全国的万亿元公里平方米个户岁男女农业工生产产增长率比上同期累计城镇乡村居民收入支出就业保障医疗卫生机构床学校教育"
            + "社会统计局数据来源资料注说明项目类别一二三四五六七八九十百千北京天津河山西辽宁吉林黑龙江苏浙安徽福建南东湖广海重庆川贵州云陕甘肃青夏新疆内蒙古藏台湾香港澳门"
            + "沈阳大连鞍抚顺本溪丹锦营口阜盘朝葫芦岛街道养老服务投资财政预算建设用水电气热力车路桥住房保险费用量均价格消费品零售额进出口外贸环境质量空气优良天")
    private static let traditional = set(
        "年月日地區市縣省人口數單位指標名稱值時間合計總全國的萬億元公里平方米個戶歲男女農業工生產增長率比上同期累計城鎮鄉村居民收入支出就業保障醫療衛生機構床學校教育"
            + "社會統計局資料來源註說明項目類別一二三四五六七八九十百千北京天津河山西中正信義大安松同萬華文士林投內湖南港臺灣高雄新竹苗栗彰化投雲嘉屏東花蓮宜蘭基隆澎金門馬祖"
            + "龍香港九荃灣沙田觀塘黃仙油尖旺深水埗離島")
    private static let japanese = set(
        "年月日地域市区町村県都道府人口数単位指標名称値時間合計総全国万億円平方個戸歳男女農業工生産増長率比同期累計収入支出就業医療機関学校教育社会統計局資料備考説明項目"
            + "一二三四五六七八九十百千北海青森岩手宮城秋田山形福島茨栃木群馬埼玉千葉東京神奈川新潟富石井梨長野岐阜静岡愛知三重滋賀大阪兵庫良和歌鳥取根岡広口徳香媛高佐熊分崎鹿児沖縄世帯男女"
            + "札幌仙台横浜名古屋京都神戸")
    private static let korean = set(
        "년월일지역시도구군읍면동인구수단위지표명칭값시간합계총전국만억원명개호세남여농업공생산증가율비상동기누계도시주민수입지출취업보장의료기관학교교육사회통계청자료출처"
            + "설명항목분류북서울부산대구인천광주대전울산세종경기강원충청전라경상제주특별자치고용실업연도연간계기준가구종로중용성동진랑성북은평마포양천영등작관악초송파강")
}

extension Transcoding {
    /// The characters of a sample, with the number of bytes that are not valid; nil where the system does not know the
    /// encoding.
    static func lenient(_ sample: [UInt8], from encoding: TextEncoding) -> (scalars: [Unicode.Scalar], faults: Int)? {
        var scalars: [Unicode.Scalar] = [], faults = 0, start = 0
        while start < sample.count {
            do throws(TranscodingFault) {
                scalars += try decoded(sample[start...], encoding)
                break
            } catch {
                guard let offset = error.offset else { return nil }
                if offset > 0 {
                    scalars += (try? decoded(sample[start..<start + offset], encoding)) ?? []
                }
                start += offset + 1
                faults += 1
                // What has many faults is not in this encoding.
                if faults > 200 { return (scalars, faults) }
            }
        }
        return (scalars, faults)
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) throws(TranscodingFault)
        -> [Unicode.Scalar]
    {
        let text = bytes.withUnsafeBytes { raw -> Result<[UInt8], TranscodingFault> in
            do throws(TranscodingFault) {
                return .success(try utf8(raw, from: encoding))
            } catch {
                return .failure(error)
            }
        }
        return Array(String(decoding: try text.get(), as: UTF8.self).unicodeScalars)
    }
}
