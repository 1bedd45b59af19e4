import { attribute, fieldsOf } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';
import { looksLikeSecretName, mayBeSecret } from '../../secrets/names';

export const functionSecretInEnvironment: Rule = {
  id: 'function-secret-in-environment',
  severity: 'high',
  title: "a function's environment holds no secrets",
  rationale:
    'Whoever may read the configuration of the function reads its variables, and so does the state.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
  *check(graph): Iterable<Problem> {
    for (const resource of graph.resources('aws_lambda_function')) {
      const variables = fieldsOf(attribute(resource, 'environment[0].variables', {}));
      for (const [name, value] of Object.entries(variables)) {
        if (!looksLikeSecretName(name) || !mayBeSecret(value)) continue;
        yield {
          resource,
          path: `environment[0].variables.${name}`,
          message: 'has what its name says is a secret in its environment',
          remedy: 'hand the function the ARN of the secret, and let it read the value',
        };
      }
    }
  },
};
