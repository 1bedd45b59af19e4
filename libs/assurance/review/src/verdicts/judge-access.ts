import type { GateAnswer } from '@culvert/access';
import type { FlowResult, PathHop } from '@culvert/report';
import { and, not } from '@culvert/symbolic';
import type { Resource, Text } from '@culvert/terraform-graph';
import type { DeclaredAccess } from '../input/flows';
import { wordOf } from './paths';
import type { Authority } from './search';
import { verdictOf } from './verdict';

/** An action whose ends are known. */
export interface ResolvedAccess {
  readonly declared: DeclaredAccess;
  readonly identities: readonly { readonly label: string; readonly is: Resource | Text }[];
  readonly resources: readonly { readonly label: string; readonly is: Resource | Text }[];
}

const WORDS = { yes: 'is allowed', no: 'is denied', unknown: 'may be allowed' } as const;

/** Whether policies allow the action to each identity at each resource, or to none at any. */
export function judgeAccess(access: ResolvedAccess, authority: Authority): FlowResult {
  const { declared, identities, resources } = access;
  const { as, action, to, expect, name = `${as} ${action} ${to}` } = declared;
  const answers = identities.flatMap((identity) =>
    resources.map((resource) => {
      const caller = { identity: identity.is };
      const gates = authority.authorize({ caller, action, resource: resource.is, entry: 'open' });
      const allowed = and(...gates.map(({ passes }) => passes));
      const holds = expect === 'allowed' ? allowed : not(allowed);
      const hops = gates.map(hopOf);
      const path = { from: identity.label, to: resource.label, passes: wordOf(allowed), hops };
      const what = `${identity.label} ${WORDS[path.passes]} ${action} on ${resource.label}`;
      return { holds, what, hops: expect === 'allowed' ? hops : [], path };
    }),
  );
  return {
    name,
    expectation: expect,
    from: as,
    to,
    traffic: action,
    ...verdictOf(answers, [], `it is ${expect}`),
    paths: answers.map(({ path }) => path),
  };
}

function hopOf({ gate, component, rule, passes, detail }: GateAnswer): PathHop {
  const word = wordOf(passes);
  return {
    kind: gate,
    component,
    ...(rule === undefined ? {} : { rule }),
    effect: word === 'yes' ? 'passes' : word === 'no' ? 'blocks' : 'unknown',
    detail,
  };
}
