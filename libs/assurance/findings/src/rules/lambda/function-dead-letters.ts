import { isGiven } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const functionDeadLetters: Rule = {
  id: 'function-dead-letters',
  severity: 'medium',
  title: 'what an asynchronous function cannot handle is kept',
  rationale:
    'After its retries Lambda drops the event of an asynchronous invocation, and nobody hears of it.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  *check(graph): Iterable<Problem> {
    for (const resource of graph.resources('aws_lambda_function')) {
      const permissions = companionsOf(graph, resource, 'aws_lambda_permission', 'function_name');
      const callers = permissions.map(({ companion }) => String(companion.value('principal')));
      if (!callers.some((caller) => ASYNCHRONOUS.has(caller))) continue;
      if (isGiven(resource, 'dead_letter_config')) continue;
      const configs = companionsOf(
        graph,
        resource,
        'aws_lambda_function_event_invoke_config',
        'function_name',
      );
      const path = 'destination_config[0].on_failure[0].destination';
      if (configs.some(({ companion }) => isGiven(companion, path))) continue;
      yield {
        resource,
        path: 'dead_letter_config',
        message: 'is invoked asynchronously, and what it cannot handle is lost',
        remedy: 'set dead_letter_config, or a destination on failure',
      };
    }
  },
};

const ASYNCHRONOUS = new Set([
  'events.amazonaws.com',
  'iot.amazonaws.com',
  'logs.amazonaws.com',
  's3.amazonaws.com',
  'ses.amazonaws.com',
  'sns.amazonaws.com',
]);
