"""The particle that Hong Kong and the mainland write 着 and Taiwan 著: 看着, 着急.

There 著 is left for what is famous or written: 著名, 顯著, 名著. Only what a verb in
front, or a word behind, makes certain is told.
"""

import re

# Characters that verbs, and words which take the particle, end with.
_BEFORE = (
    "看隨随跟沿朝向對对帶带拿站坐走等活想笑哭拉抱握穿戴住試试忙圍围藏滿满臨临憑凭藉借順顺趁繞绕指望盯聽听"
    "說说唱吃喝睡躺臥卧開开關关掛挂放擺摆寫写刻閃闪亮響响燃燒烧守護护持續续懷怀提捧背靠追推牽牵騎骑舉举味"
    "接在表載载味伴冒頂顶迎當当流飄飘跑跳飛飞停留瞪瞧瞄盼念吵嚷喊叫夾夹插貼贴抓抬扛踩踏撐撑陪管養养領领過过徵征"
)
# What stands behind it in words that begin with it.
_AFTER = "急手陸陆眼重火迷想落裝装色力實实涼凉床呢"

# Where 著 stands for writing or fame: 對|著名, 看|著書, 所|著.
_FAMED = "名作者述書书稱称錄录有文譯译《"
_WRITTEN = "原名巨鉅專专編编合論论譯译遺遗拙新舊旧大鴻鸿顯显卓昭土所執执知較较"

_ZHE = re.compile(f"(?<=[{_BEFORE}])著(?![{_FAMED}])|(?<![{_WRITTEN}])著(?=[{_AFTER}])")


def particles(text: str) -> list[int]:
    """Return where 著 stands for 着 in a text of zh-HK or zh-CN."""
    return [match.start() for match in _ZHE.finditer(text)] if "著" in text else []
