//! Territories: a State extends a treaty to its own, and excludes its own.

use super::case::{Case, Trouble};
use crate::nearest::nearest;

/// Who extends a treaty to territories, or excludes some, is bound by it, and names them.
pub(super) fn extended(case: &Case<'_>) -> Option<Trouble> {
    if case.statement.territories.is_empty() {
        let message = "it names no territory".to_owned();
        return Some(Trouble::refused("territories", message).instead("territories = [\"Hong Kong\"]"));
    }
    (!case.is_contracting()).then(|| {
        let message = format!(
            "{} was not bound by {} on {}: a treaty applies to the territories of those that it binds (VCLT 29)",
            case.name(),
            case.id(),
            case.day
        );
        Trouble::refused("party", message)
    })
}

/// Every territory named is one for which the author is responsible on the day.
pub(super) fn of_the_author(case: &Case<'_>) -> Option<Trouble> {
    case.statement.territories.iter().find_map(|name| {
        let Some(territory) = case.record.territory(name) else {
            let names = case.record.territories().map(|territory| territory.name.as_str());
            let near = nearest(name, names, 1).pop();
            let trouble = Trouble::refused("territories", format!("the register holds no territory `{name}`"));
            return Some(near.map_or_else(|| trouble.clone(), |near| trouble.clone().instead(near)));
        };
        let responsible = territory.responsible(case.as_at());
        if responsible == Some(case.statement.party) {
            return None;
        }
        let of = responsible.and_then(|code| case.record.parties.by_code(code)).map(|party| case.name_of(party));
        let whose = of.map_or_else(|| "no State of this register".to_owned(), ToOwned::to_owned);
        let message = format!(
            "on {} {whose} was responsible for {}, not {}: a State binds its own territory (VCLT 29)",
            case.day,
            territory.name,
            case.name()
        );
        Some(Trouble::refused("territories", message))
    })
}
