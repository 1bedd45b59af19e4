import type { Value } from '@culvert/terraform-graph';
import { fieldsOf } from '../../private/attribute';
import { containerRule } from '../../private/container-rule';
import { looksLikeSecretName, mayBeSecret } from '../../secrets/names';

export const containerSecretInEnvironment = containerRule({
  id: 'container-secret-in-environment',
  severity: 'high',
  title: "a container's environment holds no secrets",
  rationale: 'Whoever may read the task definition reads its variables, and so does the state.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8',
  isBad: ({ environment }) =>
    Array.isArray(environment) &&
    (environment as readonly Value[]).some((variable) => {
      const { name, value } = fieldsOf(variable);
      return looksLikeSecretName(String(name)) && mayBeSecret(value);
    }),
  path: 'environment',
  message: 'has what its name says is a secret in the environment of a container',
  remedy: 'use secrets with the ARN of the secret in valueFrom',
});
