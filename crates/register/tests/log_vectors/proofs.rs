//! Proofs of single entries.

use register::Hash;
use register::log::{Note, ProofFile};

use crate::cases::{Invalid, Kind, Valid, Vectors};
use crate::sample::{ORIGIN, checkpoint, checkpoint_of, cosigned, entry, flipped, proof, rewritten, signed, with};

/// The proof of entry 6, with the hashes and the checkpoint given.
fn sixth(hashes: &[Hash], checkpoint: Note) -> String {
    ProofFile::new(entry(6), 5, hashes.to_vec(), checkpoint).unwrap().to_string()
}

pub fn good(all: &mut Vectors) {
    for (number, size) in [(1, 1), (1, 8), (6, 8), (8, 8), (3, 7), (7, 7), (300, 1000)] {
        let text = proof(number, size).to_string();
        all.proof(&format!("entry-{number}-of-{size}"), Valid, "an entry and its proof", &text);
    }
    let text = proof(6, 8).to_string();
    let witnessed = sixth(proof(6, 8).hashes(), cosigned(8));
    all.proof("cosigned", Valid, "a signature of an unknown key is passed over", &witnessed);
    let strangers = "— depositary.example/register AAAAAAEC\n— x.example Zd2iYQEC\n";
    let known_by_half = with(&text, "\n\n— ", &format!("\n\n{strangers}— "));
    all.proof("strangers", Valid, "a key of the same name, or with the same hash, is unknown too", &known_by_half);
    let extended = signed(&format!("{}an extension line\n", checkpoint(8).text()));
    let extended = sixth(proof(6, 8).hashes(), extended);
    all.proof("extended", Valid, "a checkpoint may have extension lines", &extended);
}

pub fn of_something_else(all: &mut Vectors) {
    let file = "entry-6-of-8.proof";
    all.case(Kind::Inclusion, file, "liar.vkey", Invalid, "another key under the log's name");
    all.case(Kind::Inclusion, file, "witness.vkey", Invalid, "the key of a witness");
    all.case(Kind::Inclusion, file, "key-as-witness.vkey", Invalid, "the log's key as if it were a witness's");
    all.case(Kind::Inclusion, "cosigned.proof", "witness.vkey", Invalid, "a witness's word is not the log's");
    let good = proof(6, 8);
    let (text, hashes) = (good.to_string(), good.hashes());
    let mut other = entry(6);
    other[12] ^= 1;
    let other = ProofFile::new(other, 5, hashes.to_vec(), checkpoint(8)).unwrap();
    all.proof("flipped-entry", Invalid, "one bit of the entry was changed", &other.to_string());
    all.proof("wrong-index", Invalid, "the entry stands elsewhere", &with(&text, "index 5", "index 4"));
    all.proof("index-of-nothing", Invalid, "the index is the size of the log", &with(&text, "index 5", "index 8"));
    let huge = with(&text, "index 5", "index 18446744073709551615");
    all.proof("index-huge", Invalid, "an index beyond any log", &huge);
    all.proof("short", Invalid, "the last hash was cut off", &sixth(&hashes[..2], checkpoint(8)));
    all.proof("no-hashes", Invalid, "all hashes were cut off", &sixth(&[], checkpoint(8)));
    all.proof("long", Invalid, "a hash too many", &sixth(&[hashes, &hashes[..1]].concat(), checkpoint(8)));
    let disordered = sixth(&[hashes[1], hashes[0], hashes[2]], checkpoint(8));
    all.proof("disordered", Invalid, "two hashes in the wrong order", &disordered);
    let changed = sixth(&[hashes[0], hashes[0], hashes[2]], checkpoint(8));
    all.proof("changed-hash", Invalid, "one hash is another", &changed);
    let other = checkpoint_of(&rewritten(8));
    all.proof("other-root", Invalid, "the checkpoint of another history", &sixth(hashes, other));
    all.proof("older", Invalid, "an older checkpoint", &sixth(hashes, checkpoint(6)));
    all.proof("before", Invalid, "a checkpoint from before the entry", &sixth(hashes, checkpoint(5)));
    all.proof("newer", Invalid, "a newer checkpoint", &sixth(hashes, checkpoint(9)));
}

pub fn out_of_form(all: &mut Vectors) {
    let good = proof(6, 8).to_string();
    let (note, body) = (checkpoint(8).to_string(), checkpoint(8).text().to_owned());
    // The log's own key signs also what no log should.
    let under = |body: &str| with(&good, &note, &signed(body).to_string());
    let extra = good.lines().nth(1).unwrap();
    let signature = checkpoint(8).signatures()[0].to_string();
    let spoiled = flipped(&signature, 40);
    let other_log = with(&body, ORIGIN, "depositary.example/other");
    let short_root = format!("{ORIGIN}\n8\n{}A=\n", "A".repeat(41));
    let no_gap = with(&good, &format!("\n\n{ORIGIN}"), &format!("\n{ORIGIN}"));
    let unsigned = good.split("\n— ").next().unwrap();
    for (name, why, text) in [
        ("changed-signature", "a bit of the signature was changed", with(&good, &signature, &spoiled)),
        ("good-and-bad-signature", "a second signature of the key is bad", format!("{good}{spoiled}\n")),
        ("changed-size", "the size was changed after it was signed", with(&good, "\n8\n", "\n9\n")),
        ("other-log", "the key signed for another origin", under(&other_log)),
        ("size-with-zero", "a size with a leading zero, and signed", under(&with(&body, "\n8\n", "\n08\n"))),
        ("size-with-plus", "a size with a plus sign, and signed", under(&with(&body, "\n8\n", "\n+8\n"))),
        ("empty-extension", "an empty extension line, and signed", under(&format!("{body}\n"))),
        ("root-of-31-bytes", "a root that is no hash, and signed", under(&short_root)),
        ("no-root", "no root, and signed", under(&format!("{ORIGIN}\n8\n"))),
        ("other-version", "a version that does not exist", with(&good, "@v1", "@v2")),
        ("no-entry", "no entry in it", with(&good, extra, "extra ")),
        ("no-extra", "no line for the entry", with(&good, &format!("{extra}\n"), "")),
        ("index-with-zero", "an index with a leading zero", with(&good, "index 5", "index 05")),
        ("index-twice", "two lines with an index", with(&good, "index 5\n", "index 5\nindex 5\n")),
        ("space", "a space at the end of a line", with(&good, "index 5", "index 5 ")),
        ("carriage-returns", "lines that end as on other systems", good.replace('\n', "\r\n")),
        ("unpadded", "base64 without padding", with(&good, "=\n", "\n")),
        ("no-empty-line", "no empty line before the checkpoint", no_gap),
        ("unsigned", "no signature", format!("{unsigned}\n")),
        ("cut", "the end was cut off", good[..good.len() - 2].to_owned()),
        ("more", "a line after the signatures", format!("{good}more\n")),
        ("empty", "nothing at all", String::new()),
    ] {
        all.proof(name, Invalid, why, &text);
    }
}
