//! The requests of the API, ready for any HTTP client: [`get_customer`],
//! [`update_private`], [`update_corporate`].

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use http::{Method, Request};

use super::{CorporateCustomer, CustomerUuid, PrivateCustomer};
use crate::api::request::{body, request, server, token};

server! {
    /// The base URL of the API.
    ///
    /// ```
    /// use customer_rules::front_payment::Server;
    ///
    /// assert_eq!(Server::parse("https://demo-api.frontpayment.no/api/v1/"), Some(Server::DEMO));
    /// assert_eq!(Server::parse("demo-api.frontpayment.no"), None);
    /// ```
    Server
}

impl Server<'static> {
    /// Where to try things out.
    pub const DEMO: Self = Self(Cow::Borrowed("https://demo-api.frontpayment.no/api/v1"));

    /// The one with the real customers.
    pub const PRODUCTION: Self = Self(Cow::Borrowed("https://apigo.frontpayment.no/api/v1"));
}

token! {
    /// A bearer token, as Front Payment gives it out.
    ///
    /// ```
    /// use customer_rules::front_payment::BearerToken;
    ///
    /// let token = BearerToken::parse("YOUR_FRONTPAYMENT_BEARER_TOKEN").unwrap();
    /// assert_eq!(format!("{token:?}"), "BearerToken(***)");
    /// assert!(BearerToken::parse("Bearer YOUR_FRONTPAYMENT_BEARER_TOKEN").is_none());
    /// ```
    BearerToken
}

/// "Get Customer Details By Uuid": the request.
/// [`parse_customer`](super::parse_customer) reads its response.
///
/// ```
/// use customer_rules::front_payment::{BearerToken, CustomerUuid, Server, get_customer};
///
/// let token = BearerToken::parse("YOUR_FRONTPAYMENT_BEARER_TOKEN").unwrap();
/// let uuid = CustomerUuid::parse("CSRT1511414842").unwrap();
/// let request = get_customer(&Server::DEMO, &token, &uuid);
///
/// assert_eq!(request.method(), "GET");
/// assert_eq!(
///     request.uri(),
///     "https://demo-api.frontpayment.no/api/v1/connect/customers/details/CSRT1511414842",
/// );
/// assert_eq!(request.headers()["authorization"], "Bearer YOUR_FRONTPAYMENT_BEARER_TOKEN");
/// assert!(!format!("{request:?}").contains("YOUR_FRONTPAYMENT"));
/// ```
#[must_use]
pub fn get_customer(
    server: &Server<'_>,
    token: &BearerToken,
    uuid: &CustomerUuid<'_>,
) -> Request<Vec<u8>> {
    customer_request(Method::GET, server, "details", token, uuid, Vec::new())
}

/// "Update Private Customer": the request.
/// [`parse_update`](super::parse_update) reads its response.
///
/// ```
/// use customer_rules::front_payment::{
///     BearerToken, CustomerUuid, PrivateCustomer, Server, update_private,
/// };
///
/// let customer = PrivateCustomer::from_json(br#"{"name": " Kari Nordmann", "email": "kari@example.com",
///     "countryCode": "+47", "msisdn": "46567468", "preferredLanguage": "en", "addresses": {"billing":
///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#)?;
/// let token = BearerToken::parse("YOUR_FRONTPAYMENT_BEARER_TOKEN").unwrap();
/// let uuid = CustomerUuid::parse("CSRT1511414842").unwrap();
/// let request = update_private(&Server::DEMO, &token, &uuid, &customer);
///
/// assert_eq!(request.method(), "PUT");
/// assert_eq!(
///     request.uri().path(),
///     "/api/v1/connect/customers/update/private/CSRT1511414842",
/// );
/// assert!(request.body().starts_with(br#"{"name":"Kari Nordmann","#));
/// # Ok::<(), customer_rules::Rejection>(())
/// ```
#[must_use]
pub fn update_private(
    server: &Server<'_>,
    token: &BearerToken,
    uuid: &CustomerUuid<'_>,
    customer: &PrivateCustomer<'_>,
) -> Request<Vec<u8>> {
    let body = body(customer);
    customer_request(Method::PUT, server, "update/private", token, uuid, body)
}

