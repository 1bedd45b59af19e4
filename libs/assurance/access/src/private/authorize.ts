import type { NamedPolicy } from '@culvert/policy-evaluation';
import { SymbolicText } from '@culvert/symbolic';
import { isText, type Resource, type Value } from '@culvert/terraform-graph';
import type { GateAnswer } from '../gate-answer';
import type { Assumption, ResourceAccess } from '../requests';
import { firstSettled, spellings } from './spellings';
import { decisionAnswers, endpointAnswers, identityOf, perSource, requestOf } from './ask';
import { functionPolicy } from './function-policy';
import { nameOf } from './names';
import { unreadPolicy } from './read-policy';
import { networkKeys, resourceKeys } from './request-keys';
import { type Acted, acted } from './resource-of';
import { publicAccessAnswers } from './public-access-block';
import { POLICY_PLACES } from './resource-types';
import type { Sources } from './sources';

/** Endpoint policy, then what resource, caller and organisation say. */
export function authorize(sources: Sources, access: ResourceAccess): readonly GateAnswer[] {
  const identity = identityOf(sources, access.caller);
  const target = acted(sources, access.resource, access.action);
  const endpoint = sources.endpoint(access);
  const policy = policyOf(sources, target);
  const mustAllow =
    target.resource === undefined
      ? /^arn:[^:]+:kms:/.test(String(SymbolicText.of(target.arn)))
      : (POLICY_PLACES[target.resource.type]?.mustAllow ?? false);
  const all = [...identity.policies, ...(policy ? [policy] : [])].map((each) => each.policy);
  return perSource(access, endpoint, all, (address) =>
    firstSettled(spellings(identity, target), ({ identity: caller, arn }) => {
      const request = requestOf(sources, {
        identity: caller,
        action: access.action,
        resource: arn,
        resourceAccount: target.account,
        keys: {
          ...networkKeys(
            access.entry === 'open' && endpoint === undefined
              ? 'open'
              : { ...(endpoint && { endpoint }), address },
          ),
          ...resourceKeys(target, access.action, sources.organization.idOf(target.account)),
          ...access.context,
        },
      });
      return [
        ...endpointAnswers(endpoint, request),
        ...publicAccessAnswers(sources, target, caller.caller, policy),
        ...decisionAnswers(
          sources,
          caller,
          request,
          { ...(policy && { resource: policy }), resourceMustAllow: mustAllow },
          {
            action: access.action,
            names: { caller: identity.name, resource: policy?.name ?? target.name },
          },
        ),
      ];
    }),
  );
}

/** Trust policy, and what the caller's own policies say. */
export function assume(sources: Sources, assumption: Assumption): readonly GateAnswer[] {
  const identity = identityOf(sources, assumption.caller);
  const { caller } = identity;
  const action =
    assumption.action ??
    (caller.type === 'Federated' ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole');
  const target = acted(sources, assumption.role, action);
  const policy = policyOf(sources, target) ?? {
    name: target.name,
    policy: unreadPolicy(`trust policy of ${target.name}`),
  };
  return firstSettled(spellings(identity, target), ({ identity: named, arn }) => {
    const request = requestOf(sources, {
      identity: named,
      action,
      resource: arn,
      resourceAccount: target.account,
      keys: {
        ...resourceKeys(target, action, sources.organization.idOf(target.account)),
        ...assumption.context,
      },
    });
    return decisionAnswers(
      sources,
      named,
      request,
      { resource: policy, resourceMustAllow: true },
      {
        action,
        names: { caller: identity.name, resource: policy.name },
        resourceGate: 'trust policy',
      },
    );
  });
}

/** The policy of a resource; where no document has the resource, nothing is known of it. */
function policyOf(sources: Sources, { resource, name }: Acted): NamedPolicy | undefined {
  if (resource === undefined) return { name, policy: unreadPolicy(`policy of ${name}`) };
  if (resource.type === 'aws_lambda_function') return functionPolicy(sources, resource);
  const policy = sources.policies.of(resource);
  const grants = resource.type === 'aws_kms_key' ? grantsOf(sources, resource) : [];
  if (grants.length === 0 || policy === undefined) return policy;
  const { version, statements } = policy.policy;
  return { name: policy.name, policy: { version, statements: [...statements, ...grants] } };
}

/** Grants of a key, as statements. */
function grantsOf(sources: Sources, key: Resource): NamedPolicy['policy']['statements'] {
  return sources.links
    .to(key, 'aws_kms_grant', 'key_id', 'key_id')
    .flatMap(({ resource, missing }) => {
      const grantee = resource.value('grantee_principal');
      const operations = resource.value('operations');
      const constraints = resource.value('constraints');
      if (!isText(grantee) || !Array.isArray(operations)) return [];
      const name = nameOf(sources.graph, resource);
      const isLimited = Array.isArray(constraints) && constraints.length > 0;
      return [
        {
          id: name,
          effect: 'Allow' as const,
          principals: { except: false, values: [{ type: 'AWS' as const, value: grantee }] },
          actions: {
            except: false,
            values: (operations as readonly Value[])
              .filter(isText)
              .map((each) => `kms:${String(each)}`),
          },
          conditions: [],
          unread: [...missing, ...(isLimited ? [`${name}.constraints`] : [])],
        },
      ];
    });
}
