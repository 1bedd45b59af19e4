import type { FunctionUrl } from '../function-url';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentOf } from '../private/component';
import { refOfValue } from '../private/identity';
import { namedBy } from '../private/named-resource';
import { resourcesOf } from '../private/of-type';
import { factOf, nameOf, textOrUnknown } from '../private/read';
import type { Source } from '../private/source';

/** @see https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html */
export function functionUrls({ graph }: Source): ById<FunctionUrl> {
  return byId(
    resourcesOf(graph, 'aws_lambda_function_url').map((each): FunctionUrl => {
      const name = each.value('function_name');
      const [owner = namedBy(graph, name, 'aws_lambda_function', 'function_name')] =
        each.referenced('function_name');
      const fact = (attribute: string) => factOf(graph, each, attribute);
      return {
        ...componentOf(graph, each, `${nameOf(graph, each)}.function_url`),
        function: refOfValue(graph, owner?.value('arn') ?? name) ?? {
          unknown: fact('function_name'),
        },
        authorization: textOrUnknown(
          each.value('authorization_type'),
          fact('authorization_type'),
        ) ?? {
          unknown: fact('authorization_type'),
        },
      };
    }),
  );
}
