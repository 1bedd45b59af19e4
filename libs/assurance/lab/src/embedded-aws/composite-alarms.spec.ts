import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  PutCompositeAlarmCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

describe('a composite alarm of the embedded AWS', () => {
  const aws = embeddedAwsForTests();

  it('has its rule, and is no metric alarm', async () => {
    const cloudWatch = new CloudWatchClient(await accountOf(aws(), '222222222222'));
    const put = (rule: string) =>
      cloudWatch.send(new PutCompositeAlarmCommand({ AlarmName: 'link', AlarmRule: rule }));
    await cloudWatch.send(
      new PutMetricAlarmCommand({
        AlarmName: 'tunnel',
        Namespace: 'AWS/VPN',
        MetricName: 'TunnelState',
        Statistic: 'Minimum',
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        Period: 60,
        EvaluationPeriods: 5,
      }),
    );

    await put('ALARM(tunnel)');
    await put('NOT OK(tunnel)');

    const describe = new DescribeAlarmsCommand({
      AlarmNames: ['link', 'tunnel'],
      AlarmTypes: ['CompositeAlarm', 'MetricAlarm'],
    });
    const { CompositeAlarms, MetricAlarms } = await cloudWatch.send(describe);
    expect(CompositeAlarms?.map(({ AlarmName, AlarmRule }) => [AlarmName, AlarmRule])).toEqual([
      ['link', 'NOT OK(tunnel)'],
    ]);
    expect(MetricAlarms?.map(({ AlarmName }) => AlarmName)).toEqual(['tunnel']);

    await cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames: ['link'] }));
    expect((await cloudWatch.send(describe)).CompositeAlarms).toEqual([]);
  });
});
