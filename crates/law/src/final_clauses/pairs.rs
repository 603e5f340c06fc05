//! Treaties that work pair by pair: consent has effect only towards those that accept it, or that do not object.

use serde::{Deserialize, Serialize};

use crate::act::Action;
use crate::calendar::Wording;

/// The clause on relations between two parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PairsClause {
    /// The article.
    pub article: String,
    /// The acts of consent that it is about; accession, where nothing else is said.
    #[serde(default = "accession", skip_serializing_if = "is_accession")]
    pub of: Vec<Action>,
    /// What makes the act effective towards another party.
    pub effective: Effective,
    /// The period from the deposit of an acceptance to the entry into force between the two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<Wording>,
}

/// What makes an act of consent effective towards another party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effective {
    /// Its declaration of acceptance (Child Abduction Convention, article 38).
    #[serde(rename = "when accepted")]
    WhenAccepted,
    /// That it does not object (Judgments Convention, article 29).
    #[serde(rename = "unless objected to")]
    UnlessObjectedTo,
}

fn accession() -> Vec<Action> {
    vec![Action::Accession]
}

fn is_accession(of: &Vec<Action>) -> bool {
    *of == accession()
}
