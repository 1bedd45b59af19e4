import type { ContextValue, NamedPolicy, Policy } from '@culvert/policy-evaluation';
import { OPEN, parsePolicy } from '@culvert/policy-evaluation';
import { SymbolicText, type Text } from '@culvert/symbolic';
import { isText, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import type { AccessFacts } from '../access-facts';
import { nameOf } from './names';
import { parsed, perhaps, readPolicy } from './read-policy';

type Kind = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/** Services that know resource control policies. */
const CONTROLLED = new Set([
  'cognito-identity',
  'cognito-idp',
  'dynamodb',
  'ecr',
  'kms',
  'logs',
  'aoss',
  's3',
  'secretsmanager',
  'sqs',
  'sts',
]);

/** Every unit has a policy of AWS that allows all, unless somebody detaches it. */
const FULL_ACCESS: Policy = parsePolicy({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
});

/** What an organisation says about its accounts. */
export class Organization {
  private readonly levels = new Map<string, readonly (readonly NamedPolicy[])[]>();

  public constructor(
    private readonly graph: ResourceGraph,
    private readonly facts: AccessFacts,
  ) {}

  /** The organisation of an account, where it is one of the documents'. */
  public idOf(account: Text): ContextValue {
    const { known } = SymbolicText.of(account);
    if (known !== undefined && !this.accounts.has(known)) return OPEN;
    const [own] = this.organizations;
    return this.facts.organizationId ?? textOf(own?.value('id')) ?? OPEN;
  }

  /**
   * Whether policies are known that limit what accounts may do.
   * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
   */
  public serviceControl(account: Text): readonly (readonly NamedPolicy[])[] {
    return this.of('SERVICE_CONTROL_POLICY', account, this.facts.serviceControl);
  }

  /**
   * Those that limit what may be done to an account's resources.
   * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
   */
  public resourceControl(account: Text, action: string): readonly (readonly NamedPolicy[])[] {
    const [service = ''] = action.split(':');
    return CONTROLLED.has(service)
      ? this.of('RESOURCE_CONTROL_POLICY', account, this.facts.resourceControl)
      : [];
  }

  private of(
    kind: Kind,
    account: Text,
    given: AccessFacts['serviceControl'],
  ): readonly (readonly NamedPolicy[])[] {
    const id = SymbolicText.of(account).toString();
    const own = given?.[id];
    const levels = own ?? given?.['*'];
    if (levels !== undefined) {
      if (this.isManagement(account)) return [];
      const isIn = own !== undefined || this.placements.has(id);
      return givenPolicies(kind, levels, isIn ? [] : this.doubts(account));
    }
    const key = `${kind} ${id}`;
    const found = this.levels.get(key) ?? this.inDocuments(kind, account);
    this.levels.set(key, found);
    return found;
  }

  /** The facts that decide whether an account is in the organisation. */
  private doubts(account: Text): readonly string[] {
    const { known, unknowns } = SymbolicText.of(account);
    return known === undefined ? unknowns : [`whether account ${known} is in the organisation`];
  }

  /** By level: the policies that documents attach to the account, its units and the root. */
  private inDocuments(kind: Kind, account: Text): readonly (readonly NamedPolicy[])[] {
    if (this.attachments.length === 0 || this.isManagement(account)) return [];
    const units = this.above(account);
    return this.attachments.flatMap((attachment) => {
      const policy = this.policyOf(attachment, kind);
      if (policy === undefined) return [];
      const target = attachment.value('target_id');
      const reached = this.reaches(target, attachment, account, units);
      if (reached === 'no') return [];
      const statements = reached === 'yes' ? policy.policy : perhaps(policy.policy, reached.fact);
      return [
        [
          { name: policy.name, policy: statements },
          { name: 'FullAWSAccess', policy: FULL_ACCESS },
        ],
      ];
    });
  }

  private reaches(
    target: Value | undefined,
    attachment: Resource,
    account: Text,
    units: ReadonlySet<Resource> | undefined,
  ): 'yes' | 'no' | { readonly fact: string } {
    const id = isText(target) ? SymbolicText.of(target) : undefined;
    const [unit] = attachment.referenced('target_id');
    const known = id?.known ?? '';
    if (known.startsWith('r-') || unit?.type === 'aws_organizations_organization') return 'yes';
    if (id !== undefined) {
      const same = id.equals(account).value;
      if (same === true) return 'yes';
      if (same === false && /^\d{12}$/.test(known)) return 'no';
    }
    if (units !== undefined && unit !== undefined) return units.has(unit) ? 'yes' : 'no';
    return {
      fact: `whether account ${SymbolicText.of(account)} is in ${id ?? attachment.address}`,
    };
  }

  private policyOf(attachment: Resource, kind: Kind): NamedPolicy | undefined {
    const [policy] = attachment.referenced('policy_id');
    const type = policy?.value('type') ?? 'SERVICE_CONTROL_POLICY';
    return policy === undefined || type !== kind
      ? undefined
      : readPolicy(this.graph, policy, 'content', nameOf(this.graph, policy));
  }

  /** The account and the units that it is in; `undefined` when the documents do not have them all. */
  private above(account: Text): ReadonlySet<Resource> | undefined {
    const own = this.graph
      .resources('aws_organizations_account')
      .find((each) => isText(each.value('id')) && same(each.value('id') as Text, account));
    if (own === undefined) return undefined;
    const units = new Set<Resource>();
    let unit: Resource | undefined = own;
    while (unit !== undefined && !units.has(unit)) {
      units.add(unit);
      const parent = unit.value('parent_id');
      if (typeof parent === 'string' && parent.startsWith('r-')) return units;
      [unit] = unit.referenced('parent_id');
      if (unit?.type === 'aws_organizations_organization') return units;
    }
    return undefined;
  }

  private isManagement(account: Text): boolean {
    return this.organizations.some((each) => {
      const id = textOf(each.value('master_account_id'));
      return id !== undefined && same(id, account);
    });
  }

  private get organizations(): readonly Resource[] {
    const type = 'aws_organizations_organization';
    return [...this.graph.resources(type), ...this.graph.dataSources(type)];
  }

  private get attachments(): readonly Resource[] {
    return this.graph.resources('aws_organizations_policy_attachment');
  }

  /** The accounts that the documents have resources in. */
  private get accounts(): ReadonlySet<string> {
    this.#accounts ??= new Set(
      this.graph
        .resources()
        .flatMap(({ placement: { accountId } }) =>
          typeof accountId === 'string' ? [accountId] : [],
        ),
    );
    return this.#accounts;
  }

  #accounts: ReadonlySet<string> | undefined;

  /** The same, and the symbols of those that are not known. */
  private get placements(): ReadonlySet<string> {
    this.#placements ??= new Set(
      this.graph
        .resources()
        .map(({ placement }) => SymbolicText.of(placement.accountId).toString()),
    );
    return this.#placements;
  }

  #placements: ReadonlySet<string> | undefined;
}

function givenPolicies(
  kind: Kind,
  levels: readonly (readonly object[])[],
  doubts: readonly string[],
): readonly (readonly NamedPolicy[])[] {
  return levels.map((level, at) =>
    level.map((policy, position) => {
      const name = `${kind.toLowerCase().replaceAll('_', ' ')} ${at + 1}.${position + 1}`;
      return { name, policy: perhaps(parsed(policy, name), ...doubts) };
    }),
  );
}

function textOf(value: Value | undefined): Text | undefined {
  return isText(value) && value !== '' ? value : undefined;
}

function same(one: Text, other: Text): boolean {
  return SymbolicText.of(one).equals(other).value === true;
}
