//! Signed notes and checkpoints.

use register::log::{Note, cosign};

use crate::cases::{Invalid, Kind, Valid, Vectors};
use crate::sample::{checkpoint, cosigned, flipped, signed, with, witness};

fn letter() -> Note {
    signed("Excellency,\n\n— a line like a signature\n\ned è subito sera.\n")
}

fn hundred_signatures() -> String {
    format!("{}{}", checkpoint(8), "— s AAAAAAEC\n".repeat(99))
}

pub fn good(all: &mut Vectors) {
    for size in [0, 1, 6, 7, 8, 300, 1000] {
        all.note(&format!("size-{size}.checkpoint"), Valid, "a checkpoint", &checkpoint(size).to_string());
    }
    all.note("cosigned-8.checkpoint", Valid, "a checkpoint with a cosignature", &cosigned(8).to_string());
    all.case(Kind::Note, "cosigned-8.checkpoint", "witness.vkey", Valid, "the cosignature");
    all.note("letter.note", Valid, "any text may be a note", &letter().to_string());
    all.note("hundred-signatures.note", Valid, "a hundred signatures", &hundred_signatures());
}

pub fn bad(all: &mut Vectors) {
    all.case(Kind::Note, "cosigned-8.checkpoint", "liar.vkey", Invalid, "another key under the log's name");
    all.case(Kind::Note, "size-8.checkpoint", "witness.vkey", Invalid, "no witness signed it");
    all.case(Kind::Note, "size-8.checkpoint", "key-as-witness.vkey", Invalid, "a log's signature is no cosignature");
    let mut of_another = checkpoint(8);
    of_another.add(cosign(&checkpoint(7), &witness(), 1_055_203_200).unwrap()).unwrap();
    all.file("cosigned-another.checkpoint", &of_another.to_string());
    let why = "the cosignature of another checkpoint";
    all.case(Kind::Note, "cosigned-another.checkpoint", "witness.vkey", Invalid, why);
    all.file("cosigned-backdated.checkpoint", &backdated());
    all.case(Kind::Note, "cosigned-backdated.checkpoint", "witness.vkey", Invalid, "the time was changed");
    let (letter, good) = (letter().to_string(), checkpoint(8).to_string());
    let more = hundred_signatures() + "— s AAAAAAEC\n";
    for (name, why, text) in [
        ("more-signatures", "more than a hundred signatures", more),
        ("changed", "a letter was changed", with(&letter, "sera", "Sera")),
        ("tab", "a control character", with(&letter, "ed è", "ed\tè")),
        ("space-in-name", "a space of another script in a name", format!("{good}— a\u{3000}b AAAAAAEC\n")),
        ("plus-in-name", "a plus sign in a name", format!("{good}— a+b AAAAAAEC\n")),
        ("signature-of-nothing", "a signature of no bytes", format!("{good}— a AAAAAA==\n")),
        ("loose-base64", "base64 with bits that stand for nothing", format!("{good}— a AAAAAAF=\n")),
        ("hyphen", "a hyphen for a dash", with(&good, "— ", "- ")),
        ("no-end", "no end of the last line", good.trim_end().to_owned()),
        ("empty-line-after", "an empty line after the signatures", format!("{good}\n")),
    ] {
        all.note(&format!("{name}.note"), Invalid, why, &text);
    }
}

fn backdated() -> String {
    let note = cosigned(8);
    let line = note.signatures()[1].to_string();
    // The last byte of the time, after the four of the key's hash.
    with(&note.to_string(), &line, &flipped(&line, 11))
}
