import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../test/temporary-folder';
import { review, reviewFilesOf } from './review';
import type { StackUnderTest } from './step';

/** A state with a group that lets everyone in, or nobody. */
function stackWith({ open }: { readonly open: boolean }): StackUnderTest {
  const resource = (type: string, name: string, values: object) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    values,
    sensitive_values: {},
  });
  const rule = {
    security_group_id: 'sg-0a1b2c3d',
    cidr_ipv4: '0.0.0.0/0',
    ip_protocol: 'tcp',
    from_port: 22,
    to_port: 22,
  };
  const resources = [
    resource('aws_vpc', 'main', { id: 'vpc-0a1b2c3d', cidr_block: '10.0.0.0/16' }),
    resource('aws_flow_log', 'main', { id: 'fl-0a1b2c3d', vpc_id: 'vpc-0a1b2c3d' }),
    resource('aws_subnet', 'main', {
      id: 'subnet-0a1b2c3d',
      vpc_id: 'vpc-0a1b2c3d',
      cidr_block: '10.0.0.0/24',
    }),
    resource('aws_security_group', 'main', { id: 'sg-0a1b2c3d', vpc_id: 'vpc-0a1b2c3d' }),
    resource('aws_network_interface', 'main', {
      id: 'eni-0a1b2c3d',
      subnet_id: 'subnet-0a1b2c3d',
      private_ips: ['10.0.0.10'],
      security_groups: ['sg-0a1b2c3d'],
    }),
    ...(open ? [resource('aws_vpc_security_group_ingress_rule', 'main', rule)] : []),
  ];
  const state = { format_version: '1.0', values: { root_module: { resources } } };
  const terraform = { showState: () => Promise.resolve(state) };
  return { name: 'orders', folder: temporaryFolder(), terraform } as unknown as StackUnderTest;
}

function project(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'stacks/orders'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, 'stacks/orders', name), text);
  }
  return folder;
}

const FLOWS = `version: 1
only:
  - name: nobody connects
    to: aws_network_interface.main
    from: internet
`;

const files = (folder: string) => {
  const found = reviewFilesOf(folder, 'orders', 'lab');
  if (found === undefined) throw new Error('no flows were found');
  return found;
};

describe('review', () => {
  it('proves the flows that are declared beside the app', async () => {
    const step = review(files(project({ 'flows.yaml': FLOWS })), undefined);
    await expect(step.run(stackWith({ open: false }))).resolves.toEqual({
      reviewed: true,
      review: { flows: 1, proven: 1, findings: 0, accepted: 0 },
    });
  });

  it('fails with every flow that is not proven, and every finding', async () => {
    const step = review(files(project({ 'flows.yaml': FLOWS })), undefined);
    await expect(step.run(stackWith({ open: true }))).rejects.toMatchObject({
      message: expect.stringMatching(
        /^REFUTED nobody connects: .+\nsecurity-group-open-admin aws_vpc_security_group_ingress_rule\.main: /,
      ),
      facts: { reviewed: false, review: { flows: 1, proven: 0 } },
    });
  });

  it('writes the page where it is wanted, also when something did not hold', async () => {
    const folder = join(temporaryFolder(), 'reports');
    const step = review(files(project({ 'flows.yaml': FLOWS })), folder);
    await expect(step.run(stackWith({ open: true }))).rejects.toThrow();
    expect(readFileSync(join(folder, 'orders.html'), 'utf8')).toContain('nobody connects');
  });
});

describe('reviewFilesOf', () => {
  it('is nothing without declared flows', () => {
    expect(
      reviewFilesOf(project({ 'context.yaml': 'version: 1' }), 'orders', 'lab'),
    ).toBeUndefined();
  });

  it('takes the files of the estate before those of all', () => {
    const folder = project({
      'flows.yaml': FLOWS,
      'context.yaml': '',
      'context.lab.yaml': '',
      'suppressions.yaml': '',
    });
    expect(reviewFilesOf(folder, 'orders', 'lab')).toEqual({
      flows: join(folder, 'stacks/orders/flows.yaml'),
      context: join(folder, 'stacks/orders/context.lab.yaml'),
      suppressions: join(folder, 'stacks/orders/suppressions.yaml'),
    });
  });
});
