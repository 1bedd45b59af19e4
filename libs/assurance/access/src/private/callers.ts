import type { Caller } from '@culvert/policy-evaluation';
import { isUnknown, SymbolicText, type Text } from '@culvert/symbolic';
import { isText, type Resource } from '@culvert/terraform-graph';

const ACCOUNT = /^(?:arn:[^:]+:iam::)?(?<account>\d{12})(?::root)?$/u;
const SESSION =
  /^(?<start>arn:[^:]+):sts::(?<account>\d{12}):assumed-role\/(?<role>[^/]+)\/[^/]+$/u;
const ROLE = /^arn:[^:]+:iam::(?<account>\d{12}):role\/.+$/u;
const USER = /^arn:[^:]+:iam::(?<account>\d{12}):user\/.+$/u;
const PROVIDER = /^arn:[^:]+:iam::\d{12}:(?:saml|oidc)-provider\/.+$/u;

/** What a role or user of the documents calls as. */
export function callerOf(resource: Resource): Caller {
  const { accountId } = resource.placement;
  const value = resource.value('arn');
  const arn = isText(value) ? value : { unknown: `${resource.address}.arn` };
  return resource.type === 'aws_iam_user'
    ? { type: 'User', account: accountId, arn }
    : { type: 'AssumedRole', account: accountId, roleArn: arn };
}

/** What somebody calls as of whom only a name is known: an ARN, an account, a service. */
export function callerNamed(name: Text): Caller {
  const text = SymbolicText.of(name);
  if (text.known !== undefined) return named(text.known);
  const account = accountIn(text);
  return { type: 'AssumedRole', account, roleArn: name };
}

function named(text: string): Caller {
  const session = SESSION.exec(text)?.groups;
  if (session !== undefined) {
    const { start = '', account = '', role = '' } = session;
    return {
      type: 'AssumedRole',
      account,
      roleArn: `${start}:iam::${account}:role/${role}`,
      sessionArn: text,
    };
  }
  const account = ACCOUNT.exec(text)?.groups?.['account'];
  if (account !== undefined) return { type: 'Account', account };
  const role = ROLE.exec(text)?.groups?.['account'];
  if (role !== undefined) return { type: 'AssumedRole', account: role, roleArn: text };
  const user = USER.exec(text)?.groups?.['account'];
  if (user !== undefined) return { type: 'User', account: user, arn: text };
  if (PROVIDER.test(text) || !/\.amazonaws\.com(?:\.cn)?$/u.test(text)) {
    return { type: 'Federated', provider: text };
  }
  return { type: 'Service', name: text };
}

/** The account in an ARN that is known in part only. */
function accountIn({ parts }: SymbolicText): Text {
  const [first, second, third] = parts;
  const start = typeof first === 'string' ? first.split(':') : [];
  const known = /^\d{12}$/u.exec(start[4] ?? '')?.[0];
  if (known !== undefined) return known;
  const isAccount = start.length === 5 && start[4] === '' && isUnknown(second);
  const ends = typeof third === 'string' && third.startsWith(':');
  return isAccount && ends ? second : { unknown: `the account of ${SymbolicText.of(...parts)}` };
}
