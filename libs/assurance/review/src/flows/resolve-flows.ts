import type { Caller } from '@culvert/reachability';
import { isText } from '@culvert/terraform-graph';
import { EndResolver } from '../ends/end-resolver';
import { identitiesAt, isResource, resourcesAt } from '../ends/identity-resolver';
import type { NetworkIndex } from '../ends/network-index';
import type { ResolvedEnd } from '../ends/resolved-end';
import { NOBODY } from '../ends/scope';
import type { Declared, DeclaredFlow, Flows, Section } from '../input/flows';
import type { LoadedYaml } from '../input/load-yaml';
import { ReviewError } from '../review-error';
import type { ResolvedAccess } from '../verdicts/judge-access';
import type { ResolvedOnly } from '../verdicts/judge-only';
import type { ResolvedFlow } from '../verdicts/resolved-flow';
import { hasPorts, namesItsPort, wrongPort } from '../verdicts/traffic';

/** Where AWS's own services answer. */
const HTTPS = 443;

/** Flows whose ends are known. */
export interface ResolvedFlows {
  readonly reach: readonly ResolvedFlow[];
  readonly never: readonly ResolvedFlow[];
  readonly only: readonly ResolvedOnly[];
  readonly access: readonly ResolvedAccess[];
  /** What does not apply, a sentence each. */
  readonly notApplicable: readonly string[];
}

interface Applicable {
  readonly name?: string;
  readonly given?: string;
}

/** What is behind a service of AWS only answers. */
function isNoOrigin({ scope }: ResolvedEnd): boolean {
  return scope === NOBODY;
}

/**
 * Finds what a file of flows names.
 *
 * @param accounts the names of accounts, by id
 * @throws {@link ReviewError} with everything that it names and that is not there
 */
export function resolveFlows(
  { value, yaml }: LoadedYaml<Flows>,
  index: NetworkIndex,
  accounts: Readonly<Record<string, string>>,
): ResolvedFlows {
  const { document } = value;
  const { documents } = index.addresses;
  if (document !== undefined && documents.length > 1 && !documents.includes(document)) {
    const allowed = `one of ${documents.join(', ')}`;
    throw new ReviewError([yaml.mistake({ path: '/document', value: document, allowed })]);
  }
  const addresses =
    document === undefined || documents.length === 1
      ? index.addresses
      : index.addresses.within(document);
  const resolver = new EndResolver(index, addresses, accounts);
  const { mistakes } = resolver;

  const ends = (declared: Declared, path: string) => {
    const allowed = wrongPort(declared);
    if (allowed !== undefined) {
      mistakes.push({ path: `${path}/port`, value: declared.port, allowed });
    }
    const from = resolver.resolve(declared.from, `${path}/from`);
    for (const { label } of from.filter(isNoOrigin)) {
      mistakes.push({ path: `${path}/from`, value: label, allowed: 'what sends traffic' });
    }
    const to = resolver.resolve(declared.to, `${path}/to`);
    return { declared, from, to };
  };

  const callerOf = ({ as }: DeclaredFlow, path: string, byDefault: Caller): Caller => {
    if (as === undefined) return byDefault;
    if (as === 'anonymous') return as;
    const [identity, ...others] = identitiesAt(as, `${path}/as`, addresses, mistakes);
    if (others.length > 0) {
      mistakes.push({ path: `${path}/as`, value: as, allowed: 'one role or user, with its key' });
    }
    const is = identity?.is;
    const arn = is !== undefined && isResource(is) ? is.value('arn') : is;
    return isText(arn) ? { identity: arn } : byDefault;
  };

  const flow = (declared: DeclaredFlow, path: string, byDefault: Caller): ResolvedFlow => ({
    ...ends(declared, path),
    declared,
    caller: callerOf(declared, path, byDefault),
    via: [],
  });

  const notApplicable: string[] = [];
  /** The flows of a section that apply, each with where it stands. */
  const each = <T extends Applicable, R>(
    section: Section,
    flows: readonly T[] = [],
    resolve: (flow: T, path: string) => R,
  ): readonly R[] =>
    flows.flatMap((declared, position) => {
      const { given, name = `${section} ${position + 1}` } = declared;
      const applies = given === undefined || addresses.at(given).length > 0;
      if (!applies) notApplicable.push(`"${name}" does not apply: there is no ${given}`);
      return applies ? [resolve(declared, `/${section}/${position}`)] : [];
    });

  const resolved: ResolvedFlows = {
    reach: each('reach', value.reach, (declared, path) => {
      const found = flow(declared, path, 'anonymous');
      const { protocol = 'tcp' } = declared;
      const needsPort = declared.port === undefined && hasPorts(protocol);
      const [port, ...others] = new Set(found.to.map((end) => portOf(end, index)));
      if (needsPort && (port === undefined || others.length > 0)) {
        mistakes.push({
          path: `${path}/port`,
          value: undefined,
          allowed: 'the port that is reached',
        });
      }
      const via = declared.via.flatMap((text, at) =>
        resourcesAt(text, `${path}/via/${at}`, addresses, mistakes).map(({ label }) => label),
      );
      return {
        ...found,
        declared: needsPort ? { ...declared, port: port ?? HTTPS } : declared,
        via,
      };
    }),
    never: each('never', value.never, (declared, path) => flow(declared, path, 'any')),
    only: each('only', value.only, ends),
    access: each('access', value.access, (declared, path) => ({
      declared,
      identities: identitiesAt(declared.as, `${path}/as`, addresses, mistakes),
      resources: resourcesAt(declared.to, `${path}/to`, addresses, mistakes),
    })),
    notApplicable,
  };
  if (mistakes.length > 0) throw new ReviewError(mistakes.map((it) => yaml.mistake(it)));
  return resolved;
}

/** Where an end answers, when that goes without saying. */
function portOf({ port, targets }: ResolvedEnd, index: NetworkIndex): number | undefined {
  return port ?? (targets.every(({ is }) => namesItsPort(is, index)) ? HTTPS : undefined);
}
