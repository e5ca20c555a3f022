//! The Connect API's requests.

use customer_rules::connect::{
    ChangeCustomerInfo, CheckCredentials, ClientToken, CustomerNumber, SearchCustomers, Server,
    UserToken, change_customer_info, check_credentials, get_customer_info, get_customer_info_of,
    search_customers,
};

#[test]
fn each_request_is_the_pages() {
    let server = Server::parse("https://connect.example.com/").unwrap();
    let user = UserToken::parse("USER").unwrap();
    let client = ClientToken::parse("CLIENT").unwrap();
    let change = ChangeCustomerInfo::from_json(b"{}").unwrap();
    let search = SearchCustomers::from_json(br#"{"email": "a@b.no"}"#).unwrap();
    let check = CheckCredentials::from_json(br#"{"credentials": ["1"]}"#).unwrap();
    let number = CustomerNumber::new(563_457).unwrap();
    let requests = [
        (
            get_customer_info(&server, &user),
            "GET /v1/customer/info USER",
            "",
        ),
        (
            change_customer_info(&server, &user, &change),
            "POST /v1/customer/info USER",
            r#"{"name":{"firstName":null,"#,
        ),
        (
            search_customers(&server, &client, &search),
            "POST /v1/client/customer/search CLIENT",
            r#"{"email":"a@b.no"}"#,
        ),
        (
            check_credentials(&server, &client, &check),
            "POST /v1/client/credential/customers/check CLIENT",
            r#"{"credentials":["1"]}"#,
        ),
        (
            get_customer_info_of(&server, &client, number),
            "GET /v1/client/customer/info/563457 CLIENT",
            "",
        ),
    ];
    for (request, line, body) in requests {
        let token = request.headers()["authorization"]
            .to_str()
            .unwrap()
            .replace("Bearer ", "");
        assert_eq!(
            format!("{} {} {token}", request.method(), request.uri().path()),
            line
        );
        assert_eq!(request.uri().host(), Some("connect.example.com"));
        assert!(request.headers()["authorization"].is_sensitive());
        assert_eq!(request.headers()["accept"], "application/json");
        assert!(
            std::str::from_utf8(request.body())
                .unwrap()
                .starts_with(body)
        );
    }
    assert_eq!(
        format!("{user:?} {client:?}"),
        "UserToken(***) ClientToken(***)"
    );
}
