//! What is packaged, and the links that a reader of the package follows.

use std::process::Command;

use crate::support::source::{root, text};

/// The targets of the links in a text, without those to other sites and to its own headings.
fn links(markdown: &str) -> Vec<&str> {
    let targets = markdown.split("](").skip(1);
    let inline = targets.filter_map(|after| after.split(')').next());
    let below = markdown.lines().filter_map(|line| {
        let (label, target) = line.strip_prefix('[')?.split_once("]: ")?;
        (!label.contains(']')).then_some(target)
    });
    inline
        .chain(below)
        .map(|target| target.split(['#', ' ']).next().unwrap())
        .filter(|target| !target.is_empty() && !target.contains("://"))
        .collect()
}

/// The files of the package.
fn packaged() -> Vec<String> {
    let list = ["package", "--list", "--allow-dirty", "--offline"];
    let output = Command::new(env!("CARGO"))
        .args(list)
        .args(["--package", env!("CARGO_PKG_NAME")])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| line.replace('\\', "/")).collect()
}

#[test]
fn what_the_readme_links_to_is_packaged() {
    let readme = text("README.md");
    let links = links(&readme);
    let packaged = packaged();
    assert!(packaged.contains(&"README.md".to_owned()));
    assert!(!links.is_empty());
    for link in &links {
        let is_packaged = packaged.iter().any(|file| file == link);
        assert!(is_packaged, "{link} is not packaged");
    }
}

#[test]
fn what_the_pages_link_to_exists() {
    let mut count = 0;
    for page in [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "GUIDE.md",
        "benches/README.md",
        "fuzz/README.md",
    ] {
        let folder = root().join(page).parent().unwrap().to_path_buf();
        for link in links(&text(page)) {
            // The guide is compiled into the documentation, whose links are names.
            if page == "GUIDE.md" && link.contains("::") {
                continue;
            }
            assert!(folder.join(link).exists(), "{page}: {link}");
            count += 1;
        }
    }
    assert!(count > 0);
}
