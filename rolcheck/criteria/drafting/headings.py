"""What the columns of an indicator table are for, by their headings."""

import re
from collections.abc import Mapping
from typing import Literal

from rolcheck.criteria.drafting.words import squeezed

Role = Literal[
    "area",
    "group",
    "indicator",
    "level",
    "fourth",
    "number",
    "content",
    "standard",
    "points",
    "weight",
    "kind",
    "office",
    "co-office",
    "evidence",
    "own",
    "note",
    "code",
]
"""What a column holds; ``level`` is one of the three levels, which one its place has to say;
``fourth`` is one level more than there are; ``own`` is for scores that somebody fills in later."""

LEVELS: tuple[Role, ...] = ("area", "group", "indicator")

_ROLES: Mapping[Role, str] = {
    "area": "一级指标|一级指标名称|一级|指标类别|类别|领域|板块|first-levelindicator",
    "group": "二级指标|二级指标名称|二级|second-levelindicator",
    "indicator": "三级指标|三级指标名称|三级|(third-level)?indicator",
    "fourth": "四级指标|四级指标名称|四级",
    "level": "项目|(考核|考评|评估|评价|评分|检查|测评|评查|评审|督查|创建)(项目|指标|类别|事项)"
    "|指标|指标名称|具体指标"
    "|考核大项|考核小项|子项|项目名称",
    "number": "序号|编号|指标编号|指标序号|项目编号|indicatorno",
    "content": "(考核|考评|评估|评价|指标|检查|测评|评查|评审|督查|创建|主要|工作|责任)"
    "(内容|要点|要求|任务|解释|说明|内涵|描述)(及说明|及要求)?"
    "|内容|要求|具体内容|具体要求|目标要求|目标任务|重点任务|任务|whatislookedat",
    "standard": "(评分|计分|考核|考评|评价|评估|扣分|赋分|得分|打分|加分)"
    "(标准|方法|办法|细则|规则|说明|依据|方式|准则)"
    "|评分标准及方法|考核标准及办法|评分标准和方法|评分标准(及|和|与)?(分值|办法)|标准"
    "|计分说明|scoringrule",
    "points": "分值|标准分|标准分值|满分|总分值|赋分|分数|配分|基本分|基准分"
    "|权重分值?|应得分值?|标准得分|fullpoints",
    "weight": "权重|权重系数|系数|weight",
    "kind": "规则类型|计分类型|ruletype",
    "office": "责任单位|责任部门|牵头单位|牵头部门|主办单位|责任主体|负责单位|承办单位"
    "|(考核|考评|评估|评分|数据)(责任)?(单位|部门|主体)|管理主体|责任科室"
    "|(牵头|责任|主办)(单位|部门)[/、及和与](配合|协办|协同|参与)(单位|部门)|responsibleunit",
    "co-office": "配合单位|配合部门|协办单位|参与单位|协同单位|otherstakingpart",
    "evidence": "(佐证|证明|支撑|备查|提交|报送|印证|申报|所需)(材料|资料)(清单|目录)?"
    "|材料清单|材料目录|材料|所需材料|台账资料|资料清单|档案资料|查阅资料|数据来源|expectedevidence",
    "own": "自评|自评分|自评得分|自查得分|得分|实得分|考评得分|考核得分|评分|评估得分|扣分"
    "|扣分情况|扣分原因|复核得分|核定得分|自评情况|最终得分|初评得分|完成情况"
    "|(考核|考评|检查|评查|评估)(结果|情况)",
    "note": "备注|说明|注",
    "code": "规则代码|rulecode",
}
_ENDINGS: Mapping[Role, str] = {
    "own": "自评.*|.*得分|.*扣分",
    "standard": ".*(标准|办法|细则|方法|规则)",
    "content": ".*(内容|要点|要求)",
    "evidence": ".*(材料|资料|依据)",
    "points": ".*(分值|分数|满分)",
    "office": ".*(?<!计量)(单位|部门|科室)",
    "level": ".*(指标|项目|事项)",
}
"""What longer headings end in; asked when none of the above is the whole heading."""
_LONGEST, _MOST = 10, 60
_PATTERNS = {role: re.compile(f"(?:{pattern})", re.IGNORECASE) for role, pattern in _ROLES.items()}
_ASIDE = re.compile(r"[（(\[【].*?[）)\]】]|[:：.]$|(?<=[\u4e00-\u9fff])[A-Z]$")
_POINTED = re.compile(r"(.{2,}?)(?:及|和|与|、|/)(?:分值|分数|标准分|权重)")
"""A column that holds two things, the second behind the first: 考核内容及分值."""


def role_of(heading: str) -> Role | None:
    """Return what a column of that heading holds; None where it is not known.

    Example:
        >>> role_of("分 值（100分）"), role_of("佐证材料清单"), role_of("天气")
        ('points', 'evidence', None)
    """
    if len(heading) > _MOST:
        return None
    plain = _ASIDE.sub("", squeezed(heading))
    both = _POINTED.fullmatch(plain)
    plain = both[1] if both else plain
    whole = (role for role, known in _PATTERNS.items() if known.fullmatch(plain))
    if len(plain) > _LONGEST:
        return next(whole, None)
    ends = (role for role, known in _ENDINGS.items() if re.fullmatch(known, plain))
    return next(whole, next(ends, None))
