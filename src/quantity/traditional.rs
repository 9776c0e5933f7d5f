//! Traditional characters and their simplified forms, as far as the words of phrases hold them.

/// The traditional characters, ascending.
const TRADITIONAL: &str = "\
    並佔併來個備傢傳傷價億儘優內兩冇冊別則剋創劃動務勵區員單噸噹嚴國圍園圖團執堅場塊壓壯壽奬學實將專對屆層島嵗帶幣幹幾張強彆後徑從復態應戶擴攝數\
    斷於時暢暫書東條棟業極樁標樣檔檯欄歐歲歸氣決沒淨減測準滿濟災為無熱營爭爲狀獎現環產産畝當發盞盡眾瞭確碼礎稅種積穩節範簽籤糰約紅級組絕統經綠綫\
    維網線縣縮總績繫繼續纍義聯臺與萬蓋處號衹裏補裡製複規計訓記設註試課調諧證貝負貧貨貫賠賺趕躋車較輕輛輟輪轉辦農迴連週進過達遞邁邊鄉銷錄錶鎊鎮鐘\
    長門間闆關陣隊際隻雙難鞏韆頂頃項須預領頭顆額類顯颱餘體髮鬚麵點齊齡";
/// The simplified form of each, in the same order.
const SIMPLIFIED: &str = "\
    并占并来个备家传伤价亿尽优内两没册别则克创划动务励区员单吨当严国围园图团执坚场块压壮寿奖学实将专对届层岛岁带币干几张强别后径从复态应户扩摄数\
    断于时畅暂书东条栋业极桩标样档台栏欧岁归气决没净减测准满济灾为无热营争为状奖现环产产亩当发盏尽众了确码础税种积稳节范签签团约红级组绝统经绿线\
    维网线县缩总绩系继续累义联台与万盖处号只里补里制复规计训记设注试课调谐证贝负贫货贯赔赚赶跻车较轻辆辍轮转办农回连周进过达递迈边乡销录表镑镇钟\
    长门间板关阵队际只双难巩千顶顷项须预领头颗额类显台余体发须面点齐龄";

/// The simplified form of `character`; itself when it is one, or no word of a phrase holds it.
pub(super) fn simplified(character: char) -> char {
    // Each character of both texts has three bytes.
    let at = |index: usize| TRADITIONAL.get(3 * index..).and_then(|rest| rest.chars().next());
    let (mut low, mut high) = (0, TRADITIONAL.len() / 3);
    while low < high {
        let middle = usize::midpoint(low, high);
        match at(middle) {
            Some(found) if found < character => low = middle + 1,
            _ => high = middle,
        }
    }
    if at(low) != Some(character) {
        return character;
    }
    SIMPLIFIED.get(3 * low..).and_then(|rest| rest.chars().next()).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_texts_agree_and_ascend() {
        let traditional: Vec<char> = TRADITIONAL.chars().collect();
        assert!(traditional.is_sorted());
        assert_eq!(traditional.len(), SIMPLIFIED.chars().count());
        assert!(TRADITIONAL.chars().chain(SIMPLIFIED.chars()).all(|c| c.len_utf8() == 3));
    }

    #[test]
    fn traditional_characters_have_their_simplified_form() {
        for (from, to) in [('億', '亿'), ('於', '于'), ('負', '负'), ('个', '个'), ('5', '5')]
        {
            assert_eq!(simplified(from), to);
        }
    }
}
