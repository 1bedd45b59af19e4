import { type Account, MultiAccountStack } from '@culvert/stack';
import { type Block, SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import {
  type Alarm,
  type AlarmProps,
  AlarmTopic,
  CallDashboard,
  CallLatencyAlarm,
  CallMetricFilters,
  ExecutionAlarm,
  FunctionErrorAlarm,
  QueueAlarm,
  RotationFailureAlarm,
  RotationOverdueAlarm,
  ThrottleAlarm,
  TokenFailureAlarm,
} from './index';

function synthesise(create: (account: Account, alarm: AlarmProps) => void): SynthesisedStack {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { application: { accountId: '111111111111', region: 'eu-central-1' } },
  });
  const account = stack.account('application');
  create(account, { name: 'orders', topic: new AlarmTopic(account, 'topic', { name: 'orders' }) });
  return SynthesisedStack.of(stack);
}

function alarmOf(create: (account: Account, alarm: AlarmProps) => Alarm): Block {
  return synthesise(create).only('aws_cloudwatch_metric_alarm').arguments;
}

const metric = (namespace: string, name: string, dimensions: object) =>
  expect.objectContaining({
    metric: { namespace, metric_name: name, dimensions, stat: 'Sum', period: 60 },
  });

describe('FunctionErrorAlarm', () => {
  it('goes off on the share of failed invocations', () => {
    const alarm = alarmOf(
      (account, props) =>
        new FunctionErrorAlarm(account, 'errors', { ...props, functionName: 'caller' }),
    );

    expect(alarm).toMatchObject({
      metric_query: [
        { id: 'error_rate', expression: '100 * errors / invocations', return_data: true },
        metric('AWS/Lambda', 'Errors', { FunctionName: 'caller' }),
        metric('AWS/Lambda', 'Invocations', { FunctionName: 'caller' }),
      ],
      comparison_operator: 'GreaterThanThreshold',
      threshold: 1,
      treat_missing_data: 'notBreaching',
    });
  });
});

describe('CallLatencyAlarm', () => {
  it('goes off on the slowest five of a hundred, as the function measures them', () => {
    const alarm = alarmOf(
      (account, props) => new CallLatencyAlarm(account, 'slow', { ...props, service: 'orders' }),
    );

    expect(alarm).toMatchObject({
      namespace: 'Culvert',
      metric_name: 'ApiLatency',
      dimensions: { service: 'orders' },
      extended_statistic: 'p95',
      threshold: 5000,
    });
  });
});

describe('TokenFailureAlarm', () => {
  const failures = (errors: readonly string[]) =>
    alarmOf(
      (account, props) =>
        new TokenFailureAlarm(account, 'token', { ...props, service: 'orders', errors }),
    );

  it('adds up the failures of every error named', () => {
    expect(failures(['AuthConfigError', 'Transient'])).toMatchObject({
      metric_query: [
        { expression: 'FILL(m0, 0) + FILL(m1, 0)', return_data: true },
        metric('Culvert', 'TokenFailure', { service: 'orders', error: 'AuthConfigError' }),
        metric('Culvert', 'TokenFailure', { service: 'orders', error: 'Transient' }),
      ],
      threshold: 0,
    });
  });

  it.each([0, 10])('fails when %i errors are named, which CloudWatch would refuse', (count) => {
    expect(() => failures(Array.from({ length: count }, (_, index) => `Error${index}`))).toThrow(
      `alarm "orders-token-failures" watches ${count} errors: name 1 to 9`,
    );
  });
});

describe('ExecutionAlarm', () => {
  it('goes off on the first execution that failed, timed out or was aborted', () => {
    const alarm = alarmOf(
      (account, props) =>
        new ExecutionAlarm(account, 'executions', { ...props, stateMachineArn: 'arn:machine' }),
    );
    const states = (name: string) => metric('AWS/States', name, { StateMachineArn: 'arn:machine' });

    expect(alarm).toMatchObject({
      metric_query: [
        { expression: 'FILL(m0, 0) + FILL(m1, 0) + FILL(m2, 0)' },
        states('ExecutionsFailed'),
        states('ExecutionsTimedOut'),
        states('ExecutionsAborted'),
      ],
      threshold: 0,
      evaluation_periods: 1,
    });
  });
});

describe('ThrottleAlarm', () => {
  it('adds up what Lambda and Step Functions throttled', () => {
    const alarm = alarmOf(
      (account, props) =>
        new ThrottleAlarm(account, 'throttles', {
          ...props,
          functionName: 'caller',
          stateMachineArns: ['arn:one', 'arn:batch'],
        }),
    );

    expect(alarm['metric_query']).toMatchObject([
      { return_data: true },
      metric('AWS/Lambda', 'Throttles', { FunctionName: 'caller' }),
      metric('AWS/States', 'ExecutionThrottled', { StateMachineArn: 'arn:one' }),
      metric('AWS/States', 'ExecutionThrottled', { StateMachineArn: 'arn:batch' }),
    ]);
  });
});

