//! The macros that write payloads: [`payload!`](crate::payload!) and
//! [`members!`](crate::members!).

/// Writes the typed payload of a table: the struct, its getters, `check`, `from_json`,
/// `from_value`, `into_owned`, `Payload`, `Serialize`, and a `Debug` that shows no value.
///
/// Each line is for one row of the table: the name of the getter, `Required` or `Optional`,
/// the type, and the key. The type is a [format](mod@crate::format), `i64`, a
/// [`Collection`](crate::payload::Collection), an object written with
/// [`members!`](crate::members!), or a [`Format`](crate::payload::Format) of your own.
///
/// ```
/// use customer_rules::format::{Email, Text};
/// use customer_rules::payload::Collection;
/// use customer_rules::{RuleSet, Rule::*, element, field, members, payload};
///
/// static SIGNUP: RuleSet = RuleSet::new(&[
///     field("email", &[Required, Email]),
///     field("address", &[]).members(&[
///         field("street", &[Required, String]),
///         field("floor", &[Nullable, Integer]),
///     ]),
///     field("topics", &[Nullable, List]).each_element(&element(&[Required, String])),
///     field("captcha", &[Required, String]),
/// ]);
///
/// payload! {
///     /// A sign-up.
///     pub struct Signup<'a> of SIGNUP {
///         /// Where to write to.
///         email: Required Email<'a> = "email",
///         /// Where to send things.
///         address: Required Address<'a> = "address",
///         /// What to write about.
///         topics: Optional Collection<'a, Text<'a>> = "topics",
///     }
///     // Checked, but not part of the payload.
///     unsent: ["captcha"]
/// }
///
/// members! {
///     /// An address.
///     pub struct Address<'a> {
///         /// The street.
///         street: Required Text<'a> = "street",
///         /// The floor.
///         floor: Optional i64 = "floor",
///     }
/// }
///
/// let body = r#"{"email": " kari@example.com", "address": {"street": "S 1", "floor": "2"}, "captcha": "x"}"#;
/// let signup = Signup::from_json(body)?;
/// assert_eq!(signup.address().floor(), Some(&2));
/// assert_eq!(
///     serde_json::to_string(&signup).unwrap(),
///     r#"{"email":"kari@example.com","address":{"street":"S 1","floor":2}}"#,
/// );
/// # Ok::<(), customer_rules::Rejection>(())
/// ```
///
/// The compiler compares the members with the table. It refuses a key that no row has, an
/// order other than the table's, a row that is neither a member nor `unsent`, `Required` for
/// a row that may be absent (or `Optional` for one that may not), and a type that the rules do
/// not guarantee:
///
/// ```compile_fail,E0080
/// # use customer_rules::{RuleSet, Rule::*, field, format::Text, payload};
/// static NAME: RuleSet = RuleSet::new(&[field("name", &[Required, String])]);
/// payload! { struct Name<'a> of NAME { name: Required Text<'a> = "nmae", } }
/// ```
///
/// ```compile_fail,E0080
/// # use customer_rules::{RuleSet, Rule::*, field, format::Text, payload};
/// static NAME: RuleSet =
///     RuleSet::new(&[field("first", &[Required, String]), field("last", &[Required, String])]);
/// payload! {
///     struct Name<'a> of NAME {
///         last: Required Text<'a> = "last",
///         first: Required Text<'a> = "first",
///     }
/// }
/// ```
///
/// ```compile_fail,E0080
/// # use customer_rules::{RuleSet, Rule::*, field, format::Text, payload};
/// static NAME: RuleSet =
///     RuleSet::new(&[field("first", &[Required, String]), field("last", &[Required, String])]);
/// payload! { struct Name<'a> of NAME { first: Required Text<'a> = "first", } }
/// ```
///
/// ```compile_fail,E0080
/// # use customer_rules::{RuleSet, Rule::*, field, format::Text, payload};
/// static NAME: RuleSet = RuleSet::new(&[field("name", &[Nullable, String])]);
/// payload! { struct Name<'a> of NAME { name: Required Text<'a> = "name", } }
/// ```
///
/// ```compile_fail,E0080
/// # use customer_rules::{RuleSet, Rule::*, field, format::Email, payload};
/// static NAME: RuleSet = RuleSet::new(&[field("name", &[Required, String])]);
/// payload! { struct Name<'a> of NAME { name: Required Email<'a> = "name", } }
/// ```
#[macro_export]
macro_rules! payload {
    (
        $(#[$doc:meta])*
        $vis:vis struct $name:ident<$a:lifetime> of $rules:path { $($members:tt)* }
        $(unsent: [$($unsent:literal),* $(,)?])?
    ) => {
        $crate::members! {
            $(#[$doc])*
            $vis struct $name<$a> { $($members)* }
            $(unsent: [$($unsent),*])?
        }

        const _: () = $crate::payload::macro_support::assert_fits(
            &$rules,
            &<$name<'static> as $crate::payload::Part<'static>>::SHAPE,
        );

        impl<$a> $crate::Payload<$a> for $name<$a> {
            const RULES: &'static $crate::RuleSet = &$rules;
        }

        impl<$a> $name<$a> {
            /// Checks a document from any deserializer of a self-describing format.
            ///
            /// # Errors
            ///
            /// As `RuleSet::check`.
            $vis fn check<D: $crate::payload::macro_support::Deserializer<$a>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, $crate::Rejection> {
                $crate::payload::macro_support::from_own($rules.check(deserializer))
            }
        }

        $crate::__payload_from_json!($vis $name<$a> of $rules);
        $crate::__payload_schema!($name);
    };
}

/// The part of `payload!` that needs the feature `json` of this crate.
#[cfg(feature = "json")]
#[doc(hidden)]
#[macro_export]
macro_rules! __payload_from_json {
    ($vis:vis $name:ident<$a:lifetime> of $rules:path) => {
        impl<$a> $name<$a> {
            /// Checks the bytes of a JSON document.
            ///
            /// # Errors
            ///
            /// As `RuleSet::check_json`.
            $vis fn from_json(
                body: &$a (impl ::core::convert::AsRef<[u8]> + ?Sized),
            ) -> ::core::result::Result<Self, $crate::Rejection> {
                $crate::payload::macro_support::from_own($rules.check_json(body.as_ref()))
            }

            /// Checks a JSON document that was parsed before.
            ///
            /// # Errors
            ///
            /// As `RuleSet::check_value`.
            $vis fn from_value(
                value: &$a $crate::payload::macro_support::Value,
            ) -> ::core::result::Result<Self, $crate::Rejection> {
                $crate::payload::macro_support::from_own($rules.check_value(value))
            }
        }
    };
}

/// The part of `payload!` that needs the feature `json` of this crate.
#[cfg(not(feature = "json"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __payload_from_json {
    ($($ignored:tt)*) => {};
}

/// The part of `payload!` that needs the feature `schemars` of this crate.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __payload_schema {
    ($name:ident) => {
        impl $crate::schemars_support::JsonSchema for $name<'_> {
            fn schema_name() -> $crate::schemars_support::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> $crate::schemars_support::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(
                generator: &mut $crate::schemars_support::SchemaGenerator,
            ) -> $crate::schemars_support::Schema {
                $crate::schemars_support::of_payload::<$name<'static>>(generator)
            }
        }
    };
}

