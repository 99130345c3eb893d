"""What is said once for many articles, as documents: site rules, corrections, saved searches."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from reader.model import EntityCorrection, EntityType, Rule, SavedSearch, SiteRule
from reader.store.notes import values


def rule_fields(rule: SiteRule) -> values.Fields:
    """A site rule as a document."""
    created = rule.created.isoformat()
    return {"id": rule.id, "site": rule.site, "words": rule.words, "created": created}


def correction_fields(correction: EntityCorrection) -> values.Fields:
    """An entity correction as a document."""
    return {
        "id": correction.id,
        "text": correction.text,
        "was": correction.was and str(correction.was),
        "type": correction.type and str(correction.type),
        "name": correction.name,
        "ignored": correction.ignored,
        "marked": correction.marked,
        "created": correction.created.isoformat(),
    }


def parse_rule(document: Mapping[str, Any]) -> SiteRule | None:
    """What a document of the table `site_rules` says; None when not what is to go from where."""
    id, site = (values.name(document.get(field)) for field in ("id", "site"))
    words = values.text(document.get("words"))
    if not (id and site and words.strip()):
        return None
    return SiteRule(id, site, words, values.time(document.get("created")) or values.EPOCH)


def parse_correction(document: Mapping[str, Any]) -> EntityCorrection | None:
    """What a document of the table `entity_corrections` says; None when it corrects nothing."""
    id, text, called = (values.name(document.get(field)) for field in ("id", "text", "name"))
    correction = EntityCorrection(
        id,
        text,
        values.time(document.get("created")) or values.EPOCH,
        values.one_of(EntityType, document.get("was"), None),
        values.one_of(EntityType, document.get("type"), None),
        called or None,
        document.get("ignored") is True,
        document.get("marked") is True,
    )
    said = correction.type or (not correction.marked and (called or correction.ignored))
    return correction if id and text and said else None


def search_fields(search: SavedSearch) -> values.Fields:
    """A saved search as a document."""
    created = search.created.isoformat()
    return {"id": search.id, "name": search.name, "query": search.query, "created": created}


def parse_search(document: Mapping[str, Any]) -> SavedSearch | None:
    """What a document of the table `saved_searches` says; None when it has no name or query."""
    id, called, query = (values.name(document.get(field)) for field in ("id", "name", "query"))
    if not (id and called and query):
        return None
    return SavedSearch(id, called, query, values.time(document.get("created")) or values.EPOCH)


class RuleKind(NamedTuple):
    """One kind of rule: where it is kept, and how."""

    table: str
    type: type[Rule]
    fields: Callable[[Any], values.Fields]
    parse: Callable[[Mapping[str, Any]], Rule | None]


KINDS = (
    RuleKind("site_rules", SiteRule, rule_fields, parse_rule),
    RuleKind("entity_corrections", EntityCorrection, correction_fields, parse_correction),
    RuleKind("saved_searches", SavedSearch, search_fields, parse_search),
)
