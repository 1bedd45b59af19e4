import type { ListenerRule, TargetGroup } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import { addressesOf } from './addresses-of';
import { takesRule } from './listener-rules';
import { type Forwarding, keyOf } from './model';
import type { Arrival } from './place';
import { Trail } from './trail';

/** What a listener does with a request until it goes to the target group. */
export function forwards(
  { loadBalancer, listener }: Forwarding,
  group: TargetGroup,
  arrival: Arrival,
): Trail {
  const { account } = loadBalancer;
  const rules = listener.rules.filter(({ targetGroups }) =>
    targetGroups.some((each) => keyOf(each) === group.id),
  );
  const sources = AddressSet.NONE.union(...arrival.senders.map(addressesOf));
  const trails = rules.map((rule) =>
    Trail.hop(
      {
        kind: 'load balancer',
        component: listener.name,
        rule: rule.name,
        detail: `${describe(rule)} is forwarded to ${group.name}`,
        account,
      },
      takesRule(listener, rule, { http: arrival.http, sources }),
    ).then(() => authenticated(rule, arrival)),
  );
  const none = { kind: 'load balancer', component: listener.name, account } as const;
  return mutualTls({ loadBalancer, listener }, arrival).then(
    () => Trail.best(trails) ?? Trail.blocked({ ...none, detail: `nothing goes to ${group.name}` }),
  );
}

/** Whoever has what a gate asks for: an identity that the plans do not hold. */
export function shows({ caller, authorized }: Arrival, fact: string): Truth {
  return authorized || caller === 'any' ? TRUE : unknownFor(fact);
}

function mutualTls({ loadBalancer, listener }: Forwarding, arrival: Arrival): Trail {
  const { mutualTls } = listener;
  if (mutualTls === undefined || mutualTls.mode === 'off' || mutualTls.mode === 'passthrough') {
    return Trail.START;
  }
  const store =
    mutualTls.trustStore === undefined ? 'its trust store' : keyOf(mutualTls.trustStore);
  return Trail.hop(
    {
      kind: 'mutual tls',
      component: listener.name,
      detail: `asks for a certificate that ${store} trusts`,
      account: loadBalancer.account,
    },
    shows(arrival, `client certificate for ${listener.name}`),
  );
}

function authenticated({ name, authentication }: ListenerRule, arrival: Arrival): Trail {
  return Trail.sequence(
    ...authentication.map((action) =>
      Trail.hop(
        {
          kind: 'authorizer',
          component: name,
          rule: action,
          detail: `${action} lets the caller in`,
        },
        shows(arrival, `answer of ${action} at ${name}`),
      ),
    ),
  );
}

function describe({ conditions }: ListenerRule): string {
  const { hosts, paths, methods, sources, others } = conditions;
  const parts = [
    ['host', hosts],
    ['path', paths],
    ['method', methods],
    ['source', sources],
  ] as const;
  const texts = parts.flatMap(([name, values]) =>
    values === undefined ? [] : `${name} ${values.map(keyOf).join(' or ')}`,
  );
  const all = [...texts, ...(others === true ? ['its headers or query'] : [])];
  return all.length === 0 ? 'every request' : `a request with ${all.join(', ')}`;
}
