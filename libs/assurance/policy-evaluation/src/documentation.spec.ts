import { CALLERS, named, outcome } from '../test/requests';
import {
  type Caller,
  type ContextValue,
  evaluateAccess,
  parsePolicy,
  type Policies,
} from './index';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const API = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';

interface Example {
  readonly url: string;
  readonly account: string;
  readonly caller: Caller;
  readonly policies: Policies;
  /** Action, resource, context keys, and what AWS says. */
  readonly requests: readonly (readonly [string, string, Record<string, ContextValue>, string])[];
}

const read = (...statements: readonly object[]) =>
  named(parsePolicy({ Version: '2012-10-17', Statement: statements }));

const ACCOUNT = '123456789012';
const CARLOS = {
  type: 'User',
  account: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:user/carlossalazar`,
} as const;
const OWN = ['arn:aws:s3:::carlossalazar/*', 'arn:aws:s3:::carlossalazar'];
const BUCKET = 'arn:aws:s3:::carlossalazar';
const QUEUE = `arn:aws:sqs:us-east-2:${ACCOUNT}:queue`;
const TOPIC = `arn:aws:sns:us-east-2:${ACCOUNT}:topic`;
const INVOKE = 'arn:aws:execute-api:us-east-1:123456789012:abcdef1234/prod/GET/pets';

const EXAMPLES: Readonly<Record<string, Example>> = {
  "a user's own bucket, and no logs": {
    url: `${IAM}/reference_policies_evaluation-logic_policy-eval-basics.html`,
    account: ACCOUNT,
    caller: CARLOS,
    policies: {
      identity: [
        read(
          {
            Effect: 'Allow',
            Action: ['s3:GetBucketLocation', 's3:ListAllMyBuckets'],
            Resource: 'arn:aws:s3:::*',
          },
          { Effect: 'Allow', Action: 's3:*', Resource: OWN },
          { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::*log*' },
        ),
      ],
      resource: read({
        Effect: 'Allow',
        Principal: { AWS: CARLOS.arn },
        Action: 's3:*',
        Resource: OWN,
      }),
    },
    requests: [
      ['s3:PutObject', `${BUCKET}-logs/1`, {}, 'EXPLICIT DENY'],
      ['s3:PutObject', `${BUCKET}/1`, {}, 'ALLOW'],
      ['s3:GetBucketLocation', 'arn:aws:s3:::other', {}, 'ALLOW'],
      ['s3:PutObject', 'arn:aws:s3:::other/1', {}, 'DENY'],
    ],
  },
  'allowed, implicitly denied and explicitly denied': {
    url: `${IAM}/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html`,
    account: ACCOUNT,
    caller: CARLOS,
    policies: {
      identity: [
        read(
          { Effect: 'Allow', Action: ['iam:Get*', 'iam:List*'], Resource: '*' },
          { Effect: 'Deny', Action: 'iam:*Report', Resource: '*' },
        ),
      ],
    },
    requests: [
      ['iam:GetUser', '*', {}, 'ALLOW'],
      ['iam:CreatePolicy', '*', {}, 'DENY'],
      ['iam:GetOrganizationsAccessReport', '*', {}, 'EXPLICIT DENY'],
      ['iam:GenerateCredentialReport', '*', {}, 'EXPLICIT DENY'],
    ],
  },
  'instance types, where images have none': {
    url: `${IAM}/reference_policies_elements_condition_operators.html#Conditions_IfExists`,
    account: ACCOUNT,
    caller: CARLOS,
    policies: {
      identity: [
        read({
          Effect: 'Allow',
          Action: 'ec2:RunInstances',
          Resource: '*',
          Condition: { StringLikeIfExists: { 'ec2:InstanceType': ['t1.*', 't2.*', 'm3.*'] } },
        }),
      ],
    },
    requests: [
      ['ec2:RunInstances', 'arn:aws:ec2:us-east-1::image/ami-1', {}, 'ALLOW'],
      [
        'ec2:RunInstances',
        `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/*`,
        { 'ec2:InstanceType': 't2.micro' },
        'ALLOW',
      ],
      [
        'ec2:RunInstances',
        `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/*`,
        { 'ec2:InstanceType': 'm5.large' },
        'DENY',
      ],
    ],
  },
  'no temporary credentials': {
    url: `${IAM}/reference_policies_elements_condition_operators.html#Conditions_Null`,
    account: ACCOUNT,
    caller: CARLOS,
    policies: {
      identity: [
        read({
          Effect: 'Allow',
          Action: 'ec2:*',
          Resource: '*',
          Condition: { Null: { 'aws:TokenIssueTime': 'true' } },
        }),
      ],
    },
    requests: [
      ['ec2:DescribeVpcs', '*', {}, 'ALLOW'],
      ['ec2:DescribeVpcs', '*', { 'aws:TokenIssueTime': '2030-01-01T00:00:00Z' }, 'DENY'],
    ],
  },
  'everyone but one user': {
    url: `${IAM}/reference_policies_elements_principal.html#principal-anonymous`,
    account: ACCOUNT,
    caller: CARLOS,
    policies: {
      identity: [read({ Effect: 'Allow', Action: '*', Resource: '*' })],
      resource: read({
        Effect: 'Deny',
        Action: 's3:*',
        Principal: '*',
        Resource: OWN,
        Condition: {
          ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/user-name' },
        },
      }),
    },
    requests: [
      ['s3:GetObject', `${BUCKET}/1`, {}, 'EXPLICIT DENY'],
      [
        's3:GetObject',
        `${BUCKET}/1`,
        { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/user-name' },
        'ALLOW',
      ],
    ],
  },
  'messages of one topic, which an IAM user does not bring': {
    url: `${IAM}/reference_policies_elements_condition_operators.html#Conditions_ARN`,
    account: ACCOUNT,
    caller: CALLERS.service,
    policies: {
      resource: read({
        Effect: 'Allow',
        Principal: { Service: CALLERS.service.name },
        Action: 'SQS:SendMessage',
        Resource: QUEUE,
        Condition: { ArnEquals: { 'aws:SourceArn': TOPIC } },
      }),
    },
    requests: [
      ['sqs:SendMessage', QUEUE, { 'aws:SourceArn': TOPIC }, 'ALLOW'],
      ['sqs:SendMessage', QUEUE, { 'aws:SourceArn': `${TOPIC}2` }, 'DENY'],
      ['sqs:SendMessage', QUEUE, {}, 'DENY'],
    ],
  },
  'a private API for one VPC': {
    url: `${API}/apigateway-resource-policies-examples.html`,
    account: ACCOUNT,
    caller: CALLERS.anonymous,
    policies: {
      resource: read(
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: INVOKE.replace('/prod/GET/pets', '/*'),
        },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: INVOKE.replace('/prod/GET/pets', '/*'),
          Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } },
        },
      ),
    },
    requests: [
      ['execute-api:Invoke', INVOKE, { 'aws:SourceVpc': 'vpc-1a2b3c4d' }, 'ALLOW'],
      ['execute-api:Invoke', INVOKE, { 'aws:SourceVpc': 'vpc-9' }, 'EXPLICIT DENY'],
      ['execute-api:Invoke', INVOKE, {}, 'EXPLICIT DENY'],
      [
        'execute-api:Invoke',
        INVOKE.replace('abcdef', 'zzzzzz'),
        { 'aws:SourceVpc': 'vpc-1a2b3c4d' },
        'DENY',
      ],
    ],
  },
};

describe('evaluateAccess', () => {
  it.each(Object.entries(EXAMPLES).map(([name, example]) => [name, example.url, example] as const))(
    "decides after AWS's example: %s (%s)",
    (_, __, { account, caller, policies, requests }) => {
      const decided = requests.map(([action, resource, keys]) =>
        outcome(
          evaluateAccess(
            {
              caller,
              action,
              resource,
              resourceAccount: account,
              context: { keys, others: 'absent' },
            },
            policies,
          ),
        ),
      );

      expect(decided).toEqual(requests.map(([, , , expected]) => expected));
    },
  );
});
