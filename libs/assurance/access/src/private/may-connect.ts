import {
  or,
  SymbolicText,
  type Text,
  TextPattern,
  type Truth,
  unknownFor,
} from '@culvert/symbolic';
import { isText, type Resource, type Value } from '@culvert/terraform-graph';
import type { GateAnswer } from '../gate-answer';
import type { Reference } from '../requests';
import { whole } from './answers';
import { shown } from './names';
import { type Sources, textAt } from './sources';

/**
 * Whether an endpoint service lets the endpoint's account make an endpoint to it.
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions
 */
export function mayConnect(
  sources: Sources,
  endpoint: Reference,
  service: Reference,
): readonly GateAnswer[] {
  const found = sources.lookup.find(service, 'aws_vpc_endpoint_service');
  const consumer = sources.lookup.find(endpoint, 'aws_vpc_endpoint');
  const name = sources.nameOf(found ?? service);
  const from = sources.nameOf(consumer ?? endpoint);
  if (found === undefined) {
    const fact = `allowed principals of ${name}`;
    return [whole('endpoint service', unknownFor(fact), name, `depends on ${fact}`)];
  }
  const account = consumer?.placement.accountId ?? { unknown: `account of ${from}` };
  const own = SymbolicText.of(found.placement.accountId).equals(account);
  const rules = principalsOf(sources, found, name);
  const named = rules.map(({ principal, by }) => ({ by, truth: lets(principal, account, from) }));
  const passes = or(own, ...named.map(({ truth }) => truth));
  const decides = named.find(({ truth }) => truth.value === passes.value);
  const who = `account ${shown(account)}`;
  const words = {
    true: own.value === true ? `is of ${who} itself` : `lets ${who} connect`,
    false: `none of its principals is ${who}`,
    unknown: passes.value === 'unknown' ? `depends on ${passes.missing.join(', ')}` : '',
  };
  const component = passes.value === false ? name : (decides?.by ?? name);
  return [whole('endpoint service', passes, component, words[`${passes.value}`])];
}

interface Rule {
  readonly principal: Value;
  readonly by: string;
}

function principalsOf(sources: Sources, service: Resource, name: string): readonly Rule[] {
  const inline = service.value('allowed_principals');
  const isLeftOut = service.isConfigured('allowed_principals') === false && !Array.isArray(inline);
  return [
    ...(isLeftOut ? [] : [inline ?? []].flat()).map((principal) => ({ principal, by: name })),
    ...sources.links
      .to(service, 'aws_vpc_endpoint_service_allowed_principal', 'vpc_endpoint_service_id')
      .map(({ resource, missing }) => {
        const by = sources.nameOf(resource);
        const principal =
          missing.length === 0
            ? textAt(resource, 'principal_arn', by)
            : { unknown: missing.join() };
        return { principal: principal as Value, by };
      }),
  ];
}

/** Whether a principal is everyone, the account, or one of its users and roles. */
function lets(principal: Value, account: Text, endpoint: string): Truth {
  if (!isText(principal)) return unknownFor(`who may connect to the service of ${endpoint}`);
  const text = SymbolicText.of(principal);
  const arn = (rest: string) =>
    TextPattern.of('arn:', { wildcard: '*', except: ':' }, ':iam::', account, rest);
  const ofAccount = or(text.equals('*'), text.equals(account), text.matches(arn(':root')));
  if (ofAccount.value === true) return ofAccount;
  const one = text.matches(TextPattern.of(arn(':'), TextPattern.glob('?*')));
  return one.value === true ? unknownFor(`who makes ${endpoint}`) : or(ofAccount, one);
}
