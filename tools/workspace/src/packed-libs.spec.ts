import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..', '..');
const CONSTRUCTS = join(ROOT, 'libs', 'constructs');
const INSTALLED = ['@cdktf/provider-aws', '@types/node', 'cdktf', 'constructs', 'typescript'];

const PROGRAM = `
import { IpTargetGroup, NetworkListener, NetworkLoadBalancer } from '@culvert/load-balancing';
import { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { ExecuteApiEndpoint, PrivateApi, proxyApi, VpcLinkV2 } from '@culvert/private-api';
import { InterfaceEndpoint } from '@culvert/privatelink';
import { MultiAccountStack } from '@culvert/stack';
import { App } from 'cdktf';

const region = 'eu-central-1';
const app = new App();
const stack = new MultiAccountStack(app, 'orders', { accounts: { api: { accountId: '222222222222', region } } });
const api = stack.account('api');
const subnets = [1, 2].map((n) => ({ azId: \`euc1-az\${n}\`, cidrBlock: \`10.20.\${n}.0/24\` }));
const vpc = new IsolatedVpc(api, 'vpc', { name: 'orders', cidrBlock: '10.20.0.0/16', subnets });
const group = (name: string) => new SecurityGroup(api, name, { vpcId: vpc.id, name, description: name });
const [balancerGroup, endpointGroup] = [group('load-balancer'), group('endpoint')];
balancerGroup.allowTo(endpointGroup, { port: 443, description: 'to orders' });

const serviceName = 'com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0';
const endpoint = new InterfaceEndpoint(api, 'orders', { name: 'orders', vpc, serviceName, securityGroup: endpointGroup, hostNumber: 10 });
const loadBalancer = new NetworkLoadBalancer(api, 'balancer', { name: 'orders', vpc, securityGroup: balancerGroup });
const targetGroup = new IpTargetGroup(api, 'targets', { name: 'orders', vpc, protocol: 'TCP', port: 443, targets: endpoint.addresses });
new NetworkListener(api, 'listener', { loadBalancer, port: 443, targetGroup });

const executeApi = new ExecuteApiEndpoint(api, 'execute-api', { name: 'orders', vpc, region, hostNumber: 11 });
const vpcLink = new VpcLinkV2(api, 'link', { name: 'orders', loadBalancer, port: 443 });
const document = proxyApi({ title: 'Orders', vpcLink, origin: 'https://orders.example.com' });
const stage = { stageName: 'live', throttling: { rateLimit: 100, burstLimit: 50 } };
executeApi.allowOnly(new PrivateApi(api, 'api', { name: 'orders', document, callers: [executeApi.endpoint], stage }));
app.synth();
`;

describe('the packed libs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'culvert-consumer-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('let a project outside the workspace synthesise a private API over PrivateLink', () => {
    run(ROOT, 'nx', 'run-many', '-t', 'build', '--projects=tag:type:construct');
    writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }\n');
    writeFileSync(join(folder, 'main.ts'), PROGRAM);
    const tarballs = readdirSync(CONSTRUCTS).map((lib) => pack(join(CONSTRUCTS, lib)));
    run(folder, 'npm', 'install', '--no-save', ...tarballs, ...pinned());
    run(folder, 'node_modules/.bin/tsc', '--strict', '--module', 'nodenext', 'main.ts');
    run(folder, 'node', 'main.js');

    const synthesised = readFileSync(join(folder, 'cdktf.out/stacks/orders/cdk.tf.json'), 'utf8');

    expect(Object.keys(JSON.parse(synthesised).resource)).toEqual(
      expect.arrayContaining([
        'aws_api_gateway_rest_api',
        'aws_apigatewayv2_vpc_link',
        'aws_lb',
        'aws_vpc_endpoint',
      ]),
    );
  });

  function pack(lib: string): string {
    const [packed] = JSON.parse(run(lib, 'npm', 'pack', '--json', '--pack-destination', folder));
    return join(folder, packed.filename);
  }
});

/** The versions that the workspace is tested with. */
function pinned(): string[] {
  return INSTALLED.map((name) => {
    const { version } = JSON.parse(
      readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'),
    );
    return `${name}@${version}`;
  });
}

function run(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')}: exit code ${status}\n${stdout}${stderr}`);
  }
  return stdout;
}
