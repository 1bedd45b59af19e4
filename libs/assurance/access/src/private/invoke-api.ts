import { authorizeApiCall, evaluatePolicies, type NamedPolicy } from '@culvert/policy-evaluation';
import {
  FALSE,
  missingFacts,
  SymbolicText,
  type Text,
  TRUE,
  type Truth,
  unknownFor,
} from '@culvert/symbolic';
import type { GateAnswer } from '../gate-answer';
import type { Identity } from '../identity';
import type { ApiCall, CalledMethod } from '../requests';
import { answerOf, whole } from './answers';
import { attributed, INVOKE, type Side } from './api-answers';
import { ANYONE, forSomebody } from './anyone';
import { endpointAnswers, identityOf, isAnyone, perSource, requestOf, settled } from './ask';
import { type CalledApi, calledApi, invokedArn } from './called-api';
import { callerSays } from './caller-says';
import { domainPolicy } from './domain';
import { shown } from './names';
import { networkKeys } from './request-keys';
import type { EndpointOnTheWay, Sources } from './sources';

/**
 * Endpoint policy, the domain name's and the API's own, then the method's authorization, as API Gateway
 * asks them.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function invokeApi(sources: Sources, call: ApiCall): readonly GateAnswer[] {
  const api = calledApi(sources, call.api);
  const endpoint = sources.endpoint(call);
  const domain = call.domain === undefined ? undefined : domainPolicy(sources, call.domain);
  const { authorization } = call.method;
  const identity = identityOf(sources, call.caller);
  const signs = authorization === 'AWS_IAM' || authorization === 'NONE';
  const parties = {
    atEndpoint: signs ? identity : identityOf(sources, 'anonymous'),
    atApi: authorization === 'AWS_IAM' ? identity : identityOf(sources, 'anonymous'),
  };
  const policies = [api.policy, domain?.policy].flatMap((policy) => policy?.policy ?? []);
  const own = identity.policies.map(({ policy }) => policy);
  return perSource(call, endpoint, [...policies, ...own], (address) => {
    const ask = (who: Identity, resource: Text, account: Text = api.account) =>
      requestOf(sources, {
        identity: who,
        action: INVOKE,
        resource,
        resourceAccount: account,
        keys: {
          ...networkKeys({ ...(endpoint && { endpoint }), address }),
          'aws:RequestedRegion': api.region,
        },
      });
    const arn = invokedArn(api, call);
    return [
      ...endpointAnswers(endpoint, ask(parties.atEndpoint, arn)),
      ...(domain === undefined
        ? []
        : [
            ...endpointAnswers(endpoint, ask(parties.atEndpoint, domain.arn, domain.account)),
            ...policyAnswers(domain.policy, ask(parties.atApi, domain.arn, domain.account)),
          ]),
      ...ofApi(sources, { api, endpoint, call, identity }, ask(parties.atApi, arn)),
    ];
  });
}

interface Called {
  readonly api: CalledApi;
  readonly endpoint: EndpointOnTheWay | undefined;
  readonly call: ApiCall;
  readonly identity: Identity;
}

type AccessRequest = Parameters<typeof evaluatePolicies>[2];

function policyAnswers(
  policy: NamedPolicy | undefined,
  request: AccessRequest,
): readonly GateAnswer[] {
  if (policy === undefined) return [];
  const finding = evaluatePolicies('resource', [policy], request);
  const answer = answerOf('resource policy', finding, policy.name, INVOKE);
  return [isAnyone(request.caller) ? settled(answer) : answer];
}

/** The API's own policy and its method's authorization. */
function ofApi(
  sources: Sources,
  { api, endpoint, call, identity }: Called,
  request: AccessRequest,
): readonly GateAnswer[] {
  const closed = closedTo(api, endpoint);
  if (closed !== undefined) return [closed];
  const { authorization } = call.method;
  const resource = api.policy && evaluatePolicies('resource', [api.policy], request);
  const key = keyAnswer(call, api.name);
  if (typeof authorization !== 'string') {
    const detail = `how it authorizes depends on ${authorization.unknown}`;
    const passes = unknownFor(authorization.unknown);
    return [
      ...policyAnswers(api.policy, request),
      whole('authorizer', passes, api.name, detail),
      ...key,
    ];
  }
  if (authorization === 'NONE') {
    return [
      ...policyAnswers(api.policy, request),
      whole('authorizer', TRUE, api.name, `${called(call)} asks for no authorization`),
      ...key,
    ];
  }
  const side =
    authorization === 'AWS_IAM'
      ? signedBy(sources, identity, request, api, call)
      : authorizedBy(sources, call, api);
  if ('refused' in side) return [side.refused];
  const decision = authorizeApiCall({
    authorization: authorization === 'JWT' ? 'CUSTOM' : authorization,
    caller: side.says,
    ...(resource && { resource }),
    sameAccount: side.sameAccount,
  });
  const outcome = outcomeOf(decision);
  const passes = identity === ANYONE ? forSomebody(outcome) : outcome;
  return [...attributed(passes, side, resource, api, call), ...key];
}

