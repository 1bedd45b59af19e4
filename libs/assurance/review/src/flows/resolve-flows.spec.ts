import { networkOf } from '@culvert/network-model';
import { mistakesOf, temporaryFolder } from '../../test/files';
import { graphOf, resource } from '../../test/graph';
import { NetworkIndex } from '../ends/network-index';
import { ResourceAddresses } from '../ends/resource-addresses';
import { loadFlows } from '../input/flows';
import { resolveFlows } from './resolve-flows';

const stack = (suffix: string) => [
  resource('aws_vpc.main', { id: `vpc-${suffix}`, cidr_block: '10.0.0.0/16' }),
  resource('aws_subnet.a', {
    id: `subnet-${suffix}`,
    vpc_id: `vpc-${suffix}`,
    cidr_block: '10.0.1.0/24',
  }),
  resource('aws_security_group.app', { id: `sg-${suffix}`, vpc_id: `vpc-${suffix}` }),
  resource('aws_instance.app', {
    id: `i-${suffix}`,
    subnet_id: `subnet-${suffix}`,
    private_ip: '10.0.1.10',
    vpc_security_group_ids: [`sg-${suffix}`],
  }),
  resource('aws_lb_target_group.app', {
    id: `arn:aws:elasticloadbalancing:eu-central-1:222222222222:targetgroup/${suffix}/0a1b2c3d`,
    arn: `arn:aws:elasticloadbalancing:eu-central-1:222222222222:targetgroup/${suffix}/0a1b2c3d`,
    target_type: 'ip',
    port: suffix === 'b' ? 8443 : 9443,
  }),
  resource('aws_lb_target_group_attachment.app', {
    target_group_arn: `arn:aws:elasticloadbalancing:eu-central-1:222222222222:targetgroup/${suffix}/0a1b2c3d`,
    target_id: '10.0.1.10',
  }),
];

describe('resolveFlows', () => {
  const folder = temporaryFolder();
  const graph = graphOf({ blue: stack('b'), green: stack('c') });
  const index = new NetworkIndex(new ResourceAddresses(graph), networkOf(graph));
  const resolve = (text: string) =>
    resolveFlows(loadFlows(folder.write('flows.yaml', `version: 1\n${text}`)), index, {});
  const never = (from: string, more = '') =>
    resolve(`${more}never: [{ name: a, from: ${from}, to: internet }]\n`).never[0]?.from[0];

  it.each([
    ['green/aws_instance.app', { components: ['i-c'] }],
    ['blue/aws_instance.*', { components: ['i-b'] }],
    ['blue/aws_security_group.app', { groups: ['sg-b'] }],
    ['green/aws_subnet.a', { subnets: ['subnet-c'] }],
    ['blue/aws_vpc.main', { vpcs: ['vpc-b'] }],
    ['internet', { zones: ['internet'] }],
  ])('knows who %s is', (from, scope) => {
    expect(never(from)?.scope).toMatchObject(scope);
  });

  it('takes addresses that name no document for those of the file’s', () => {
    expect(never('aws_instance.app', 'document: green\n')?.scope.components).toEqual(['i-c']);
  });

  it.each([
    ['an address that several documents have', 'aws_instance.app', /several documents have it/],
    ['a document that is not there', 'blue/aws_vpc.none', /a resource in the documents/],
    ['what neither sends nor takes', '{ tag: { Name: none } }', /tags that a resource has/],
    ['an account that is not there', "{ account: '999999999999' }", /an account of the documents/],
    ['no range', '{ cidr: here }', /a range, such as/],
  ])('fails on %s', (_title, from, allowed) => {
    expect(mistakesOf(() => never(from))).toEqual([
      expect.objectContaining({ line: 2, allowed: expect.stringMatching(allowed) }),
    ]);
  });

  it('leaves out flows where what they are given is not there, and says so', () => {
    const { never: flows, notApplicable } = resolve(`never:
  - { name: a, from: nowhere, to: nowhere, given: aws_dx_gateway.* }
  - { name: b, from: internet, to: blue/aws_instance.app, given: blue/aws_vpc.* }
`);

    expect(flows.map(({ declared }) => declared.name)).toEqual(['b']);
    expect(notApplicable).toEqual(['"a" does not apply: there is no aws_dx_gateway.*']);
  });

  it('takes the port of a target group for that of its targets', () => {
    const to = (end: string) => `reach: [{ name: a, from: internet, to: ${end} }]\n`;

    expect(resolve(to('blue/aws_lb_target_group.app')).reach[0]?.declared.port).toBe(8443);
    expect(
      mistakesOf(() =>
        resolve(to('[blue/aws_lb_target_group.app, green/aws_lb_target_group.app]')),
      ),
    ).toHaveLength(1);
  });

  it('wants the port of what must be reached, unless there is only one', () => {
    const reach = 'reach: [{ name: a, from: internet, to: blue/aws_instance.app }]\n';

    expect(mistakesOf(() => resolve(reach))).toEqual([
      expect.objectContaining({ path: '/reach/0/port' }),
    ]);
  });
});
