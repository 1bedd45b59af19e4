import {
  APIGatewayClient,
  CreateRestApiCommand,
  GetDeploymentCommand,
  ImportDocumentationPartsCommand,
} from '@aws-sdk/client-api-gateway';
import { CreateVerifiedAccessInstanceCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  ElasticLoadBalancingV2Client,
  GetResourcePolicyCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import { temporaryFolder } from '../../test/temporary-folder';
import { startEmbeddedAws } from './embedded-aws';
import { findPython } from './find-python';

jest.setTimeout(60_000);

describe('startEmbeddedAws', () => {
  const aws = embeddedAwsForTests();

  it('serves every account through a role of it', async () => {
    const sts = new STSClient(await accountOf(aws(), '222222222222'));

    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '222222222222',
    });
  });

  it('listens on the loopback interface, with a moto that has a server', () => {
    expect(aws().endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(aws().motoVersion).toMatch(/^5\.([2-9]|\d\d)/);
  });

  it('gives clients an environment that leads nowhere else', () => {
    expect(aws().environment()).toEqual({
      AWS_ENDPOINT_URL: aws().endpoint,
      AWS_ACCESS_KEY_ID: 'embedded',
      AWS_SECRET_ACCESS_KEY: 'embedded',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      CHECKPOINT_DISABLE: '1',
    });
  });

  const refused = {
    name: 'NotImplementedByEmbeddedAws',
    $metadata: { httpStatusCode: 400, attempts: 1 },
  };

  it('refuses an action it does not know, once and by name, in every protocol', async () => {
    const account = await accountOf(aws(), '111111111111');

    await expect(
      new EC2Client(account).send(new CreateVerifiedAccessInstanceCommand({})),
    ).rejects.toMatchObject(refused);
    await expect(
      new ElasticLoadBalancingV2Client(account).send(
        new GetResourcePolicyCommand({ ResourceArn: 'arn' }),
      ),
    ).rejects.toMatchObject(refused);
    await expect(
      new APIGatewayClient(account).send(
        new ImportDocumentationPartsCommand({ restApiId: 'a', body: Buffer.from('{}') }),
      ),
    ).rejects.toMatchObject(refused);

    expect(
      aws()
        .gaps()
        .map((gap) => gap.split(' ').slice(0, 2).join(' ')),
    ).toEqual([
      'ec2 CreateVerifiedAccessInstance',
      'elasticloadbalancing GetResourcePolicy',
      'apigateway ImportDocumentationParts',
    ]);
  });

  it('refuses a service it does not have, and logs it', async () => {
    const response = await fetch(aws().endpoint, {
      method: 'POST',
      headers: {
        authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-central-1/nosuch/aws4_request',
        'x-amz-target': 'NoSuch.CreateThing',
      },
    });

    expect(response.status).toBe(400);
    expect(aws().gaps()).toContainEqual(expect.stringMatching(/^nosuch CreateThing /));
  });

  it('turns a failure of its own into an error that is not retried, and logs it', async () => {
    const apiGateway = new APIGatewayClient(await accountOf(aws(), '111111111111'));
    const { id: restApiId } = await apiGateway.send(new CreateRestApiCommand({ name: 'orders' }));

    await expect(
      apiGateway.send(new GetDeploymentCommand({ restApiId, deploymentId: 'none' })),
    ).rejects.toMatchObject(refused);
    expect(aws().gaps()).toContainEqual(expect.stringMatching(/^apigateway GetDeployment /));
  });

  it('stops for good, keeps its gaps and removes its log', async () => {
    const other = await startEmbeddedAws();
    await fetch(`${other.endpoint}/?Action=CreateNothing`, {
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/eu-central-1/ec2/x' },
    });
    await other.stop();
    await other.stop();

    await expect(fetch(other.endpoint)).rejects.toThrow('fetch failed');
    expect(isRunning(other.pid)).toBe(false);
    expect(existsSync(other.log)).toBe(false);
    expect(other.gaps()).toEqual([expect.stringContaining('ec2 CreateNothing')]);
  });

  it('does not start when aborted, and ends when aborted later', async () => {
    await expect(startEmbeddedAws({ signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
      'no',
    );

    const controller = new AbortController();
    const other = await startEmbeddedAws({ signal: controller.signal });
    controller.abort();
    await other.stop();

    expect(isRunning(other.pid)).toBe(false);
  });

  it('runs on detached until it is stopped', async () => {
    const other = await startEmbeddedAws();
    other.detach();

    expect((await fetch(`${other.endpoint}/moto-api/`)).status).toBe(200);
    await other.stop();
    expect(isRunning(other.pid)).toBe(false);
  });

  it('fails with what the process wrote when that ends before it listens', async () => {
    const python = join(temporaryFolder(), 'python');
    writeFileSync(
      python,
      '#!/bin/sh\ncase "$1" in -c) echo 5.2.1 ;; *) echo "out of memory" >&2; exit 3 ;; esac\n',
    );
    chmodSync(python, 0o755);

    await expect(
      startEmbeddedAws({ environment: { ...process.env, CULVERT_PYTHON: python } }),
    ).rejects.toThrow('the embedded AWS ended before it listened:\nout of memory');
  });
});

describe('culvert_aws', () => {
  const server = async () => {
    const python = await findPython();
    const child = spawn(python.command, [...python.arguments, '-m', 'culvert_aws'], {
      env: { ...process.env, PYTHONPATH: join(__dirname, '../../embedded-aws') },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    return { child, endpoint: (JSON.parse(line) as { endpoint: string }).endpoint };
  };

  it('ends when the pipe to its parent closes', async () => {
    const { child } = await server();
    child.stdin.destroy();

    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends in order when told to terminate', async () => {
    const { child } = await server();
    child.kill('SIGTERM');

    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('outlives the pipe to its parent once detached', async () => {
    const { child, endpoint } = await server();
    child.stdin.end('detach\n');
    await once(child.stdin, 'close');

    expect((await fetch(`${endpoint}/moto-api/`)).status).toBe(200);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
