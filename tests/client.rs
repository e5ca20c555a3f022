//! The requests through a real client, against a stand-in for the API that is
//! made of the crate's own rules and envelopes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use customer_rules::RuleSet;
use customer_rules::front_payment::{
    ApiError, BearerToken, CORPORATE_CUSTOMER, CorporateCustomer, CustomerType, CustomerUuid,
    PRIVATE_CUSTOMER, PrivateCustomer, Server, envelope, get_customer, parse_customer,
    parse_update, update_corporate, update_private,
};
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::Request;

const TOKEN: &str = "1|Zq7vKJ";
/// A customer whom the server cannot update, and one whom it refuses.
const FAILING: &str = "Ola Nordmann";
const DISPUTED: &str = "Nordmann AS";

const PATIENCE: Duration = Duration::from_secs(20);

/// A request as the stand-in got it: the first line, the headers, the body.
struct Received {
    line: String,
    headers: Vec<String>,
    body: Vec<u8>,
}

impl Received {
    fn read(stream: &TcpStream) -> io::Result<Self> {
        let mut reader = BufReader::new(stream);
        let mut lines = reader.by_ref().lines();
        let line = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        let headers = lines
            .take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty()))
            .collect::<io::Result<Vec<_>>>()?;
        let mut received = Self {
            line,
            headers,
            body: Vec::new(),
        };
        let length = received.header("content-length").unwrap_or("0");
        received.body = vec![0; length.parse().map_err(io::Error::other)?];
        reader.read_exact(&mut received.body)?;
        Ok(received)
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter().filter_map(|line| line.split_once(':'));
        let (_, value) = headers.find(|(found, _)| found.eq_ignore_ascii_case(name))?;
        Some(value.trim())
    }
}

/// What the API answers: status and body.
fn answer(request: &Received) -> (u16, String) {
    for header in ["accept", "content-type"] {
        assert_eq!(request.header(header), Some("application/json"));
    }
    if request.header("authorization") != Some(&format!("Bearer {TOKEN}")) {
        return (401, r#"{"message":"Unauthenticated."}"#.to_owned());
    }
    match request.line.as_str() {
        "GET /api/v1/connect/customers/details/CSRT1 HTTP/1.1" => {
            (200, include_str!("data/responses/details.json").to_owned())
        }
        "PUT /api/v1/connect/customers/update/private/CSRT1 HTTP/1.1" => {
            update(&PRIVATE_CUSTOMER, &request.body)
        }
        "PUT /api/v1/connect/customers/update/corporate/CSRT2 HTTP/1.1" => {
            update(&CORPORATE_CUSTOMER, &request.body)
        }
        _ => say(&envelope::not_found()),
    }
}

fn say(envelope: &envelope::Envelope<'_>) -> (u16, String) {
    (envelope.status(), serde_json::to_string(envelope).unwrap())
}

/// Takes an update, but for two names: one that the server fails over, and one
/// of which it has another opinion than the client had.
fn update(rules: &RuleSet, body: &[u8]) -> (u16, String) {
    let mut body: Value = serde_json::from_slice(body).unwrap();
    if body["name"] == FAILING {
        return say(&envelope::failed());
    }
    if body["name"] == DISPUTED {
        body["preferredLanguage"] = "nn".into();
        if let Some(contacts) = body.get_mut("additionalContact") {
            contacts["main"]["email"] = "main@".into();
        }
    }
    match rules.check_value(&body) {
        Ok(_) => say(&envelope::updated()),
        Err(rejection) => say(&envelope::refused(rejection.violations().unwrap())),
    }
}

fn serve(mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let (status, body) = answer(&Received::read(&stream)?);
    write!(
        stream,
        "HTTP/1.1 {status} \r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Starts the stand-in on a port that is free, for as long as the test runs.
fn stand_in() -> Server<'static> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}/api/v1/", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            // A client that sees no answer fails its own test.
            let _: io::Result<()> = stream.and_then(serve);
        }
    });
    Server::parse(url).unwrap()
}

