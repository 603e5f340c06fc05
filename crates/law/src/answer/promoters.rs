//! The bodies that promote treaties, as data.

use serde::Serialize;

use crate::act::Standing;
use crate::activity::OrganizerKind;
use crate::calendar::{AsAt, DateOfKnowledge};
use crate::promoter::{Entrusted, Membership, Promoter};
use crate::record::{Kept, Record};
use crate::treaty::TreatyId;
use crate::when::When;

/// The bodies that promote treaties, as at a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromotersAnswer {
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// By short name.
    pub promoters: Vec<PromoterAnswer>,
}

/// A body that promotes treaties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromoterAnswer {
    /// Its short name.
    pub id: String,
    /// Its name in running text.
    pub name: String,
    /// Shorter names.
    pub also: Vec<String>,
    /// What it is.
    pub kind: OrganizerKind,
    /// The treaties that it promotes.
    pub treaties: Vec<TreatyId>,
    /// From when to when it has existed; null where no source says.
    pub existed: Option<When>,
    /// What it is for.
    pub purpose: Option<String>,
    /// Those who may have belonged to it on the day.
    pub members: Vec<MembershipAnswer>,
    /// Those who did before, or will.
    pub other_members: Vec<MembershipAnswer>,
    /// By what it has been asked to do what it does.
    pub mandates: Vec<EntrustedAnswer>,
    /// How many activities on record, begun by the day, it organized or took part in.
    pub activities: usize,
    /// What else needs saying.
    pub note: Option<String>,
    /// On whose word.
    pub standing: Standing,
    /// The papers that it rests on.
    pub sources: Vec<String>,
    /// The entry.
    pub entry: u64,
}

/// Somebody's time in a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MembershipAnswer {
    /// Who.
    pub name: String,
    /// As what.
    pub office: Option<String>,
    /// From when to when; null where no source says.
    pub term: Option<When>,
}

/// What a body has been asked to do, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntrustedAnswer {
    /// By which organ.
    pub by: Option<String>,
    /// The resolution.
    pub resolution: Option<String>,
    /// The paragraph.
    pub paragraph: Option<String>,
    /// From when to when; null where no source says.
    pub term: Option<When>,
}

impl PromotersAnswer {
    /// The bodies on record as at a day: those that promote a treaty, or all.
    #[must_use]
    pub fn of(treaty: Option<&TreatyId>, record: &Record, as_at: AsAt) -> Self {
        let wanted = |kept: &&Kept<Promoter>| {
            treaty.is_none_or(|treaty| kept.what.treaties.contains(treaty))
                && kept.what.existed.is_none_or(|existed| existed.may_have_begun_by(as_at.day()))
        };
        let mut promoters: Vec<_> =
            record.current_promoters().filter(wanted).map(|kept| PromoterAnswer::of(kept, record, as_at)).collect();
        promoters.sort_by(|one, other| one.id.cmp(&other.id));
        Self { as_at, known_at: record.last_recorded(), promoters }
    }
}

impl PromoterAnswer {
    fn of(kept: &Kept<Promoter>, record: &Record, as_at: AsAt) -> Self {
        let body = kept.what.clone();
        let asked = crate::activity::ActivitiesAsked { promoter: Some(body.id.clone()), ..Default::default() };
        let begun = |one: &&Kept<crate::activity::Activity>| {
            one.what.when().is_none_or(|when| when.may_have_begun_by(as_at.day()))
        };
        let activities = record.current_activities().filter(begun).filter(|one| asked.includes(one, record)).count();
        let (members, other_members): (Vec<_>, Vec<_>) =
            body.members.into_iter().partition(|member| member.may_be_on(as_at.day()));
        let each = |members: Vec<Membership>| members.into_iter().map(MembershipAnswer::from).collect();
        Self {
            id: body.id,
            name: body.name,
            also: body.also,
            kind: body.kind,
            treaties: body.treaties,
            existed: body.existed,
            purpose: body.purpose,
            members: each(members),
            other_members: each(other_members),
            mandates: body.mandates.into_iter().map(EntrustedAnswer::from).collect(),
            activities,
            note: body.note,
            standing: kept.standing,
            sources: kept.sources.clone(),
            entry: kept.entry,
        }
    }
}

impl From<Membership> for MembershipAnswer {
    fn from(member: Membership) -> Self {
        Self { name: member.name, office: member.office, term: member.term }
    }
}

impl From<Entrusted> for EntrustedAnswer {
    fn from(mandate: Entrusted) -> Self {
        let Entrusted { by, resolution, paragraph, term } = mandate;
        Self { by, resolution, paragraph, term }
    }
}