/// "Update Corporate Customer": the request.
/// [`parse_update`](super::parse_update) reads its response.
///
/// ```
/// use customer_rules::front_payment::{
///     BearerToken, CorporateCustomer, CustomerUuid, Server, update_corporate,
/// };
///
/// let customer = CorporateCustomer::from_json(br#"{"name": "Nordmann AS", "email": "post@example.com",
///     "countryCode": "+47", "msisdn": "46567468", "preferredLanguage": "no", "addresses": {"billing":
///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#)?;
/// let token = BearerToken::parse("YOUR_FRONTPAYMENT_BEARER_TOKEN").unwrap();
/// let uuid = CustomerUuid::parse("CSRT1511414842").unwrap();
/// let request = update_corporate(&Server::PRODUCTION, &token, &uuid, &customer);
///
/// assert_eq!(
///     request.uri(),
///     "https://apigo.frontpayment.no/api/v1/connect/customers/update/corporate/CSRT1511414842",
/// );
/// assert_eq!(request.headers()["content-type"], "application/json");
/// # Ok::<(), customer_rules::Rejection>(())
/// ```
#[must_use]
pub fn update_corporate(
    server: &Server<'_>,
    token: &BearerToken,
    uuid: &CustomerUuid<'_>,
    customer: &CorporateCustomer<'_>,
) -> Request<Vec<u8>> {
    let body = body(customer);
    customer_request(Method::PUT, server, "update/corporate", token, uuid, body)
}

fn customer_request(
    method: Method,
    server: &Server<'_>,
    endpoint: &str,
    token: &BearerToken,
    uuid: &CustomerUuid<'_>,
    body: Vec<u8>,
) -> Request<Vec<u8>> {
    let uri = server.uri(&format!("/connect/customers/{endpoint}/{}", uuid.as_str()));
    request(method, uri, token.header(), body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    const SERVERS: &[&str] = &[
        "https://demo-api.frontpayment.no/api/v1/",
        "https://apigo.frontpayment.no/api/v1",
        "http://127.0.0.1:8080",
        "http://[::1]:8080/",
        "HTTPS://example.com",
        "https://example.com/a/b//",
    ];
    const NO_SERVERS: &[&str] = &[
        "",
        "/",
        "/api/v1/",
        "example.com",
        "example.com:80/api",
        "https://",
        "https:///api",
        "https://:80/",
        "ftp://example.com/",
        "https://kari@example.com/",
        "https://kari:pass@example.com/",
        "https://example.com/?a",
        "https://example.com/#a",
        "https://example.com/ a",
        "https://example.com/\n",
        " https://example.com",
    ];

    #[test]
    fn base_urls_that_are_taken() {
        for url in SERVERS {
            let server = Server::parse(*url).expect(url);
            let uri = server.into_owned().uri("/connect/x");
            assert!(uri.host().is_some_and(|host| url.contains(host)), "{url}");
            assert!(uri.path().ends_with("/connect/x"), "{url}");
        }
    }

    #[test]
    fn base_urls_that_are_refused() {
        for url in NO_SERVERS {
            let error = url.parse::<Server<'_>>().expect_err(url);
            assert_eq!(error.to_string(), "not a base URL");
        }
    }

    #[test]
    fn the_longest_base_makes_a_url() {
        let base = format!("https://example.com/{:x<1$}", "", Server::MAX_LENGTH - 20);
        let server = Server::parse(&base).unwrap();
        let path = format!("/{:x<1000}", "");
        assert_eq!(server.uri(&path).path().len(), base.len() - 19 + path.len());
        assert_eq!(Server::parse(base + "x"), None);
    }

    #[test]
    fn tokens_that_are_taken() {
        for token in ["a", "1|aB3/+._~-==", "YOUR_FRONTPAYMENT_BEARER_TOKEN"] {
            let header = BearerToken::parse(token).expect(token).header();
            assert_eq!(header, format!("Bearer {token}"));
            assert!(header.is_sensitive());
        }
    }

    #[test]
    fn tokens_that_are_refused() {
        for token in [
            "",
            " ",
            "a b",
            "Bearer a",
            "a\n",
            "a\r\nX: y",
            "\0",
            "é",
            "a\u{7f}",
        ] {
            let error = token.parse::<BearerToken>().expect_err(token);
            assert_eq!(error.to_string(), "not a bearer token");
        }
    }

    #[test]
    fn the_known_servers_parse() {
        for server in [Server::DEMO, Server::PRODUCTION] {
            assert_eq!(Server::parse(server.as_str()), Some(server.clone()));
        }
    }
}
