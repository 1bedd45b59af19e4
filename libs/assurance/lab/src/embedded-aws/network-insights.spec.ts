import {
  CreateNetworkInsightsPathCommand,
  DeleteNetworkInsightsAnalysisCommand,
  DeleteNetworkInsightsPathCommand,
  DescribeNetworkInsightsAnalysesCommand,
  DescribeNetworkInsightsPathsCommand,
  EC2Client,
  StartNetworkInsightsAnalysisCommand,
} from '@aws-sdk/client-ec2';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

const ACCOUNT = '222222222222';

describe('a network insights path of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let ec2: EC2Client;
  let pathId: string;

  beforeEach(async () => {
    ec2 = new EC2Client(await accountOf(aws(), ACCOUNT));
    const { NetworkInsightsPath } = await ec2.send(
      new CreateNetworkInsightsPathCommand({
        Source: 'eni-0123456789abcdef0',
        Destination: 'tgw-attach-0123456789abcdef0',
        DestinationIp: '192.168.10.10',
        DestinationPort: 443,
        Protocol: 'tcp',
        TagSpecifications: [
          {
            ResourceType: 'network-insights-path',
            Tags: [{ Key: 'Name', Value: 'to on-premises' }],
          },
        ],
      }),
    );
    pathId = NetworkInsightsPath?.NetworkInsightsPathId as string;
  });

  const describePath = () =>
    new DescribeNetworkInsightsPathsCommand({ NetworkInsightsPathIds: [pathId] });

  it('has the ends, the port and the tags it was given', async () => {
    const { NetworkInsightsPaths } = await ec2.send(describePath());

    expect(NetworkInsightsPaths).toEqual([
      expect.objectContaining({
        SourceArn: `arn:aws:ec2:eu-central-1:${ACCOUNT}:network-interface/eni-0123456789abcdef0`,
        DestinationArn: `arn:aws:ec2:eu-central-1:${ACCOUNT}:transit-gateway-attachment/tgw-attach-0123456789abcdef0`,
        DestinationIp: '192.168.10.10',
        DestinationPort: 443,
        Protocol: 'tcp',
        Tags: [{ Key: 'Name', Value: 'to on-premises' }],
      }),
    ]);
  });

  it('belongs to one account', async () => {
    const stranger = new EC2Client(await accountOf(aws(), '333333333333'));

    await expect(stranger.send(describePath())).rejects.toMatchObject({
      name: 'InvalidNetworkInsightsPathId.NotFound',
    });
  });

  it('is found by every analysis, and deleted after them', async () => {
    const { NetworkInsightsAnalysis } = await ec2.send(
      new StartNetworkInsightsAnalysisCommand({ NetworkInsightsPathId: pathId }),
    );
    const NetworkInsightsAnalysisId = NetworkInsightsAnalysis?.NetworkInsightsAnalysisId as string;
    const { NetworkInsightsAnalyses } = await ec2.send(
      new DescribeNetworkInsightsAnalysesCommand({
        NetworkInsightsAnalysisIds: [NetworkInsightsAnalysisId],
      }),
    );
    expect(NetworkInsightsAnalyses).toEqual([
      expect.objectContaining({
        NetworkInsightsPathId: pathId,
        NetworkPathFound: true,
        Status: 'succeeded',
      }),
    ]);
    const deletion = new DeleteNetworkInsightsPathCommand({ NetworkInsightsPathId: pathId });
    await expect(ec2.send(deletion)).rejects.toMatchObject({
      name: 'AnalysisExistsForNetworkInsightsPath',
    });

    await ec2.send(new DeleteNetworkInsightsAnalysisCommand({ NetworkInsightsAnalysisId }));
    await ec2.send(deletion);

    await expect(ec2.send(describePath())).rejects.toMatchObject({
      name: 'InvalidNetworkInsightsPathId.NotFound',
    });
  });

  it('is needed by an analysis', async () => {
    await expect(
      ec2.send(
        new StartNetworkInsightsAnalysisCommand({ NetworkInsightsPathId: 'nip-0123456789abcdef0' }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidNetworkInsightsPathId.NotFound' });
  });
});
