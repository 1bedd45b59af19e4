import type { Json } from '../json';
import { remembered } from './remembered';

/** What an attribute is when the configuration does not give it. */
export interface Default {
  readonly value: Json;
  /** Whether it stands for blocks: one that is dynamic, over what is not known, is in no plan. */
  readonly blocks: boolean;
}

const plain = (value: Json): Default => ({ value, blocks: false });
const NO_BLOCKS: Default = { value: [], blocks: true };

/**
 * Attributes that the provider leaves unknown until AWS has set their documented default.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
 */
const DEFAULTS: Readonly<Record<string, Default>> = {
  'aws_api_gateway_rest_api.disable_execute_api_endpoint': plain(false),
  'aws_iam_role.inline_policy': NO_BLOCKS,
  'aws_iam_role.managed_policy_arns': plain([]),
  'aws_network_acl.egress': NO_BLOCKS,
  'aws_network_acl.ingress': NO_BLOCKS,
  'aws_route_table.route': NO_BLOCKS,
  'aws_security_group.egress': NO_BLOCKS,
  'aws_security_group.ingress': NO_BLOCKS,
  'aws_vpc.enable_dns_hostnames': plain(false),
  'aws_vpc_endpoint.private_dns_enabled': plain(false),
};

/** What the attribute of a new resource is when the configuration does not give it. */
export const documentedDefault = remembered((type, attribute): Default | undefined => {
  const at = `${type}.${attribute}`;
  return Object.hasOwn(DEFAULTS, at) ? DEFAULTS[at] : undefined;
});
