import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

describe('a request to the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let account: Account;
  beforeAll(async () => {
    account = await accountOf(aws(), '111111111111');
  });

  async function createVpc(invocation: string): Promise<string | undefined> {
    const { endpoint, region, credentials } = account;
    const scope = `${credentials.accessKeyId}/20260101/${region}/ec2/aws4_request`;
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'Amz-Sdk-Invocation-Id': invocation,
        Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
        'X-Amz-Security-Token': credentials.sessionToken,
      },
      body: new URLSearchParams({
        Action: 'CreateVpc',
        Version: '2016-11-15',
        CidrBlock: '10.0.0.0/16',
      }),
    });
    return /<vpcId>(.*?)<\/vpcId>/.exec(await response.text())?.[1];
  }

  it('is done once, however often an SDK repeats it', async () => {
    const first = await createVpc('one');

    expect(first).toMatch(/^vpc-/);
    expect(await createVpc('one')).toBe(first);
    expect(await createVpc('two')).not.toBe(first);
  });
});