/** A private API is reached through an endpoint, and only with a policy that allows. */
function closedTo(
  { isPrivate, name, policy }: CalledApi,
  endpoint: EndpointOnTheWay | undefined,
): GateAnswer | undefined {
  if (isPrivate.value === true && endpoint === undefined) {
    const detail = 'it is private: reached through an endpoint only';
    return whole('resource policy', FALSE, name, detail);
  }
  if (policy !== undefined || isPrivate.value === false) return undefined;
  return isPrivate.value === true
    ? whole('resource policy', FALSE, name, 'a private API without a policy lets nobody pass')
    : whole('resource policy', isPrivate, name, `depends on ${missingFacts(isPrivate).join(', ')}`);
}

function signedBy(
  sources: Sources,
  identity: Identity,
  request: AccessRequest,
  api: CalledApi,
  call: ApiCall,
): Side | { readonly refused: GateAnswer } {
  const { caller } = identity;
  if (!('account' in caller)) {
    const detail = `${called(call)} asks for a signature, and the call has none`;
    return { refused: whole('authorizer', FALSE, api.name, detail) };
  }
  const says = callerSays(sources, identity, request);
  return {
    gate: 'identity policy',
    component: says.by[0]?.policy ?? identity.name,
    says,
    ...(says.by[0] && says.by[0].statement !== '' && { rule: says.by[0].statement }),
    words: INVOKE,
    sameAccount: identity === ANYONE ? TRUE : SymbolicText.of(api.account).equals(caller.account),
  };
}

/** What code or a user pool says, which no document holds. */
function authorizedBy(sources: Sources, call: ApiCall, api: CalledApi): Side {
  const { authorizer } = call.method;
  const found = authorizer && sources.lookup.find(authorizer);
  const component = found
    ? sources.nameOf(found)
    : authorizer === undefined
      ? `authorizer of ${api.name}`
      : shown(authorizer);
  const answer = unknownFor(`answer of ${component}`);
  const isDeclared = call.authorized === true;
  return {
    gate: 'authorizer',
    component,
    // What it says may be a Deny too, which no policy of the API outweighs.
    says: { allows: isDeclared ? TRUE : answer, denies: isDeclared ? FALSE : answer },
    words: 'the call',
    sameAccount: TRUE,
  };
}

function outcomeOf(decision: ReturnType<typeof authorizeApiCall>): Truth {
  if (decision.outcome === 'UNKNOWN') return unknownFor(...decision.missing);
  return decision.outcome === 'ALLOW' ? TRUE : FALSE;
}

function keyAnswer({ method, authorized }: ApiCall, name: string): readonly GateAnswer[] {
  const { apiKeyRequired } = method;
  if (apiKeyRequired.value === false) return [];
  const detail = 'asks for an API key';
  const fact = `whether the call has an API key of ${name}`;
  const missing = apiKeyRequired.value === true ? [fact] : [...missingFacts(apiKeyRequired), fact];
  return [whole('authorizer', authorized === true ? TRUE : unknownFor(...missing), name, detail)];
}

function called({ method }: { readonly method: CalledMethod }): string {
  return `${method.method} ${method.path}`;
}
