//! What follows in law from the acts recorded and from each treaty's own final clauses.
//!
//! Everything here is a pure function of what a register holds and of two dates: the day asked about
//! ([`AsAt`](calendar::AsAt)) and what had been recorded by then ([`KnownAt`](record::KnownAt)). There is no
//! input or output, no clock and no state. Whatever is derived can say why: see [`reason`].
//!
//! The flow inside the room: [`entry`] (what was recorded) → [`record`] (the acts of each treaty, in order) →
//! [`consent`], [`entry_into_force`] and [`bound`] (what follows) → [`status`] and [`state`] (the answers) → [`answer`] (as data).

pub mod act;
pub mod activity;
pub mod answer;
pub mod body_act;
pub mod bound;
pub mod calendar;
pub mod clocks;
pub mod committee;
pub mod comparison;
pub mod concerning;
pub mod consent;
pub mod decision;
pub mod difference;
pub mod due_form;
pub mod entry;
pub mod entry_into_force;
pub mod final_clauses;
pub mod history;
pub mod keeping;
pub mod mandates;
pub mod nearest;
pub mod optional_declarations;
pub mod pairs;
pub mod participation;
pub mod party;
pub mod reason;
pub mod record;
pub mod rectification;
pub mod report_act;
pub mod reporting;
pub mod reservation;
pub mod resolution;
pub mod state;
pub mod statement;
pub mod status;
pub mod territory;
mod threshold;
pub mod treaty;
pub mod what_if;
pub mod when;
