import { SymbolicText, type Text } from '@culvert/symbolic';
import type { AccessRequest, ContextValue, Open } from '../access-request';
import { type AccountCaller, type Caller, isAccountCaller } from '../caller';

/** What a request has for a context key: values, nothing, or who knows. */
export type Found =
  | { readonly kind: 'values'; readonly values: readonly SymbolicText[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'open'; readonly fact: string };

type Keys = Readonly<Record<string, ContextValue>>;

/** The context keys of a request, ignoring case. */
export class Context {
  private readonly keys: ReadonlyMap<string, ContextValue>;
  private readonly others: 'absent' | 'open';

  public constructor({ caller, resourceAccount, partition = 'aws', context }: AccessRequest) {
    const keys: Keys = {
      'aws:ResourceAccount': resourceAccount,
      ...impliedBy(caller, partition),
      ...context?.keys,
    };
    this.keys = new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), value]));
    this.others = context?.others ?? 'open';
  }

  public find(key: string): Found {
    const name = this.nameOf(key);
    const value = this.keys.get(name);
    if (isOpen(value) || (!this.keys.has(name) && this.others === 'open')) {
      return { kind: 'open', fact: `${key} of the request` };
    }
    if (value === undefined) {
      return { kind: 'absent' };
    }
    const values = isList(value) ? value : [value];
    return { kind: 'values', values: values.map((each) => SymbolicText.of(each)) };
  }

  /** The key itself, or what is said of all such keys, as of `aws:ResourceTag/*`. */
  private nameOf(key: string): string {
    const name = key.toLowerCase();
    return this.keys.has(name) ? name : name.replace(/\/.*$/su, '/*');
  }
}

function isOpen(value: ContextValue): value is Open {
  return typeof value === 'object' && 'open' in value;
}

function isList(value: Text | readonly Text[]): value is readonly Text[] {
  return Array.isArray(value);
}

function impliedBy(caller: Caller, partition: string): Keys {
  if (isAccountCaller(caller)) {
    return {
      'aws:PrincipalArn': principalArn(caller, partition),
      'aws:PrincipalAccount': caller.account,
      'aws:PrincipalType': caller.type,
      'aws:PrincipalIsAWSService': 'false',
      'aws:PrincipalServiceName': undefined,
      'aws:username': userName(caller),
    };
  }
  if (caller.type === 'Service') {
    return { 'aws:PrincipalIsAWSService': 'true', 'aws:PrincipalServiceName': caller.name };
  }
  return caller.type === 'Federated'
    ? {}
    : {
        'aws:PrincipalArn': undefined,
        'aws:PrincipalAccount': 'anonymous',
        'aws:PrincipalType': 'Anonymous',
        'aws:PrincipalIsAWSService': undefined,
        'aws:PrincipalServiceName': undefined,
        'aws:PrincipalOrgID': undefined,
        'aws:username': undefined,
      };
}

/** The last part of a user's ARN; sessions and the root user have no name. */
function userName(caller: AccountCaller): ContextValue {
  if (caller.type !== 'User') {
    return undefined;
  }
  const name = SymbolicText.of(caller.arn).known?.split('/').at(-1);
  return (
    name ?? { unknown: `the user's name of ${SymbolicText.of(caller.arn)}`, shape: /^[\w+=,.@-]+$/ }
  );
}

/** A role's sessions are known by the role's ARN here. */
function principalArn(caller: AccountCaller, partition: string): Text {
  switch (caller.type) {
    case 'AssumedRole':
      return caller.roleArn;
    case 'Account':
      return SymbolicText.of(`arn:${partition}:iam::`, caller.account, ':root');
    default:
      return caller.arn;
  }
}
