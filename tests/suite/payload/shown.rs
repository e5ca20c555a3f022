//! What typed payloads show of themselves: their shape, and none of their values.

use customer_rules::connect::ChangeCustomerInfo;
use customer_rules::front_payment::{CorporateCustomer, PrivateCustomer};

use crate::support::verdicts::{CORPORATE, PRIVATE};

const ADDRESSES: &str = "Addresses { billing: Address { street: ***, zip: ***, city: ***, \
    country: *** }, shipping: ShippingAddress { street: ***, zip: ***, city: ***, country: *** } }";

#[test]
fn payloads_show_their_shape() {
    let private = PrivateCustomer::from_json(PRIVATE).unwrap();
    assert_eq!(
        format!("{private:?}"),
        format!(
            "PrivateCustomer {{ name: ***, email: ***, country_code: ***, msisdn: ***, \
             preferred_language: ***, personal_number: ***, addresses: {ADDRESSES} }}"
        )
    );
    let corporate = CorporateCustomer::from_json(CORPORATE).unwrap();
    let contact = "Contact { name: ***, designation: ***, country_code: ***, msisdn: ***, \
                   email: ***, note: *** }";
    assert_eq!(
        format!("{corporate:?}"),
        format!(
            "CorporateCustomer {{ name: ***, email: ***, country_code: ***, msisdn: ***, \
             preferred_language: ***, organization_id: ***, addresses: {ADDRESSES}, \
             additional_contact: [{contact}] }}"
        )
    );
    let contacts = corporate.additional_contact().unwrap();
    assert_eq!(format!("{contacts:?}"), format!("[{contact}]"));
    let change = ChangeCustomerInfo::from_json(
        r#"{"name": {"firstName": "Ola", "middleName": null}, "emails": ["ola@example.com"]}"#,
    );
    assert_eq!(
        format!("{:?}", change.unwrap()),
        "ChangeCustomerInfo { name: Name { first_name: ***, middle_name: null, last_name: ***, \
         company_name: null, department_name: null }, phone_numbers: null, emails: [***], \
         invoice_email_address: null }"
    );
}
