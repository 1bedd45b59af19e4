import { ATTRIBUTES } from './attributes-with-identifiers';
import type { Identifier } from './identifier';
import { remembered } from './remembered';

const COLLECTIONS = new Set([
  'propagating_vgws',
  'subnets',
  'security_groups',
  'vpc_zone_identifier',
  'identifiers',
  'values',
  'groups',
  'roles',
  'users',
  'client_subnets',
  'records',
  'security_group_id_list',
  'source_policy_documents',
  'override_policy_documents',
]);

const BY_PRODUCER = new Map(
  Object.values(ATTRIBUTES)
    .flatMap((identifier) => identifier.kinds ?? [identifier])
    .flatMap((identifier) => identifier.of.map((attribute) => [attribute, identifier] as const)),
);

/** Whatever id: attributes are called so for one reason only. */
const ANY_ID: Identifier = { of: [], alone: true };

/** What the attribute holds, when AWS documents it to be an identifier; `aws_subnet`, `vpc_id`. */
export const heldBy = remembered((type, attribute): Identifier | undefined => {
  const last = attribute.slice(attribute.lastIndexOf('.') + 1);
  return ownLookup(`${type}.${attribute}`) ?? ownLookup(last) ?? anyId(type, last);
});

/** What the attribute is, when it is the identifier of its own resource; `aws_subnet`, `id`. */
export const identifierOf = remembered((type, attribute) =>
  BY_PRODUCER.get(`${type}.${attribute}`),
);

/** Whether the attribute holds any number of identifiers, in no order that matters. */
export function isCollection(attribute: string): boolean {
  const last = attribute.slice(attribute.lastIndexOf('.') + 1);
  return COLLECTIONS.has(last) || /_(?:ids|arns)$/.test(last);
}

/** The attributes of a type that may hold the identifier, the type's own first. */
export function attributesFor(type: string, identifier: Identifier): readonly string[] {
  const found = attributesFound.get(identifier) ?? new Map<string, readonly string[]>();
  attributesFound.set(identifier, found);
  const attributes = found.get(type) ?? findAttributes(type, identifier);
  found.set(type, attributes);
  return attributes;
}

/** There are few types and identifiers, and they are asked for at every reference. */
const attributesFound = new Map<Identifier, Map<string, readonly string[]>>();

function findAttributes(type: string, identifier: Identifier): readonly string[] {
  const own = identifier.of
    .filter((attribute) => attribute.startsWith(`${type}.`))
    .map((attribute) => attribute.slice(type.length + 1));
  if (own.length > 0) return own.slice(0, 1);
  return Object.entries(ATTRIBUTES).flatMap(([attribute, held]) =>
    held === identifier && !attribute.includes('.') ? [attribute] : [],
  );
}

/** Whether what the one attribute holds can stand where the identifier is asked for. */
export function fits(type: string, attribute: string, identifier: Identifier): boolean {
  if (identifier.of.includes(`${type}.${attribute}`)) return true;
  if (type === 'terraform_remote_state') return false;
  if (identifier === ANY_ID) return /(?:^|_)id$/.test(attribute);
  const held = heldBy(type, attribute);
  return held !== undefined && held.of.some((source) => identifier.of.includes(source));
}

/** The one exception: an auto scaling target's is made of a path and a name. */
function anyId(type: string, attribute: string): Identifier | undefined {
  return attribute.endsWith('_id') && !type.startsWith('aws_appautoscaling_') ? ANY_ID : undefined;
}

function ownLookup(attribute: string): Identifier | undefined {
  return Object.hasOwn(ATTRIBUTES, attribute) ? ATTRIBUTES[attribute] : undefined;
}
