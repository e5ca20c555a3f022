//! Where the API is: [`Server`].

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use http::Uri;

use crate::format::InvalidFormat;

/// The base URL of the API.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Server<'a>(Cow<'a, str>);

impl Server<'static> {
    /// Where to try things out.
    pub const DEMO: Self = Self(Cow::Borrowed("https://demo-api.frontpayment.no/api/v1"));

    /// The one with the real customers.
    pub const PRODUCTION: Self = Self(Cow::Borrowed("https://apigo.frontpayment.no/api/v1"));
}

impl<'a> Server<'a> {
    /// The longest base URL that is taken, in bytes.
    pub const MAX_LENGTH: usize = 2048;

    /// Takes the base URL of a server: `http` or `https`, a host, perhaps a port
    /// and a path; slashes at its end are nothing.
    ///
    /// Refused are a user's name or password, a query, a fragment, and a longer
    /// URL. With `http` the token goes over the wire as it is: keep that to a
    /// stand-in on the loopback interface.
    ///
    /// ```
    /// use customer_rules::front_payment::Server;
    ///
    /// assert_eq!(Server::parse("https://demo-api.frontpayment.no/api/v1/"), Some(Server::DEMO));
    /// assert_eq!(Server::parse("demo-api.frontpayment.no"), None);
    /// ```
    #[must_use]
    pub fn parse(url: impl Into<Cow<'a, str>>) -> Option<Self> {
        let url = without_slash(url.into());
        let uri: Uri = url.parse().ok()?;
        let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
        let has_host = uri.host().is_some_and(|host| !host.is_empty());
        // The parser drops a fragment, and takes a user's name for part of the authority.
        let is_base = url.len() <= Self::MAX_LENGTH && !url.contains(['?', '#', '@']);
        (is_web && has_host && is_base).then_some(Self(url))
    }

    /// The base URL, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Server<'static> {
        Server(Cow::Owned(String::from(self.0)))
    }

    /// The URL of a path below the base, whose characters a path takes as they
    /// are: then, and with its length, it is a URL as the base is one.
    pub(super) fn uri(&self, path: &str) -> Uri {
        format!("{}{path}", self.0).try_into().unwrap_or_default()
    }
}

fn without_slash(url: Cow<'_, str>) -> Cow<'_, str> {
    match url {
        Cow::Borrowed(url) => Cow::Borrowed(url.trim_end_matches('/')),
        Cow::Owned(mut url) => {
            url.truncate(url.trim_end_matches('/').len());
            Cow::Owned(url)
        }
    }
}

impl FromStr for Server<'static> {
    type Err = InvalidFormat;

    fn from_str(url: &str) -> Result<Self, InvalidFormat> {
        Self::parse(String::from(url)).ok_or(InvalidFormat::new("a base URL"))
    }
}

impl fmt::Debug for Server<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Server").field(&self.0).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    const ACCEPTED: &[&str] = &[
        "https://demo-api.frontpayment.no/api/v1/",
        "https://apigo.frontpayment.no/api/v1",
        "http://127.0.0.1:8080",
        "http://[::1]:8080/",
        "HTTPS://example.com",
        "https://example.com/a/b//",
    ];
    const REFUSED: &[&str] = &[
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
    fn accepted() {
        for url in ACCEPTED {
            let server = Server::parse(*url).expect(url);
            let uri = server.into_owned().uri("/connect/x");
            assert!(uri.host().is_some_and(|host| url.contains(host)), "{url}");
            assert!(uri.path().ends_with("/connect/x"), "{url}");
        }
    }

    #[test]
    fn refused() {
        for url in REFUSED {
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
    fn the_known_servers_parse() {
        for server in [Server::DEMO, Server::PRODUCTION] {
            assert_eq!(Server::parse(server.as_str()), Some(server.clone()));
        }
    }
}
