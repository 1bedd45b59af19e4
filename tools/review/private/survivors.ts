/**
 * By stack, what may go without a declared flow being lost: something else leads the same way, or no flow
 * is declared that goes by it.
 */
export const REDUNDANT: Readonly<Record<string, readonly RegExp[]>> = {
  'cross-account-privatelink': [
    // Another target is enough, and so is what leads to it.
    /^aws_lb_target_group_attachment\./,
    /^aws_vpc_security_group_egress_rule\.application_load-balancer-group_egress-/,
    // The tables have local routes only, and so has the main one.
    /^aws_route_table_association\./,
  ],
  'transit-gateway-onprem': [
    // The other host on-prem is enough.
    /^aws_lb_target_group_attachment\./,
    // They drop what is for the consumers, where no other route leads.
    /^aws_ec2_transit_gateway_route\./,
    // The tables have local routes only, and so has the main one.
    /^aws_route_table_association\.consumer_/,
    // Names on-prem are resolved by no declared flow, and names here over UDP.
    /^aws_vpc_security_group_egress_rule\.api_resolver-outbound_/,
    /^aws_vpc_security_group_ingress_rule\.api_resolver-inbound_security-group_ingress-192-168-0-0--16-53_/,
  ],
  'okta-caller': [
    // The rule for Okta has every address in it, since a firewall behind it knows names.
    /^aws_vpc_security_group_egress_rule\.caller_(caller-\w+|rotator)_function_security-group_egress-(192-168-0-0--16|okta-caller-endpoints)-443_/,
    // What is done through the endpoints is declared by the policies of both ends alone.
    /^aws_vpc_endpoint_policy\..* removed$/,
    // Names on-prem are resolved by no declared flow.
    /^aws_vpc_security_group_egress_rule\.caller_resolver_/,
  ],
};

/** By stack, what may be opened without anything getting through that can be declared. */
export const HARMLESS: Readonly<Record<string, readonly RegExp[]>> = {
  // Lambda may make interfaces, the code may not: only a condition key of the request tells them apart.
  'okta-caller': [/^aws_iam_role_policy\..*: statement TheCodeDoesNeither removed$/],
  // One attachment is on each side: a table learns the way back to where all of it comes from.
  'transit-gateway-onprem': [/^aws_ec2_transit_gateway_route_table_propagation\./],
};
