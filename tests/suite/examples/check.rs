//! The example `check`.

use crate::support::examples::run;

fn check(arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    run("check", arguments, input)
}

#[test]
fn the_shipped_payloads() {
    let payload = |name: &str| format!("examples/payloads/{name}.json");
    let (code, out, _) = check(&["front-payment/private", &payload("page-private")], b"");
    assert_eq!(code, 1);
    assert_eq!(
        out,
        "personalNumber  digits  The personal number format is invalid.\n\n1 violation\n"
    );
    for (rules, name) in [
        ("front-payment/private", "private"),
        ("front-payment/corporate", "page-corporate"),
        ("front-payment/corporate", "corporate"),
    ] {
        let (code, out, _) = check(&[rules, &payload(name)], b"");
        assert_eq!(code, 0, "{name}");
        assert!(out.starts_with("{\n  \"name\": "), "{out}");
    }
}

#[test]
fn a_line_in_a_line_out() {
    let input =
        b"{\"email\": 5}\n\n{\"a\xff\": 1}\n \t\r\n\xef\xbb\xbf{\"email\" 5}\r\n\xef\xbb\xbf\n[]";
    let (code, out, _) = check(&["--ndjson", "front-payment/private"], input);
    assert_eq!(code, 0);
    let lines: Vec<serde_json::Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let numbers: Vec<_> = lines.iter().map(|line| line["line"].as_u64()).collect();
    assert_eq!(numbers, [Some(1), Some(3), Some(5), Some(7)]);
    assert_eq!(
        lines[0]["violations"][1],
        serde_json::json!({"path": "email", "code": "email"})
    );
    assert_eq!(
        lines[0]["messages"][1],
        "The email must be a valid email address."
    );
    assert_eq!(lines[1]["syntax"], "invalid UTF-8 at line 1 column 4");
    // The mark is no character of the line.
    assert_eq!(lines[2]["syntax"], "expected `:` at line 1 column 10");
    assert_eq!(lines[3]["violations"].as_array().unwrap().len(), 10);
    assert!(lines.iter().all(|line| line.get("truncated").is_none()));
}

#[test]
fn a_line_says_that_there_is_more() {
    let contacts = |count| vec![r#"{"email": 5}"#; count].join(",");
    // Ten violations are the customer's.
    let body = |count| format!("{{\"additionalContact\": [{}]}}\n", contacts(count));
    let input = body(990) + &body(991);
    let (code, out, _) = check(&["--ndjson", "front-payment/corporate"], input.as_bytes());
    assert_eq!(code, 0);
    let lines: Vec<serde_json::Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let told: Vec<_> = lines.iter().map(|line| line.get("truncated")).collect();
    assert_eq!(told, [None, Some(&serde_json::json!(true))]);
    for line in lines {
        assert_eq!(line["violations"].as_array().unwrap().len(), 1_000);
    }
}

#[test]
fn usage_and_syntax_errors() {
    let (code, out, _) = check(&["--list"], b"");
    let names: Vec<_> = customer_rules::RULE_SETS
        .iter()
        .map(|rules| rules.name())
        .collect();
    assert_eq!((code, out.lines().collect::<Vec<_>>()), (0, names));
    for arguments in [
        &[][..],
        &["front-payment"],
        &["--nonsense", "front-payment/private"],
        &["front-payment/private", "no-such-file"],
        &["front-payment/private", "a", "b"],
    ] {
        let (code, out, err) = check(arguments, b"{}");
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty());
    }
    let (code, out, err) = check(&["front-payment/private", "-"], b"{");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("line 1 column 1"), "{err}");
}
