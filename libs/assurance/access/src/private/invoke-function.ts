import { evaluatePolicies, type NamedPolicy } from '@culvert/policy-evaluation';
import { SymbolicText, type Text } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { GateAnswer } from '../gate-answer';
import type { Invocation } from '../requests';
import { answerOf } from './answers';
import { requestOf } from './ask';
import { assume, authorize } from './authorize';
import { executionArnOf, invokedArn } from './called-api';
import { functionPolicy } from './function-policy';
import { shown } from './names';
import { unreadPolicy } from './read-policy';
import { acted } from './resource-of';
import { type Sources, textAt } from './sources';

const ACTION = 'lambda:InvokeFunction';
const APIS = ['aws_api_gateway_rest_api', 'aws_apigatewayv2_api'];

/**
 * What a function's permissions say to a service, or what the role may that the service assumes.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export function invokeFunction(sources: Sources, invocation: Invocation): readonly GateAnswer[] {
  const { credentials, service } = invocation;
  if (credentials !== undefined) {
    return [
      ...assume(sources, { role: credentials, caller: { identity: service } }),
      ...authorize(sources, {
        caller: { identity: credentials },
        action: ACTION,
        resource: invocation.function,
        entry: 'open',
      }),
    ];
  }
  const target = acted(sources, invocation.function, ACTION);
  const source = sourceOf(sources, invocation);
  const request = requestOf(sources, {
    identity: {
      name: service,
      caller: { type: 'Service', name: service },
      policies: [],
      tags: {},
    },
    action: ACTION,
    resource: target.arn,
    resourceAccount: target.account,
    keys: { 'aws:SourceArn': source.arn, 'aws:SourceAccount': source.account },
  });
  const policy = permissions(
    sources,
    target.resource,
    target.name,
    qualifierOf(sources, invocation),
  );
  const finding = evaluatePolicies('resource', [policy], request);
  const answer = answerOf('function permission', finding, target.name, ACTION);
  const by = finding.by[0]?.statement;
  return [
    by === undefined || by === ''
      ? { ...answer, detail: detailOf(answer, service, source.arn) }
      : {
          gate: answer.gate,
          passes: answer.passes,
          component: by,
          detail: detailOf(answer, service, source.arn),
        },
  ];
}

function detailOf({ passes, detail }: GateAnswer, service: string, source: Text): string {
  if (passes.value === 'unknown') return detail;
  return passes.value === true
    ? `lets ${service} call for ${shown(source)}`
    : `no permission lets ${service} call for ${shown(source)}`;
}

function permissions(
  sources: Sources,
  resource: Resource | undefined,
  name: string,
  qualifier: Text | undefined,
): NamedPolicy {
  return resource?.type === 'aws_lambda_function'
    ? functionPolicy(sources, resource, qualifier)
    : { name, policy: unreadPolicy(`permissions of ${name}`) };
}

/** The alias that is called, by its name. */
function qualifierOf(sources: Sources, invocation: Invocation): Text | undefined {
  if (invocation.qualifier !== undefined) return invocation.qualifier;
  const alias = sources.lookup.find(invocation.function, 'aws_lambda_alias');
  return alias && textAt(alias, 'name', sources.nameOf(alias));
}

interface Caller {
  readonly arn: Text;
  readonly account: Text;
}

/** The ARN that the service says it calls for. */
function sourceOf(sources: Sources, { source, method, stage }: Invocation): Caller {
  const found = sources.lookup.find(source);
  const name = sources.nameOf(found ?? source);
  if (found === undefined) {
    const arn = shown(source as Text);
    const account = /^arn:[^:]+:[^:]+:[^:]*:(?<account>\d{12}):/.exec(arn)?.groups?.['account'];
    return {
      arn: arn.startsWith('arn:') ? arn : { unknown: `ARN of ${name}` },
      account: account ?? { unknown: `account of ${name}` },
    };
  }
  const account = found.placement.accountId;
  if (!APIS.includes(found.type)) return { arn: textAt(found, 'arn', name), account };
  const executionArn = executionArnOf(found, name);
  if (method === undefined) {
    return {
      arn: SymbolicText.of(executionArn, '/', { unknown: `what of ${name} is called` }),
      account,
    };
  }
  const anyStage = { unknown: `stage of ${name} that is called`, shape: /^[^/:*]+$/ };
  const api = { name, executionArn };
  return { arn: invokedArn(api, { stage: stage ?? anyStage, method }), account };
}
