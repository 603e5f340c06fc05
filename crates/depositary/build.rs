//! Lists the packaged facts, so that a file put into `data/` is packaged without any code naming it.

#![expect(clippy::expect_used, reason = "a build that can't read the packaged data must stop")]

use std::fmt::Write;
use std::path::Path;

fn main() {
    let data = Path::new(&std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../data");
    let data = data.canonicalize().expect("the data folder is there");
    let mut list = String::new();
    for (name, folder) in [
        ("TREATIES", "treaties"),
        ("ACTS", "acts"),
        ("RECORDS", "records"),
        ("REPORTS", "reports"),
        ("PUBLISHED", "published"),
    ] {
        println!("cargo::rerun-if-changed={}", data.join(folder).display());
        let mut files: Vec<String> = std::fs::read_dir(data.join(folder))
            .expect("every folder of packaged data is there")
            .map(|file| file.expect("it can be listed").file_name().into_string().expect("names are UTF-8"))
            .collect();
        files.sort();
        writeln!(list, "/// The files in `data/{folder}`.\npub const {name}: &[Packaged] = &[")
            .expect("a string grows");
        for file in files {
            let path = data.join(folder).join(&file);
            println!("cargo::rerun-if-changed={}", path.display());
            let path = path.to_str().expect("the path is UTF-8");
            writeln!(list, "    Packaged {{ name: \"{folder}/{file}\", text: include_str!({path:?}) }},")
                .expect("a string grows");
        }
        list.push_str("];\n");
    }
    let out = Path::new(&std::env::var("OUT_DIR").expect("cargo sets it")).join("packaged.rs");
    std::fs::write(out, list).expect("the list can be written");
}
