//! Base URLs.

/// Writes the type of an API's base URL.
macro_rules! server {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name<'a>(alloc::borrow::Cow<'a, str>);

        impl<'a> $name<'a> {
            /// The longest base URL that is taken, in bytes.
            pub const MAX_LENGTH: usize = crate::api::request::MAX_BASE_LENGTH;

            /// Takes the base URL of a server: `http` or `https`, a host, perhaps a
            /// port and a path; slashes at its end are nothing.
            ///
            /// Refused are a user's name or password, a query, a fragment, a port that
            /// is no number up to 65535, a segment `.` or `..` in the path, a longer
            /// URL, and a character that a URL does not have, such as a letter that is
            /// not ASCII: write a name with those in its `xn--` form. With `http` the
            /// token goes over the wire as it is: keep that to a stand-in on the
            /// loopback interface.
            #[must_use]
            pub fn parse(url: impl Into<alloc::borrow::Cow<'a, str>>) -> Option<Self> {
                let url = crate::api::request::without_slash(url.into());
                crate::api::request::is_base(&url).then_some(Self(url))
            }

            /// The base URL, without a slash at its end.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The same, borrowing nothing.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                $name(alloc::borrow::Cow::Owned(self.0.into_owned()))
            }

            /// The URL of a path below the base, whose characters a path takes as
            /// they are: then, and with its length, it is a URL as the base is one.
            fn uri(&self, path: &str) -> http::Uri {
                alloc::format!("{}{path}", self.0).try_into().unwrap_or_default()
            }
        }

        impl core::str::FromStr for $name<'static> {
            type Err = crate::format::InvalidFormat;

            fn from_str(url: &str) -> Result<Self, Self::Err> {
                let url = alloc::string::String::from(url);
                Self::parse(url).ok_or(crate::format::InvalidFormat::new("a base URL"))
            }
        }

        impl core::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0).finish()
            }
        }
    };
}
pub(crate) use server;

use alloc::borrow::Cow;

use http::Uri;
use http::uri::Authority;

/// The longest base URL that is taken, in bytes.
pub(crate) const MAX_BASE_LENGTH: usize = 2048;

pub(crate) fn is_base(url: &str) -> bool {
    // The parser takes what is not ASCII, drops a fragment, and takes a user's name for part of
    // the authority.
    let is_plain = url.len() <= MAX_BASE_LENGTH && url.bytes().all(is_of_base);
    let Some(uri) = url.parse::<Uri>().ok().filter(|_| is_plain) else {
        return false;
    };
    let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
    is_web && uri.authority().is_some_and(is_host_and_port) && !uri.path().split('/').any(is_dots)
}

/// Whether a URL may contain the character, and a base URL too, which has no user, query or
/// fragment.
fn is_of_base(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/[]!$&'()*+,;=%".contains(&byte)
}

/// Whether there is a host, and no port or one that there can be. The parser does not look at
/// the port.
fn is_host_and_port(authority: &Authority) -> bool {
    let host = authority.host();
    let port = match authority.as_str().strip_prefix(host) {
        Some("") => Some("0"),
        Some(port) => port.strip_prefix(':'),
        None => None,
    };
    let is_port =
        |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    !host.is_empty() && port.is_some_and(is_port)
}

/// Whether it is a segment that a client takes for a step up or for none, and removes.
fn is_dots(segment: &str) -> bool {
    let dots = segment.replace("%2e", ".").replace("%2E", ".");
    dots == "." || dots == ".."
}

pub(crate) fn without_slash(url: Cow<'_, str>) -> Cow<'_, str> {
    match url {
        Cow::Borrowed(url) => Cow::Borrowed(url.trim_end_matches('/')),
        Cow::Owned(mut url) => {
            url.truncate(url.trim_end_matches('/').len());
            Cow::Owned(url)
        }
    }
}
