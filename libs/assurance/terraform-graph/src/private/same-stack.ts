import type { Resource } from '../resource';

const OPAQUE = /^(?:[a-z]+(?:-[a-z]+)*-[0-9a-f]{8,17}|arn:.*)$/s;

/**
 * The resources that an earlier document has already: a plan and the state it will change, or two
 * states of one stack. Documents are of one stack when the same thing has the same address in both.
 */
export function stackOf(documents: readonly (readonly Resource[])[]): ReadonlySet<Resource> {
  const hidden = new Set<Resource>();
  const addresses = documents.map(
    (resources) => new Map(resources.map((resource) => [keyOf(resource), resource])),
  );
  const order = documents
    .map((resources, position) => ({
      resources,
      position,
      plan: resources[0]?.document.kind === 'plan',
    }))
    .sort((one, other) => Number(other.plan) - Number(one.plan));
  for (const [rank, { resources }] of order.entries()) {
    for (const earlier of order.slice(0, rank)) {
      const known = addresses[earlier.position] ?? new Map<string, Resource>();
      const pairs = resources.map((resource) => [resource, known.get(keyOf(resource))] as const);
      if (!pairs.some(([one, other]) => other !== undefined && areSame(one, other))) continue;
      for (const [resource, other] of pairs) if (other !== undefined) hidden.add(resource);
    }
  }
  return hidden;
}

function keyOf({ mode, address, change, deposed }: Resource): string {
  return mode === 'data' ? address : `${change.previousAddress ?? address}|${deposed ?? ''}`;
}

/** Both have an id or ARN that is nobody else's. */
function areSame(one: Resource, other: Resource): boolean {
  return ['id', 'arn'].some((attribute) => {
    const value = one.facts.before[attribute];
    return (
      typeof value === 'string' && OPAQUE.test(value) && value === other.facts.before[attribute]
    );
  });
}