/// The part of `payload!` that needs the feature `schemars` of this crate.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __payload_schema {
    ($($ignored:tt)*) => {};
}

/// Writes the type of an object inside a payload. It is written as for
/// [`payload!`](crate::payload!), but names no table and has no check of its own.
#[macro_export]
macro_rules! members {
    (
        $(#[$doc:meta])*
        $vis:vis struct $name:ident<$a:lifetime> {
            $($(#[$field_doc:meta])* $field:ident: $presence:ident $type:ty = $key:literal,)+
        }
        $(unsent: [$($unsent:literal),* $(,)?])?
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        $vis struct $name<$a> {
            $($field: $crate::payload::macro_support::$presence<$type>,)+
        }

        impl<$a> $name<$a> {
            $(
                $(#[$field_doc])*
                #[must_use]
                $vis fn $field(&self) -> $crate::members!(@get $presence $type) {
                    self.$field.get()
                }
            )+

            /// The same payload, borrowing nothing from the input.
            #[must_use]
            $vis fn into_owned(self) -> $name<'static> {
                $name { $($field: self.$field.into_owned(),)+ }
            }
        }

        impl<$a> $crate::payload::Part<$a> for $name<$a> {
            type Owned = $name<'static>;

            const SHAPE: $crate::payload::macro_support::Shape =
                $crate::payload::macro_support::Shape::Object {
                    members: &[$($crate::payload::macro_support::Member {
                        key: $key,
                        is_required: <
                            $crate::payload::macro_support::$presence<$type>
                            as $crate::payload::macro_support::Presence<$a>
                        >::IS_REQUIRED,
                        shape: <$type as $crate::payload::Part<$a>>::SHAPE,
                    },)+],
                    unsent: &[$($($unsent),*)?],
                };

            #[inline]
            fn from_view(
                view: $crate::payload::macro_support::View<'_, $a>,
            ) -> ::core::option::Option<Self> {
                let mut parts = $crate::payload::macro_support::Parts::of(view);
                ::core::option::Option::Some(Self {
                    $($field: $crate::payload::macro_support::Presence::from_members(
                        &mut parts,
                        $key,
                    )?,)+
                })
            }

            fn into_owned(self) -> Self::Owned {
                self.into_owned()
            }

            fn show(
                &self,
                f: &mut $crate::payload::macro_support::fmt::Formatter<'_>,
            ) -> $crate::payload::macro_support::fmt::Result {
                $crate::payload::macro_support::fmt::Debug::fmt(self, f)
            }
        }

        impl $crate::payload::macro_support::Serialize for $name<'_> {
            fn serialize<S: $crate::payload::macro_support::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                use $crate::payload::macro_support::{Presence as _, SerializeStruct as _};
                let are_missing = [$(self.$field.is_missing()),+];
                let len = are_missing.iter().filter(|is_missing| !**is_missing).count();
                let mut members = serializer.serialize_struct(stringify!($name), len)?;
                $(if self.$field.is_missing() {
                    members.skip_field($key)?;
                } else {
                    members.serialize_field($key, &self.$field)?;
                })+
                members.end()
            }
        }

        impl $crate::payload::macro_support::fmt::Debug for $name<'_> {
            fn fmt(
                &self,
                f: &mut $crate::payload::macro_support::fmt::Formatter<'_>,
            ) -> $crate::payload::macro_support::fmt::Result {
                f.debug_struct(stringify!($name))$(.field(stringify!($field), &self.$field))+.finish()
            }
        }
    };
    (@get Required $type:ty) => { &$type };
    (@get Optional $type:ty) => { ::core::option::Option<&$type> };
}
