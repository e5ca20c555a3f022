//! What the tests share: the bodies, a client that posts them, and the start of a server.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::Duration;

use actix_web::web::ServiceConfig;
use actix_web::{App, HttpServer};
use axum::Router;
use ureq::http::Response;
use ureq::{Agent, Body};

const PATIENCE: Duration = Duration::from_secs(20);

/// A private customer that all rules accept, with a blank to trim.
pub const VALID: &str = r#"{"name": " Kari Nordmann", "email": "kari@example.com",
    "countryCode": "+47", "msisdn": "46567468", "preferredLanguage": "en", "addresses": {"billing":
    {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#;

/// The same, as it is to be sent.
pub const SENT: &str = concat!(
    r#"{"name":"Kari Nordmann","email":"kari@example.com","countryCode":"+47","#,
    r#""msisdn":"46567468","preferredLanguage":"en","addresses":{"billing":"#,
    r#"{"street":"Luramyrveien 65","zip":"4313","city":"Sandnes","country":"NO"}}}"#,
);

/// A private customer with a wrong type, a wrong text and a missing member.
pub const INVALID: &str = r#"{"email": "kari@", "name": "Kari Nordmann", "countryCode": "+47",
    "msisdn": "46567468", "preferredLanguage": 5, "addresses": {"billing":
    {"street": "Luramyrveien 65", "city": "Sandnes", "country": "NO"}}}"#;

/// A corporate customer of whose contacts, one in a list, the e-mail is wrong.
pub const INVALID_CORPORATE: &str = r#"{"name": "Nordmann AS", "email": "post@example.com",
    "countryCode": "+47", "msisdn": "46567468", "preferredLanguage": "no", "addresses": {"billing":
    {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}},
    "additionalContact": [{"name": "Kari Nordmann", "email": "kari@"}]}"#;

/// No JSON, from line 2, column 10 on.
pub const MALFORMED: &str = "{\"name\": \"Kari Nordmann\",\n\"email\": kari@example.com}";

/// A listener on a port that is free.
fn listen() -> io::Result<TcpListener> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Serves an axum application for as long as the test runs.
///
/// # Errors
///
/// If there is no port, or no runtime.
pub fn serve_axum(app: Router) -> io::Result<SocketAddr> {
    let listener = listen()?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    // The system keeps connections that come before the server; a client that sees
    // no answer fails its own test.
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, app).await
        })
    });
    Ok(address)
}

/// Serves an actix-web application for as long as the test runs.
///
/// # Errors
///
/// If there is no port.
pub fn serve_actix(routes: fn(&mut ServiceConfig)) -> io::Result<SocketAddr> {
    let listener = listen()?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        actix_web::rt::System::new().block_on(async {
            let server = HttpServer::new(move || App::new().configure(routes));
            let server = server.workers(1).disable_signals();
            server.listen(listener)?.run().await
        })
    });
    Ok(address)
}

/// A response, as far as tests look at it.
#[derive(Debug)]
pub struct Exchanged {
    /// The HTTP status.
    pub status: u16,
    /// The media type, without parameters.
    pub media_type: String,
    /// The body.
    pub body: String,
}

/// Posts a JSON body: status and body of the response.
///
/// # Errors
///
/// If there is no response in time.
pub fn post(server: SocketAddr, path: &str, body: &str) -> Result<(u16, String), ureq::Error> {
    let response = exchange(server, path, &[], body)?;
    Ok((response.status, response.body))
}

/// Posts a JSON body with more headers.
///
/// # Errors
///
/// If there is no response in time.
pub fn exchange(
    server: SocketAddr,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Result<Exchanged, ureq::Error> {
    let mut request = agent().post(format!("http://{server}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    read(
        request
            .header("content-type", "application/json")
            .send(body)?,
    )
}

/// Fetches a document: status and body of the response.
///
/// # Errors
///
/// If there is no response in time.
pub fn fetch(server: SocketAddr, path: &str) -> Result<(u16, String), ureq::Error> {
    let response = read(agent().get(format!("http://{server}{path}")).call()?)?;
    Ok((response.status, response.body))
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE))
        .proxy(None);
    config.build().into()
}

fn read(mut response: Response<Body>) -> Result<Exchanged, ureq::Error> {
    let media_type = response.body().mime_type().unwrap_or_default().to_owned();
    let body = response.body_mut().read_to_string()?;
    Ok(Exchanged {
        status: response.status().as_u16(),
        media_type,
        body,
    })
}
