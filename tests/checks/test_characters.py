"""The checks of characters: wrong-character, mixed-script, variant-character."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

CASES = {
    "wrong-character": [
        Case("zh-TW", "皇後住在城裡。", "後 → 后"),
        Case("zh-TW", "走了三公裡路。", "裡 → 里"),
        Case("zh-TW", "鄉鎮乾部開會。", "乾 → 幹"),
        Case("zh-TW", "科學家髮現新物種。", "髮 → 發"),
        Case("zh-TW", "這證明瞭他沒說謊。", "瞭 → 了"),
        Case("zh-TW", "手工製做的麵包。", "製做 → 製作"),
        Case("zh-TW", "兩國關系緊張。", "系 → 係"),
        Case("zh-TW", "情況很復雜。", "復 → 複"),
        Case("zh-TW", "她恢複了健康。", "複 → 復"),
        Case("zh-TW", "她剪了頭發。", "發 → 髮"),
        Case("zh-TW", "這是歷史性的一刻，不是曆史課。", "曆 → 歷"),
        Case("zh-TW", "這種面條好吃。", "面 → 麵"),
        Case("zh-TW", "努力髮展經濟。", "髮 → 發"),
        Case("zh-HK", "皇後大道中很熱鬧。", "後 → 后"),
        Case("zh-HK", "醫生髮現問題。", "髮 → 發"),
        Case("zh-TW", "皇后後來離開了。"),
        Case("zh-TW", "他的頭髮現在很短。"),
        Case("zh-TW", "說明瞭解的情形，內容簡單明瞭。"),
        Case("zh-TW", "客製服務與產品設計。"),
        Case("zh-TW", "產業爆發式成長。"),
        Case("zh-TW", "更改密碼表單，兩者互相衝突。"),
        Case("zh-TW", "七天後再來，三公里外。"),
        Case("zh-TW", "這只是開始，只有一隻貓。"),
        Case("zh-TW", "麵粉、面子、表面與手錶。"),
        Case("zh-TW", "覆寫檔案並回復設定。"),
        Case("zh-TW", "布局、佈局都有人寫。"),
        Case("zh-TW", "了解、瞭解兩種寫法都可以。"),
        Case("zh-TW", "幹部的餅乾很乾，不要干涉。"),
        Case("zh-TW", "台灣、臺灣的颱風。"),
        Case("zh-HK", "系統的關係很複雜。"),
        Case("zh-CN", "皇后走了三公里，干部发现了问题。"),
    ],
    "mixed-script": [
        Case("zh-TW", "這個问题很大。", "问题 → 問題"),
        Case("zh-TW", "他們从台北出發。", "从 → 從"),
        Case("zh-TW", "資料庫的数据。", "数 → 數"),
        Case("zh-HK", "香港经济好轉。", "经济 → 經濟"),
        Case("zh-CN", "这个問題很大。", "問題 → 问题"),
        Case("zh-CN", "他們来了。", "們 → 们"),
        Case("zh-TW", "皇后在台上，干涉別人的里程。"),
        Case("zh-TW", "恒春的布局。"),
        Case("zh-HK", "恒生銀行在裏面。"),
        Case("zh-TW", "麵包發霉，虱目魚與佳肴都在，晒衣服。"),
        Case("zh-CN", "他捱过苦日子，住过劏房，手里有把摺扇。"),
        Case("zh-CN", "乾隆年间的著作，藉口不多。"),
        Case("zh-CN", "他看着窗外，徵羽是古音。"),
    ],
    "variant-character": [
        Case("zh-TW", "他看着海。", "着 → 著"),
        Case("zh-TW", "屋裏沒有人。", "裏 → 裡"),
        Case("zh-TW", "成爲第一。", "爲 → 為"),
        Case("zh-TW", "啓動機器。", "啓 → 啟"),
        Case("zh-TW", "一羣人。", "羣 → 群"),
        Case("zh-HK", "成爲第一。", "爲 → 為"),
        Case("zh-HK", "民衆很多。", "衆 → 眾"),
        Case("zh-TW", "他看著海，屋裡有一群人，成為第一。"),
        Case("zh-TW", "臺灣大學在台北，祕書與秘書。"),
        Case("zh-HK", "他看着海，屋裏和屋裡都可以。"),
        Case("zh-HK", "稅務局說戶口已開。"),
        Case("zh-CN", "他看着海，着急也没用。"),
    ],
}
PARAMETERS = [
    pytest.param(name, case, id=f"{name}: {case}")
    for name, cases in CASES.items()
    for case in cases
]


@pytest.mark.parametrize(("name", "case"), PARAMETERS)
def test_characters(name: str, case: Case, builtin: TermBase) -> None:
    """Wrong characters are found, right ones in the same words are not."""
    verify(name, case, builtin)
