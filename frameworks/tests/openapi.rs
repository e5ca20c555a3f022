//! OpenAPI 3.1 documents with the schemas of the tables, by aide and by utoipa.
//!
//! Each test also writes the document as it is served to the folder `tmp` of the target folder,
//! where `.ci/run` has a validator read it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use aide::axum::ApiRouter;
use aide::axum::routing::post_with;
use aide::openapi::{Info, OpenApi};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use customer_rules::Rule::{Nullable, Required, String as Text};
use customer_rules::front_payment::{CorporateCustomer, PrivateCustomer};
use customer_rules::{
    CrossRule, Payload, RuleSet, Unvalidated, Violations, field, format, payload, schema,
};
use customer_rules_frameworks::{INVALID, SENT, VALID, fetch, post as send, serve_axum};
use schemars::generate::SchemaSettings;
use serde_json::Value;

async fn update<P: Payload<'static>>(Json(form): Json<Unvalidated<P>>) -> Response {
    match form.check() {
        // Ready to send; here it is the answer.
        Ok(customer) => Json(customer).into_response(),
        Err(violations) => (StatusCode::UNPROCESSABLE_ENTITY, Json(violations)).into_response(),
    }
}

fn info() -> Info {
    Info {
        title: "Customers".to_owned(),
        version: "1".to_owned(),
        ..Info::default()
    }
}

/// Keeps a served document for the validator, and returns it.
fn keep(name: &str, document: &str) -> Value {
    let path = format!("{}/{name}.json", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(path, document).unwrap();
    serde_json::from_str(document).unwrap()
}

/// Every place that the document refers to.
fn references<'d>(value: &'d Value, into: &mut Vec<&'d str>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| references(value, into)),
        Value::Object(map) => {
            into.extend(map.get("$ref").and_then(Value::as_str));
            map.values().for_each(|value| references(value, into));
        }
        _ => {}
    }
}

/// Asserts that the document describes the payload, what comes in, and the violations.
fn assert_describes_private_customer(document: &Value) {
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."));
    let schemas = &document["components"]["schemas"];
    let sent = &schemas["PrivateCustomer"];
    assert_eq!(
        sent["properties"]["personalNumber"]["pattern"],
        "^[0-9]{11}$"
    );
    let billing = &sent["properties"]["addresses"]["properties"]["billing"];
    let country = billing["properties"]["country"].to_string();
    assert!(country.contains(r##""#/components/schemas/CountryCode""##));
    let codes = schemas["CountryCode"]["enum"].as_array().unwrap();
    assert_eq!(codes.len(), 249);
    let incoming = &schemas["UnvalidatedPrivateCustomer"];
    assert_eq!(incoming["required"], sent["required"]);
    assert!(schemas["UntrimmedString"]["pattern"].is_string());
    assert_eq!(schemas["Violations"]["type"], "object");
    let mut places = Vec::new();
    references(document, &mut places);
    assert!(places.len() > 10);
    for place in places {
        let place = place.strip_prefix('#').unwrap();
        assert!(document.pointer(place).is_some(), "{place}");
    }
}

#[test]
fn aide_has_the_schemas() {
    let mut api = OpenApi {
        info: info(),
        ..OpenApi::default()
    };
    let app = ApiRouter::new()
        .api_route(
            "/private",
            post_with(update::<PrivateCustomer<'static>>, |operation| {
                operation
                    .response::<200, Json<PrivateCustomer<'static>>>()
                    .response::<422, Json<Violations>>()
            }),
        )
        .api_route(
            "/corporate",
            post_with(update::<CorporateCustomer<'static>>, |operation| {
                operation
                    .response::<200, Json<CorporateCustomer<'static>>>()
                    .response::<422, Json<Violations>>()
            }),
        )
        .finish_api(&mut api);
    let api = serde_json::to_value(api).unwrap();
    let server =
        serve_axum(app.route("/openapi.json", get(move || async move { Json(api) }))).unwrap();
    assert_eq!(
        send(server, "/private", VALID).unwrap(),
        (200, SENT.to_owned())
    );
    assert_eq!(send(server, "/private", INVALID).unwrap().0, 422);
    let (_, document) = fetch(server, "/openapi.json").unwrap();
    let document = keep("aide", &document);
    assert_describes_private_customer(&document);
    let body = &document["paths"]["/private"]["post"]["requestBody"]["content"];
    assert_eq!(
        body["application/json"]["schema"]["$ref"],
        "#/components/schemas/UnvalidatedPrivateCustomer"
    );
}

#[utoipa::path(
    post,
    path = "/private",
    request_body = ref("#/components/schemas/UnvalidatedPrivateCustomer"),
    responses(
        (status = 200, description = "Sent", body = ref("#/components/schemas/PrivateCustomer")),
        (status = 422, description = "Refused", body = ref("#/components/schemas/Violations")),
    )
)]
#[expect(dead_code, reason = "it is there for its attribute")]
async fn update_private(form: Json<Unvalidated<PrivateCustomer<'static>>>) -> Response {
    update(form).await
}

#[derive(utoipa::OpenApi)]
#[openapi(paths(update_private))]
struct Api;

/// utoipa has a trait of its own, so the schemas are added to its document.
fn utoipa_document() -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    let mut generator = settings.into_generator();
    generator.subschema_for::<Unvalidated<PrivateCustomer<'static>>>();
    generator.subschema_for::<PrivateCustomer<'static>>();
    generator.subschema_for::<Violations>();
    let mut document = serde_json::to_value(<Api as utoipa::OpenApi>::openapi()).unwrap();
    document["components"]["schemas"] = generator.take_definitions(true).into();
    document
}

#[test]
fn utoipa_has_the_schemas() {
    let app = Router::new().route("/openapi.json", get(async || Json(utoipa_document())));
    let server = serve_axum(app).unwrap();
    let (_, document) = fetch(server, "/openapi.json").unwrap();
    assert_describes_private_customer(&keep("utoipa", &document));
}

static SIGNUP: RuleSet = RuleSet::new(&[
    field("name", &[Required, Text]),
    field("captcha", &[Required, Text]),
    field("ticket", &[Nullable, Text]),
])
.across(&[CrossRule::RequiredOneOf(&[&[&["captcha"]], &[&["ticket"]]])]);

payload! {
    /// A sign-up.
    pub struct Signup<'a> of SIGNUP {
        /// The name.
        name: Required format::Text<'a> = "name",
        /// The number of the ticket.
        ticket: Optional format::Text<'a> = "ticket",
    }
    unsent: ["captcha"]
}

#[test]
fn a_row_that_is_not_sent_is_not_in_the_schema() {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let signup = generator.root_schema_for::<Signup<'static>>();
    assert_eq!(
        signup.get("required").unwrap(),
        &serde_json::json!(["name"])
    );
    let properties = signup.get("properties").unwrap().as_object().unwrap();
    assert!(properties.contains_key("ticket") && !properties.contains_key("captcha"));
    // The rule looks at what is not there any more.
    assert!(signup.get("anyOf").is_none());
    assert!(schema::JsonSchema(&SIGNUP).sent()["anyOf"].is_array());
}
