//! Base URLs, which both APIs take alike.

use customer_rules::{connect, front_payment};

/// Whether both APIs take it.
#[track_caller]
fn is_base(url: &str) -> bool {
    let server = connect::Server::parse(url);
    let other = front_payment::Server::parse(url);
    assert_eq!(server.is_some(), other.is_some(), "{url}");
    if let Some(server) = &server {
        assert_eq!(server.as_str(), url.trim_end_matches('/'));
    }
    server.is_some()
}

#[test]
fn a_port_is_a_number_that_there_can_be() {
    for port in ["", ":1", ":80", ":0080", ":65535"] {
        for path in ["", "/", "/api/v1"] {
            assert!(
                is_base(&format!("https://example.com{port}{path}")),
                "{port}"
            );
            assert!(is_base(&format!("https://[::1]{port}{path}")), "{port}");
        }
    }
    for port in [
        ":", ":65536", ":99999", ":x", ":8x", ":+80", ":-1", ":80:80", "::80", ":%38",
    ] {
        for path in ["", "/", "/api/v1"] {
            assert!(
                !is_base(&format!("https://example.com{port}{path}")),
                "{port}"
            );
            assert!(!is_base(&format!("https://[::1]{port}{path}")), "{port}");
        }
    }
}

#[test]
fn a_path_has_no_segment_that_a_client_would_remove() {
    for path in [
        "/..a", "/a..", "/...", "/.a", "/a.b", "/%2ea", "/a/%2f", "/v1.0/",
    ] {
        assert!(is_base(&format!("https://example.com{path}")), "{path}");
    }
    for path in [
        "/..",
        "/.",
        "/../",
        "/./",
        "/a/../b",
        "/a/./b",
        "/../a",
        "/a/..",
        "/%2e%2e/a",
        "/%2E",
        "/.%2e",
        "/a/%2e.",
    ] {
        assert!(!is_base(&format!("https://example.com{path}")), "{path}");
    }
}

#[test]
fn a_base_has_no_character_that_a_url_does_not_have() {
    let controls = (0..=0x20).chain([0x7f]).map(char::from);
    let others = "\"\\<>^`{|}?#@æøå€\u{80}\u{a0}\u{200b}\u{202e}\u{feff}\u{1f600}";
    for c in controls.chain(others.chars()) {
        for url in [
            format!("https://example{c}.com/api"),
            format!("https://example.com/a{c}i"),
            format!("https://example.com/api{c}"),
            format!("{c}https://example.com/api"),
        ] {
            assert!(!is_base(&url), "{url:?}");
        }
    }
    for c in "-._~!$&'()*+,;=:".chars() {
        assert!(is_base(&format!("https://example.com/a{c}i")), "{c}");
    }
    assert!(is_base("https://xn--e1afmkfd.example.com/api"));
}
