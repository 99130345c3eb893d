"""Web addresses as what they lead to: the same page by whatever link it was reached."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What says where a reader came from and never what is read: the campaign parameters of Google
# Analytics and Matomo, the click ids of advertising networks and mailers.
_TRACKING = re.compile(
    r"(?:utm_|mtm_|pk_|hsa_|at_)\w+"
    r"|(?:fb|g|dc|ms|tt|tw|wb|gb|li_fat_)cl(?:id|sid)|gclsrc|wbraid|gbraid|yclid|igshid|igsh"
    r"|mc_[ce]id|mkt_tok|cmpid|_hs(?:enc|mi)|__twitter_impression|ref_src|ref_url|xtor|ocid"
    r"|smid|s_cid|guccounter|guce_referrer\w*",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def address_key(url: str | None) -> str | None:
    """What the addresses of one page have in common; None where it is no page of the web.

    Left out are the scheme, “www.”, the fragment, a closing slash and parameters that only track;
    the others are put in order. A site's front page is no address of an article.
    """
    try:
        parts = urlsplit((url or "").strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return None
    told = sorted(
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(pair[0])
    )
    path = parts.path.rstrip("/")
    if not (path or told):
        return None
    host = parts.hostname.removeprefix("www.")
    where = host if port in (None, _PORTS[parts.scheme.lower()]) else f"{host}:{port}"
    return f"{where}{path}{'?' if told else ''}{urlencode(told)}"
