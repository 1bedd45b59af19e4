import type { Resource } from '@culvert/terraform-graph';
import { Missing } from '../../private/attribute';
import { containersOf } from '../../private/containers';
import { policyIn } from '../../private/policies';
import {
  API_POLICIES,
  BUCKET_POLICIES,
  ENDPOINT_POLICIES,
  IDENTITY_POLICIES,
  KEY_POLICIES,
  OTHER_RESOURCE_POLICIES,
  SECRET_POLICIES,
  TRUST_POLICIES,
} from '../../private/policy-attributes';
import { pathsOf } from '../../private/statement-rule';
import type { Problem, Rule } from '../../rule';

export const documentReadable: Rule = {
  id: 'document-readable',
  severity: 'low',
  title: 'policies and container definitions are known when the plan is reviewed',
  rationale:
    'What jsonencode makes of values that are known only after apply is in no plan, so other rules cannot look at it.',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html',
  *check(graph): Iterable<Problem> {
    for (const [type, attributePath] of POLICIES) {
      for (const resource of graph.resources(type)) {
        for (const path of pathsOf(resource, attributePath)) {
          const policy = policyIn(graph, resource, path);
          if (policy instanceof Missing) yield problem(resource, path, policy.facts);
        }
      }
    }
    for (const resource of graph.resources('aws_ecs_task_definition')) {
      const path = 'container_definitions';
      const containers = containersOf(graph, resource);
      if (containers instanceof Missing) yield problem(resource, path, containers.facts);
    }
  },
};

const POLICIES = [
  ...API_POLICIES,
  ...BUCKET_POLICIES,
  ...ENDPOINT_POLICIES,
  ...IDENTITY_POLICIES,
  ...KEY_POLICIES,
  ...OTHER_RESOURCE_POLICIES,
  ...SECRET_POLICIES,
  ...TRUST_POLICIES,
];

function problem(resource: Resource, path: string, missing: readonly string[]): Problem {
  return {
    resource,
    path,
    message: 'allows more than it should: the plan does not tell what it says',
    remedy:
      'use an aws_iam_policy_document, or review the plan with its configuration in JSON, or the state',
    missing,
  };
}
