import type { Resource, Text } from '@culvert/terraform-graph';
import type { Mistake } from '../review-error';
import type { ResourceAddresses } from './resource-addresses';

/** Something of the documents, or that an ARN names. */
export interface Identified {
  readonly label: string;
  readonly is: Resource | Text;
}

type Found = Pick<Mistake, 'path' | 'value' | 'allowed'>;

const IDENTITIES: readonly string[] = ['aws_iam_role', 'aws_iam_user'];

const SERVICE = /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/u;

/** The roles and users that a text names, or the service of AWS. */
export function identitiesAt(
  text: string,
  path: string,
  addresses: ResourceAddresses,
  mistakes: Found[],
): readonly Identified[] {
  if (SERVICE.test(text)) return [{ label: text, is: text }];
  const found = resourcesAt(text, path, addresses, mistakes);
  const other = found.find(({ is }) => isResource(is) && !IDENTITIES.includes(is.type));
  if (other === undefined) return found;
  mistakes.push({ path, value: text, allowed: `the address of one of ${IDENTITIES.join(', ')}` });
  return [];
}

/** The resources that a text names, by address or ARN. */
export function resourcesAt(
  text: string,
  path: string,
  addresses: ResourceAddresses,
  mistakes: Found[],
): readonly Identified[] {
  if (text.startsWith('arn:')) return [{ label: text, is: text }];
  const resources = addresses.at(text);
  if (resources.length === 0) {
    const near = addresses.near(text).map((address) => JSON.stringify(address));
    const hint = near.length > 0 ? `, such as ${near.join(', ')}` : '';
    mistakes.push({ path, value: text, allowed: `an ARN or a resource in the documents${hint}` });
  }
  return resources.map((resource) => ({ label: addresses.nameOf(resource), is: resource }));
}

export function isResource(value: Resource | Text): value is Resource {
  return typeof value === 'object' && 'address' in value;
}
