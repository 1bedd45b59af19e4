import { attributeRule } from '../../private/attribute-rule';

export const functionUrlPublic = attributeRule({
  id: 'function-url-public',
  severity: 'high',
  title: "a function's URL asks who calls",
  rationale: 'Without authorization everyone on the internet may invoke the function.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  types: ['aws_lambda_function_url'],
  path: 'authorization_type',
  wanted: (type) => type === 'AWS_IAM',
  message: 'lets everyone on the internet invoke the function',
  remedy: 'set authorization_type = "AWS_IAM"',
});
