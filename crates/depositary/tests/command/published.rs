//! The log as files and as the site serves it: the same bytes, which grow with the register.

use std::path::Path;

use register::log::{Checkpoint, TilePath, VerifierKey, decode_bundle, leaf_hash};

use crate::desk::Desk;
use crate::site::Site;

const ACT: &str = "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n";

fn public_key(desk: &Desk) -> VerifierKey {
    desk.done(&["checkpoint", "--public-key"]).trim().parse().unwrap()
}

fn published(folder: &Path, desk: &Desk) -> Checkpoint {
    Checkpoint::open(&std::fs::read_to_string(folder.join("checkpoint")).unwrap(), &public_key(desk)).unwrap()
}

/// What a page answers with: its head, and its body.
fn get(site: &Site, path: &str) -> (String, Vec<u8>) {
    let answer = site.get_bytes(path);
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    (String::from_utf8(answer[..end].to_vec()).unwrap().to_lowercase(), answer[end + 4..].to_vec())
}

#[test]
fn the_files_grow_with_the_register() {
    let desk = Desk::packaged();
    let folder = desk.path("published");
    let said = desk.done(&["tiles", "published"]);
    let size = desk.entries();
    assert!(said.contains(&format!("{size} entries published, {size} of them new")), "{said}");
    let first = published(&folder, &desk);
    let mut entries = 0;
    for path in TilePath::entries_of(size) {
        let bundle = std::fs::read(folder.join(path.to_string())).unwrap();
        let hashes = path.to_string().replacen("entries", "0", 1);
        let hashes = std::fs::read(folder.join(hashes)).unwrap();
        let leaves: Vec<u8> =
            decode_bundle(&bundle).unwrap().into_iter().flat_map(|e| *leaf_hash(e).as_bytes()).collect();
        assert!(leaves == hashes, "{path}");
        entries += hashes.len() as u64 / 32;
    }
    assert_eq!((first.size(), entries), (size, size));
    desk.write("act.csv", ACT).done(&["record", "act.csv"]);
    let said = desk.done(&["tiles", "published"]);
    assert!(said.contains("1 of them new"), "{said}");
    assert_eq!(published(&folder, &desk).size(), size + 1);
    let other = Desk::packaged();
    let complaint = other.refused(&["tiles", folder.to_str().unwrap()]);
    assert!(complaint.contains("Nothing was published"), "{complaint}");
}

#[test]
fn the_site_serves_the_same() {
    let desk = Desk::packaged();
    desk.done(&["tiles", "published"]);
    let pages = Site::started(&desk, &["serve", "--listen", "127.0.0.1:0"]);
    let size = desk.entries();
    let (head, checkpoint) = get(&pages, "/checkpoint");
    assert!(head.contains("content-type: text/plain; charset=utf-8") && head.contains("no-cache"), "{head}");
    assert_eq!(checkpoint, std::fs::read(desk.path("published/checkpoint")).unwrap());
    for path in TilePath::hashes_of(size).chain(TilePath::entries_of(size)) {
        let (head, bytes) = get(&pages, &format!("/{path}"));
        assert!(
            head.contains("content-type: application/octet-stream") && head.contains("immutable"),
            "{path}: {head}"
        );
        assert!(bytes == std::fs::read(desk.path("published").join(path.to_string())).unwrap(), "{path}");
    }
    desk.write("act.csv", ACT).done(&["record", "act.csv"]);
    let (_, checkpoint) = get(&pages, "/checkpoint");
    assert_eq!(String::from_utf8(checkpoint).unwrap(), desk.done(&["checkpoint"]), "it goes on with the register");
    desk.done(&["tiles", "published"]);
    let last = TilePath::entries_of(size + 1).last().unwrap();
    let (_, bundle) = get(&pages, &format!("/{last}"));
    assert!(bundle == std::fs::read(desk.path("published").join(last.to_string())).unwrap());
}

#[test]
fn a_proof_from_the_site_needs_no_register() {
    let desk = Desk::packaged();
    let pages = Site::started(&desk, &["serve", "--listen", "127.0.0.1:0"]);
    desk.done(&["checkpoint", "--public-key", "--out", "register.pub"]);
    let (head, proof) = get(&pages, "/log/proof/1234");
    assert!(head.contains("content-disposition: attachment; filename=\"entry-1234.proof\""), "{head}");
    desk.write("entry.proof", &proof);
    let said = desk.done(&["verify", "entry.proof", "--public-key", "register.pub"]);
    assert!(said.contains("entry 1234 of the"), "{said}");
    assert_eq!(proof, desk.done(&["prove", "1234"]).into_bytes());
    let (_, checkpoint) = get(&pages, "/log/checkpoint/12");
    desk.write("noted.checkpoint", checkpoint);
    desk.done(&["verify", "--checkpoint", "noted.checkpoint"]);
}
