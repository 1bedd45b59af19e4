import type { ResourceGraph } from '@culvert/terraform-graph';
import type { AccessFacts } from './access-facts';
import type { GateAnswer } from './gate-answer';
import { type Grant, grantsOf } from './grants';
import type { Identity } from './identity';
import { assume, authorize } from './private/authorize';
import { invokeApi } from './private/invoke-api';
import { invokeFunction } from './private/invoke-function';
import { mayConnect } from './private/may-connect';
import { Sources } from './private/sources';
import type { ApiCall, Assumption, Invocation, Reference, ResourceAccess } from './requests';

/**
 * What the policies of plans and states say. Each question is answered in AWS's order, one answer for
 * each policy that takes part; the request passes when all of them do.
 */
export class Access {
  /** @param facts what no document holds */
  public static of(graph: ResourceGraph, facts: AccessFacts = {}): Access {
    return new Access(new Sources(graph, facts));
  }

  private constructor(private readonly sources: Sources) {}

  /** A role, user, account or service, with its own policies. */
  public identityOf(identity: Reference): Identity {
    return this.sources.identities.of(identity);
  }

  /** Whether somebody may do something to a resource: endpoint policy, resource's policy, caller's. */
  public authorize(access: ResourceAccess): readonly GateAnswer[] {
    return authorize(this.sources, access);
  }

  /** Whether a call of an API gets through: endpoint policy, resource policy, authorizer, API key. */
  public invokeApi(call: ApiCall): readonly GateAnswer[] {
    return invokeApi(this.sources, call);
  }

  /** Whether a service may call a function. */
  public invokeFunction(invocation: Invocation): readonly GateAnswer[] {
    return invokeFunction(this.sources, invocation);
  }

  /** Whether an endpoint service lets the account of the endpoint connect. */
  public mayConnect(endpoint: Reference, endpointService: Reference): readonly GateAnswer[] {
    return mayConnect(this.sources, endpoint, endpointService);
  }

  /** Whether somebody may assume a role. */
  public assume(assumption: Assumption): readonly GateAnswer[] {
    return assume(this.sources, assumption);
  }

  /** What the policies of all roles and users allow, one for each action and resource. */
  public grants(): Iterable<Grant> {
    return grantsOf(this.sources);
  }

  /** What is taken for granted, a sentence each. */
  public readonly assumptions: readonly string[] = [
    'roles, users and groups have no policies but those in the documents, where one of these makes them',
    'organizations attach FullAWSAccess and RCPFullAWSAccess everywhere, and no policy that is not given or in a document',
    'keys have no grants that no document has',
    'requests to AWS are made over TLS',
  ];
}
