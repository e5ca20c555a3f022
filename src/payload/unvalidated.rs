//! A payload before its check, for frameworks that read and judge in two steps:
//! [`Unvalidated`].

use core::fmt;
use core::marker::PhantomData;

use serde::{Deserialize, Deserializer};

use super::{Payload, shape};
use crate::check::Document;
use crate::violation::Violations;

/// A document that is to become a payload, read and not judged yet.
///
/// It deserialises from anything, whatever the types of its values, so that an
/// extractor of a web framework never fails on them; all of them are judged
/// together by [`Unvalidated::check`], or by garde (feature `garde`).
///
/// ```
/// use customer_rules::{Unvalidated, front_payment::PrivateCustomer};
///
/// let form: Unvalidated<PrivateCustomer> = serde_json::from_str(r#"{"name": 5, "email": []}"#)?;
/// assert_eq!(form.violations().len(), 10);
/// assert!(form.check().is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Unvalidated<P> {
    document: Document<'static>,
    payload: PhantomData<fn() -> P>,
}

impl<P: Payload<'static>> Unvalidated<P> {
    /// Every violation, none if all rules hold.
    #[must_use]
    pub fn violations(&self) -> Violations {
        self.document.violations()
    }

    /// Judges the document, and gives the payload if all is well.
    ///
    /// # Errors
    ///
    /// [`Violations`] if a rule is broken.
    pub fn check(self) -> Result<P, Violations> {
        let checked = self.document.check()?;
        P::from_view(checked.view())
            .ok_or_else(|| shape::misfits(P::RULES, &P::SHAPE, checked.view()))
    }
}

impl<'de, P: Payload<'static>> Deserialize<'de> for Unvalidated<P> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = P::RULES.deserialize(deserializer)?;
        Ok(Self {
            document: document.into_owned(),
            payload: PhantomData,
        })
    }
}

impl<P> fmt::Debug for Unvalidated<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Unvalidated").field(&self.document).finish()
    }
}