fn send(request: Request<Vec<u8>>) -> (u16, Vec<u8>) {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE))
        .proxy(None)
        .build()
        .into();
    let mut response = agent.run(request).unwrap();
    let body = response.body_mut().read_to_vec().unwrap();
    (response.status().as_u16(), body)
}

fn token() -> BearerToken {
    BearerToken::parse(TOKEN).unwrap()
}

fn uuid(uuid: &str) -> CustomerUuid<'_> {
    CustomerUuid::parse(uuid).unwrap()
}

/// A document that both updates accept, with a contact, which a private one ignores.
fn document(name: &str) -> Value {
    json!({
        "name": name, "email": "kari@example.com", "countryCode": "+47", "msisdn": "46567468",
        "preferredLanguage": "no",
        "addresses": {"billing":
            {"street": "Sj\u{f8}husbakken 42", "zip": "4313", "city": "Sandnes", "country": "NO"}},
        "additionalContact": {"main": {"email": "main@example.com"}},
    })
}

/// Updates the private customer with this uuid.
fn update_with(server: &Server<'_>, name: &str, id: &str) -> Result<u16, ApiError> {
    let document = document(name);
    let customer = PrivateCustomer::from_value(&document).unwrap();
    let request = update_private(server, &token(), &uuid(id), &customer);
    let (status, body) = send(request);
    parse_update(&PRIVATE_CUSTOMER, status, &body).map(|updated| updated.answer().status())
}

#[test]
fn a_customer_is_fetched_completed_and_updated() {
    let server = stand_in();
    let (status, body) = send(get_customer(&server, &token(), &uuid("CSRT1")));
    let details = parse_customer(status, &body).unwrap();
    assert_eq!(details.customer_type(), Some(&CustomerType::Private));

    let mut form = details.form(&PRIVATE_CUSTOMER);
    form["preferredLanguage"] = "no".into();
    let customer = PrivateCustomer::from_value(&form).unwrap();
    let (status, body) = send(update_private(&server, &token(), &uuid("CSRT1"), &customer));
    let updated = parse_update(&PRIVATE_CUSTOMER, status, &body).unwrap();
    assert_eq!(updated.answer().status(), 202);
}

#[test]
fn an_update_is_accepted_missed_or_fails() {
    let server = stand_in();
    assert_eq!(update_with(&server, "Kari Nordmann", "CSRT1"), Ok(202));
    let missing = update_with(&server, "Kari Nordmann", "CSRT9").unwrap_err();
    assert!(matches!(missing, ApiError::NotFound(_)), "{missing:?}");
    let failed = update_with(&server, FAILING, "CSRT1").unwrap_err();
    assert!(matches!(failed, ApiError::Server(_)), "{failed:?}");
    assert_eq!(failed.status(), 510);
}

#[test]
fn a_refusal_is_put_back_on_its_fields() {
    let server = stand_in();
    let document = document(DISPUTED);
    let customer = CorporateCustomer::from_value(&document).unwrap();
    let request = update_corporate(&server, &token(), &uuid("CSRT2"), &customer);
    let (status, body) = send(request);
    let Err(ApiError::Refused(refused)) = parse_update(&CORPORATE_CUSTOMER, status, &body) else {
        panic!("the server has another opinion");
    };
    assert!(refused.unplaced().is_empty());
    assert_eq!(
        serde_json::to_value(refused.violations()).unwrap(),
        json!({
            "preferredLanguage": ["The selected preferred language is invalid."],
            "additionalContact.main.email":
                ["The additionalContact.main.email must be a valid email address."],
        })
    );
}

#[test]
fn a_wrong_token_is_told_and_none_is_shown() {
    let server = stand_in();
    let token = BearerToken::parse("Zq7vKJ-wrong").unwrap();
    let request = get_customer(&server, &token, &uuid("CSRT1"));
    assert!(request.headers()["authorization"].is_sensitive());
    let shown = format!("{token:?} {:?} {:?}", uuid("Zq7vKJ"), request.headers());
    assert!(!shown.contains("Zq7vKJ"), "{shown}");

    let (status, body) = send(request);
    let refused = parse_customer(status, &body).unwrap_err();
    assert!(matches!(refused, ApiError::Unauthorized(_)), "{refused:?}");
}
