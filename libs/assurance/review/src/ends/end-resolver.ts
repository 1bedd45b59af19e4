import { AddressSet } from '@culvert/packet-set';
import { isRange } from '../input/context';
import type { End, Ends } from '../input/flows';
import { child } from '../private/json-pointer';
import type { Mistake } from '../review-error';
import { componentEnd, resourceEnd } from './component-end';
import type { NetworkIndex } from './network-index';
import type { ResolvedEnd } from './resolved-end';
import type { ResourceAddresses } from './resource-addresses';
import { NOBODY } from './scope';

const RESOURCE_NEEDED = 'a resource in the documents';

/** Finds out whom ends stand for; what stands for nothing is a mistake. */
export class EndResolver {
  public readonly mistakes: Pick<Mistake, 'path' | 'value' | 'allowed'>[] = [];

  /** @param accounts the names of accounts, by id */
  public constructor(
    private readonly index: NetworkIndex,
    private readonly addresses: ResourceAddresses,
    private readonly accounts: Readonly<Record<string, string>>,
  ) {}

  /** @param path where the ends stand in their file */
  public resolve(ends: Ends, path: string): readonly ResolvedEnd[] {
    return isList(ends)
      ? ends.flatMap((end, position) => this.one(end, child(path, position)))
      : this.one(ends, path);
  }

  private one(end: End, path: string): readonly ResolvedEnd[] {
    if (end === 'internet' || end === 'on-prem') {
      const zone = { label: end, is: { kind: end } } as const;
      return [endOf(end, { origins: [zone], targets: [zone], scope: { ...NOBODY, zones: [end] } })];
    }
    if (typeof end === 'string') return this.resource(end, path);
    if ('resource' in end) return this.resource(end.resource, child(path, 'resource'));
    if ('tag' in end) return this.tagged(end.tag, child(path, 'tag'));
    if ('account' in end) return this.account(end.account, child(path, 'account'));
    return 'cidr' in end
      ? this.range(end.cidr, child(path, 'cidr'), 'a range, such as 10.0.0.0/16')
      : this.range(end.address, child(path, 'address'), 'an address, such as 192.168.10.20');
  }

  private resource(text: string, path: string): readonly ResolvedEnd[] {
    const resources = this.addresses.at(text);
    if (resources.length === 0) {
      const near = this.addresses.near(text).map((address) => JSON.stringify(address));
      const hint = near.length > 0 ? `, such as ${near.join(', ')}` : '';
      return this.wrong(path, text, `${RESOURCE_NEEDED}${hint}, internet or on-prem`);
    }
    const documents = [...new Set(resources.map(({ document }) => document.name))];
    if (documents.length > 1) {
      const choices = documents.map((name) => JSON.stringify(`${name}/${text}`));
      return this.wrong(path, text, `one of ${choices.join(', ')}: several documents have it`);
    }
    const found = resources.map((resource) => resourceEnd(resource, this.index));
    const unfit = found.findIndex((each) => each === undefined);
    if (unfit === -1) return found.filter((each) => each !== undefined);
    const type = resources[unfit]?.type ?? '';
    return this.wrong(path, text, `what takes or sends traffic; ${type} is not known to`);
  }

  private tagged(tags: Readonly<Record<string, string>>, path: string): readonly ResolvedEnd[] {
    const label = Object.entries(tags)
      .map(([key, value]) => `${key}=${value}`)
      .join(', ');
    const has = ({ component }: (typeof this.index.components)[number]) =>
      Object.entries(tags).every(([key, value]) => component.tags[key] === value);
    const found = this.index.components.filter(has);
    if (found.length === 0) return this.wrong(path, tags, 'tags that a resource has');
    const unclear = this.index.components.flatMap(({ component }) =>
      Object.keys(tags).flatMap((key) => {
        const is = component.tags[key] ?? '';
        return typeof is === 'string' ? [] : [`${component.name}.tags.${key}`];
      }),
    );
    return found.map((each) => ({
      ...componentEnd(each, this.index),
      label: `${each.component.name} (${label})`,
      missing: unclear,
    }));
  }

  private account(text: string, path: string): readonly ResolvedEnd[] {
    const named = Object.entries(this.accounts).find(([, name]) => name === text)?.[0];
    const id = named ?? text;
    const inIt = this.index.components.filter(({ component }) => component.account === id);
    if (inIt.length === 0) {
      const ids = this.index.components.flatMap(({ component: { account } }) =>
        typeof account === 'string' ? [account] : [],
      );
      const known = [...new Set(ids)].sort().join(', ') || 'none is known';
      return this.wrong(path, text, `an account of the documents (${known}), or a name of one`);
    }
    const networks = inIt.filter(({ kind }) => kind === 'vpcs');
    const parts = (
      networks.length > 0 ? networks : inIt.filter(({ kind }) => kind === 'workloads')
    ).map((each) => componentEnd(each, this.index));
    return [
      endOf(named === undefined ? `account ${id}` : text, {
        origins: parts.flatMap(({ origins }) => origins),
        targets: parts.flatMap(({ targets }) => targets),
        scope: { ...NOBODY, accounts: [id] },
      }),
    ];
  }

  private range(text: string, path: string, allowed: string): readonly ResolvedEnd[] {
    const isOne = !allowed.includes('range');
    if (!isRange(text) || (isOne && text.includes('/'))) return this.wrong(path, text, allowed);
    const addresses = AddressSet.of(text);
    const named = { label: text, is: { kind: 'addresses', addresses } as const };
    return [endOf(text, { origins: [named], targets: [named], scope: { ...NOBODY, addresses } })];
  }

  private wrong(path: string, value: unknown, allowed: string): readonly ResolvedEnd[] {
    this.mistakes.push({ path, value, allowed });
    return [];
  }
}

function endOf(
  label: string,
  { origins, targets, scope }: Pick<ResolvedEnd, 'origins' | 'targets' | 'scope'>,
): ResolvedEnd {
  return { label, origins, targets, scope, missing: [] };
}

function isList(ends: Ends): ends is readonly End[] {
  return Array.isArray(ends);
}
