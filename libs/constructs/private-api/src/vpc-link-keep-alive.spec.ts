import { apiAccount } from '../test/api-account';
import { VpcLinkKeepAlive, type VpcLinkKeepAliveProps } from './index';

function keepAlive(props: Partial<VpcLinkKeepAliveProps> = {}) {
  const { api, privateApi, synth } = apiAccount();
  new VpcLinkKeepAlive(api, 'keep-alive', { name: 'orders', api: privateApi(), ...props });
  const synthesised = synth();
  const restApi = synthesised.only('aws_api_gateway_rest_api').address;
  const { assume_role_policy: trust } = synthesised.only('aws_iam_role', 'keep-alive').arguments;
  const { policy } = synthesised.only('aws_iam_role_policy', 'keep-alive').arguments;
  return {
    restApi,
    group: synthesised.only('aws_scheduler_schedule_group').address,
    schedule: synthesised.only('aws_scheduler_schedule').arguments,
    trust: JSON.parse(trust as string).Statement,
    permissions: JSON.parse(policy as string).Statement,
  };
}

describe('VpcLinkKeepAlive', () => {
  it("invokes the API's root once a week", () => {
    const { restApi, schedule } = keepAlive();
    const { arn, input } = schedule['target'] as { arn: string; input: string };

    expect(schedule).toMatchObject({ schedule_expression: 'rate(7 days)' });
    expect(arn).toBe('arn:aws:scheduler:::aws-sdk:apigateway:testInvokeMethod');
    expect(JSON.parse(input)).toEqual({
      RestApiId: `\${${restApi}.id}`,
      ResourceId: `\${${restApi}.root_resource_id}`,
      HttpMethod: 'ANY',
      PathWithQueryString: '/',
    });
  });

  it('may invoke that method and do nothing else', () => {
    const { restApi, permissions } = keepAlive();

    expect(permissions).toEqual([
      {
        Effect: 'Allow',
        Action: 'apigateway:POST',
        Resource: `\${${restApi}.arn}/resources/\${${restApi}.root_resource_id}/methods/ANY`,
      },
    ]);
  });

  it("has a role for Scheduler of this account, for the schedule's group only", () => {
    const { group, schedule, trust } = keepAlive();

    expect(schedule['group_name']).toBe(`\${${group}.name}`);
    expect(trust).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'scheduler.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: {
            'aws:SourceAccount': expect.stringContaining('data.aws_caller_identity'),
          },
          ArnLike: { 'aws:SourceArn': `\${${group}.arn}` },
        },
      },
    ]);
  });

  it('takes the method that the document has, and another schedule', () => {
    const { permissions, schedule } = keepAlive({
      httpMethod: 'GET',
      scheduleExpression: 'cron(0 4 ? * MON *)',
    });

    expect(schedule['schedule_expression']).toBe('cron(0 4 ? * MON *)');
    expect((schedule['target'] as { input: string }).input).toContain('"HttpMethod":"GET"');
    expect(permissions[0].Resource).toMatch(/\/methods\/GET$/);
  });
});
