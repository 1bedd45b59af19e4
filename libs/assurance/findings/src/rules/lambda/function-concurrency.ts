import { attributeRule } from '../../private/attribute-rule';

export const functionConcurrency = attributeRule({
  id: 'function-concurrency',
  severity: 'low',
  title: "a function's concurrency is limited",
  rationale:
    "Without a limit one function can use up the account's concurrency, which all functions of the Region share.",
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
  types: ['aws_lambda_function'],
  path: 'reserved_concurrent_executions',
  byDefault: -1,
  wanted: (limit) => Number(limit) >= 0,
  message: "may use the account's whole concurrency",
  remedy: 'set reserved_concurrent_executions',
});