describe('RotationFailureAlarm', () => {
  it('goes off on the first step that failed', () => {
    const alarm = alarmOf(
      (account, props) =>
        new RotationFailureAlarm(account, 'rotation', { ...props, functionName: 'rotator' }),
    );

    expect(alarm).toMatchObject({
      namespace: 'AWS/Lambda',
      metric_name: 'Errors',
      dimensions: { FunctionName: 'rotator' },
      threshold: 0,
    });
  });
});

describe('RotationOverdueAlarm', () => {
  it('goes off on age, and on silence about it, within what an alarm can look back', () => {
    const alarm = alarmOf(
      (account, props) =>
        new RotationOverdueAlarm(account, 'overdue', {
          ...props,
          secretName: 'okta/orders',
          maximumDays: 35,
        }),
    );
    const sevenDays = 7 * 24 * 60 * 60;

    expect(alarm).toMatchObject({
      namespace: 'Culvert',
      metric_name: 'DaysSinceRotation',
      dimensions: { secret: 'okta/orders' },
      threshold: 35,
      treat_missing_data: 'breaching',
    });
    expect(Number(alarm['period']) * Number(alarm['evaluation_periods'])).toBeLessThanOrEqual(
      sevenDays,
    );
  });
});

describe('QueueAlarm', () => {
  it('goes off while a message waits', () => {
    const alarm = alarmOf(
      (account, props) => new QueueAlarm(account, 'queue', { ...props, queueName: 'failures' }),
    );

    expect(alarm).toMatchObject({
      namespace: 'AWS/SQS',
      metric_name: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: 'failures' },
      threshold: 0,
    });
  });
});

describe('CallMetricFilters', () => {
  it('count failures by service and error, and repetitions by service', () => {
    const filters = synthesise((account) => {
      new CallMetricFilters(account, 'filters', { logGroupName: '/aws/lambda/caller' });
    })
      .resources('aws_cloudwatch_log_metric_filter')
      .map((filter) => filter.arguments);

    expect(filters).toMatchObject([
      {
        log_group_name: '/aws/lambda/caller',
        pattern: '{ $.message = "call failed" && $.error.name = "*" }',
        metric_transformation: {
          namespace: 'Culvert',
          name: 'CallFailed',
          value: '1',
          dimensions: { service: '$.service', error: '$.error.name' },
        },
      },
      {
        pattern: expect.stringContaining('$.retryCount > 0'),
        metric_transformation: { name: 'CallRepeated', dimensions: { service: '$.service' } },
      },
    ]);
    expect(JSON.stringify(filters)).not.toContain('default_value');
  });
});

describe('CallDashboard', () => {
  const synthesised = synthesise((account, props) => {
    const alarms = [
      new CallLatencyAlarm(account, 'slow', { ...props, service: 'orders' }),
      new QueueAlarm(account, 'queue', { ...props, queueName: 'failures' }),
    ];
    new CallDashboard(account, 'dashboard', {
      name: 'orders',
      service: 'orders',
      region: 'eu-central-1',
      functionName: 'caller',
      stateMachineArns: ['arn:machine'],
      alarms,
    });
  });
  const body: { widgets: (Block & { properties: Block })[] } = JSON.parse(
    synthesised.only('aws_cloudwatch_dashboard').arguments['dashboard_body'] as string,
  );
  const arns = ['slow', 'queue'].map((id) => {
    return `\${${synthesised.only('aws_cloudwatch_metric_alarm', id).address}.arn}`;
  });

  it('shows the state of every alarm, and what each watches', () => {
    const watched = body.widgets
      .map(({ properties }) => properties['annotations'])
      .filter((annotations) => annotations !== undefined);

    expect(body.widgets[0]).toMatchObject({ type: 'alarm', properties: { alarms: arns } });
    expect(watched).toEqual(arns.map((arn) => ({ alarms: [arn] })));
  });

  it('puts no widget on another, and none outside of the grid', () => {
    const cells = body.widgets.flatMap((widget) => {
      const { x, y, width, height } = widget as unknown as Record<string, number> & {
        x: number;
        y: number;
        width: number;
        height: number;
      };
      expect(x + width).toBeLessThanOrEqual(24);
      return Array.from({ length: width * height }, (_, cell) => {
        return `${x + (cell % width)},${y + Math.floor(cell / width)}`;
      });
    });

    expect(new Set(cells).size).toBe(cells.length);
  });

  it('finds failures by error without naming the errors', () => {
    expect(JSON.stringify(body)).toContain(
      String.raw`SEARCH('{Culvert,error,service} service=\"orders\" MetricName=\"CallFailed\"', 'Sum')`,
    );
  });
});
