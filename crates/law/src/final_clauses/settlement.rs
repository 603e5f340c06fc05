//! How disputes are settled.

use serde::{Deserialize, Serialize};

/// The clause on the settlement of disputes, in the treaty's terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settlement {
    /// The article.
    pub article: String,
    /// The means, in order.
    pub means: Vec<String>,
    /// The article under which a State may declare itself not bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opt_out: Option<String>,
    /// How settled the particulars are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
}
