"""The one tooltip of the site: a link whose explanation stands hidden beside it, shown by hover, focus or touch.

Without the script the link itself leads to the same explanation on the register's page.
"""

from __future__ import annotations

from markupsafe import Markup

from amanah.site.context import PageContext
from amanah.site.inline import typographic

_LINK = Markup(
    '<a class="am-tip-link" href="{href}" aria-describedby="{id}">{shown}</a>'
    '<span class="am-tip" role="tooltip" id="{id}" hidden>{tip}</span>'
)


def tip_link(context: PageContext, href: str, shown: str, tip: str) -> Markup:
    """The link and its explanation; `shown` and `tip` are text unless they are Markup."""
    explained = tip if isinstance(tip, Markup) else typographic(tip)
    return _LINK.format(href=href, id=context.unique("tip"), shown=shown, tip=explained)
