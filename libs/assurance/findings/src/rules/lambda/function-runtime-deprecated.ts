import { attributeRule } from '../../private/attribute-rule';

export const functionRuntimeDeprecated = attributeRule({
  id: 'function-runtime-deprecated',
  severity: 'high',
  title: 'a function has a runtime that AWS keeps up to date',
  rationale:
    'A deprecated runtime gets no security updates, and functions with it can soon not be changed any more.',
  reference:
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy',
  types: ['aws_lambda_function'],
  path: 'runtime',
  wanted: (runtime) => !DEPRECATED.has(String(runtime)),
  message: 'has a runtime that AWS has deprecated',
  remedy: 'set runtime to one that is supported, such as "nodejs22.x"',
});

/** Those that AWS's page listed as deprecated in 2026. */
const DEPRECATED = new Set([
  'dotnet5.0',
  'dotnet6',
  'dotnet7',
  'dotnetcore1.0',
  'dotnetcore2.0',
  'dotnetcore2.1',
  'dotnetcore3.1',
  'go1.x',
  'java8',
  'nodejs',
  'nodejs10.x',
  'nodejs12.x',
  'nodejs14.x',
  'nodejs16.x',
  'nodejs18.x',
  'nodejs20.x',
  'nodejs4.3',
  'nodejs4.3-edge',
  'nodejs6.10',
  'nodejs8.10',
  'provided',
  'python2.7',
  'python3.6',
  'python3.7',
  'python3.8',
  'python3.9',
  'ruby2.5',
  'ruby2.7',
  'ruby3.2',
]);
