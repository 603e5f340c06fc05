//! Who may become a party, and by which acts.

use serde::{Deserialize, Serialize};

use crate::act::Action;

/// The participation clause.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Participation {
    /// To whom the treaty is open, in the treaty's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_to: Option<String>,
    /// Signature, and what must follow it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<SignatureClause>,
    /// Accession.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accession: Option<AccessionClause>,
}

/// The clause on signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SignatureClause {
    /// The article.
    pub article: String,
    /// The acts of consent that must follow, such as ratification.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject_to: Vec<Action>,
}

/// The clause on accession.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AccessionClause {
    /// The article.
    pub article: String,
}

impl Participation {
    /// Whether the treaty leaves room for an act of consent of that kind, and if not, the clauses that say so.
    ///
    /// Succession rests on general law and is always possible. A treaty whose file has no clauses on participation
    /// leaves room for everything.
    #[must_use]
    pub fn refuses(&self, action: Action) -> Option<Refusal> {
        let Some(signature) = &self.signature else { return None };
        if !action.expresses_consent() || action == Action::Succession {
            return None;
        }
        let mut allowed = signature.subject_to.clone();
        if allowed.is_empty() {
            allowed.push(Action::DefinitiveSignature);
        }
        let mut articles = vec![signature.article.clone()];
        if let Some(accession) = &self.accession {
            allowed.push(Action::Accession);
            articles.push(accession.article.clone());
        }
        if allowed.contains(&action) { None } else { Some(Refusal { articles, allowed }) }
    }
}

/// What the clauses on participation leave room for instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The articles.
    pub articles: Vec<String>,
    /// The acts of consent that they provide for.
    pub allowed: Vec<Action>,
}
