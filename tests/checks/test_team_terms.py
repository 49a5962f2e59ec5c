"""The checks of terms in translations, with a term base of a team's own."""

from pathlib import Path

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

MISSING, FORBIDDEN = "term-missing-in-translation", "forbidden-in-translation"
TEAM = """\
id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,flags
model,model,模型,模型,模型,,
policy,policy,政策 | 方針,政策,政策,,
data-centre,data centre,資料中心,數據中心,数据中心,機房,
gpu,GPU,圖形處理器,,,,
swift,Swift,Swift,Swift,Swift,,
index,index,索引,索引,索引,,
program,program,程式,程式,程序,,
procedure,procedure,程序,程序,程序,,
token,token,詞元,,词元,代幣,
draft,draft,草稿,草稿,,,
brand,Tide Map,潮線地圖,潮線地圖,潮线地图,,
"""


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> TermBase:
    """A term base of a team, without the built-in one."""
    path = tmp_path_factory.mktemp("team") / "team.csv"
    path.write_text(TEAM, encoding="utf-8")
    return TermBase.load(path, builtin=False)


def case(locale: str, text: str, term: str, *names: str) -> Case:
    """Return a case in which a term is missing; its translation is found whole."""
    terms = " or ".join(f"“{name}”" for name in names)
    message = f"“{term}” in the original is {terms} in {locale}, which is missing here"
    return Case(locale, text, text.partition(" ⇒ ")[2], message)


CASES = [
    (MISSING, case("zh-TW", "The models are large. ⇒ 它們很大。", "models", "模型")),
    (MISSING, case("zh-CN", "Two Policies apply. ⇒ 两项规定适用。", "Policies", "政策")),
    (MISSING, case("zh-TW", "The DATA CENTRES burn. ⇒ 到處起火。", "DATA CENTRES", "資料中心")),
    (MISSING, case("zh-TW", "A data center burns. ⇒ 有地方起火。", "data center", "資料中心")),
    (MISSING, case("zh-TW", "The data-centre burns ⇒ 起火了", "data-centre", "資料中心")),
    (MISSING, case("zh-TW", "Four GPUs ⇒ 四張 GPU", "GPUs", "圖形處理器")),
    (MISSING, case("zh-CN", "Both indices are empty. ⇒ 两者都空。", "indices", "索引")),
    (MISSING, case("zh-TW", "The policy's aim ⇒ 其目標", "policy", "政策", "方針")),
    (MISSING, case("zh-TW", "Tide Map opens. ⇒ 潮汐地圖開啟。", "Tide Map", "潮線地圖")),
    (FORBIDDEN, Case("zh-TW", "The program stops. ⇒ 程序停止。", "程序 → 程式")),
    (FORBIDDEN, Case("zh-TW", "Tokens are cut. ⇒ 代幣被截斷。", "代幣 → 詞元")),
    (FORBIDDEN, Case("zh-TW", "A data centre burns. ⇒ 機房起火。", "機房 → 資料中心")),
    (MISSING, Case("zh-TW", "The models are large. ⇒ 模型很大。")),
    (MISSING, Case("zh-TW", "A policy ⇒ 一項方針")),
    (MISSING, Case("zh-TW", "Hardware and software models ⇒ 軟硬體模 型")),
    (MISSING, Case("zh-CN", "Four GPUs ⇒ 四张显卡")),  # the row has no opinion there
    (MISSING, Case("zh-TW", "A swift answer ⇒ 快速的回答")),  # not the name
    (MISSING, Case("zh-TW", "Swift is a language. ⇒ Swift 是語言。")),
    (MISSING, Case("zh-TW", "Set --model or model.path ⇒ 設定 --model 或 model.path")),
    (MISSING, Case("zh-TW", "Remodelling the modelled ⇒ 重新塑造")),
    (MISSING, Case("zh-TW", "One model / %(models)s items ⇒ %(models)s 項")),
    (MISSING, Case("zh-TW", "See <a href='/model'>here</a>. ⇒ 請見<a href='/model'>此處</a>。")),
    (MISSING, Case("zh-TW", "The _model menu ⇒ 模型選單(_M)")),
    (MISSING, Case("zh-TW", "Tokens are cut. ⇒ 代幣被截斷。")),  # the other check tells it
    (FORBIDDEN, Case("zh-TW", "The procedure stops. ⇒ 程序停止。")),
    (FORBIDDEN, Case("zh-TW", "The program's procedure ⇒ 程式的程序")),
    (FORBIDDEN, Case("zh-CN", "The program stops. ⇒ 程序停止。")),
    (FORBIDDEN, Case("zh-TW", "The casino sells chips. ⇒ 賭場賣代幣。")),
]


@pytest.mark.parametrize(("name", "case"), CASES, ids=str)
def test_team_terms(name: str, case: Case, team: TermBase) -> None:
    """A team's own rows bind, in the singular and the plural, in any capitals and spelling."""
    verify(name, case, team)


def test_team_row_wins(tmp_path: Path) -> None:
    """What the team says of a term is all that there is to say, whatever the built-in base says."""
    path = tmp_path / "team.csv"
    path.write_text("id,en,zh-TW\nours,Emmanuel Macron,艾曼紐\n", encoding="utf-8")
    base = TermBase.load(path)
    text = "Emmanuel Macron opened the summit. ⇒ 馬克宏為峰會揭幕。"
    verify(MISSING, case("zh-TW", text, "Emmanuel Macron", "艾曼紐"), base)
    verify(MISSING, Case("zh-TW", "Emmanuel Macron ⇒ 艾曼紐"), base)
