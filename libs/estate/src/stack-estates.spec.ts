import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadEstate } from './index';

describe('stacks/estates', () => {
  const directory = join(__dirname, '..', '..', '..', 'stacks', 'estates');
  const load = (name: string) => loadEstate({ name, directory });
  const scenarioOf = (name: string) => load(name).crossAccountPrivatelink;

  it.each(readdirSync(directory))('has %s, which is valid', (file) => {
    expect(load(file.replace(/\.yaml$/, '')).region).toMatch(/-\d$/);
  });

  it('has labs that differ in what they are named for only', () => {
    const lab = scenarioOf('lab');

    expect(scenarioOf('lab-vpc-link-v1')).toEqual({ ...lab, vpcLink: 'v1' });
    expect(scenarioOf('lab-plain-tcp')).toMatchObject({
      tls: { mode: 'none' },
      application: { service: { port: 80 } },
    });
    expect(scenarioOf('lab-terminate')).toEqual({
      ...lab,
      tls: { mode: 'terminate', certificateArns: expect.anything() },
    });
  });

  it('has an example that keeps what a company should keep', () => {
    expect(load('example').state).toMatchObject({ type: 's3', kmsKeyId: expect.anything() });
    expect(scenarioOf('example')).toMatchObject({
      deletionProtection: true,
      tls: { mode: 'passthrough' },
      api: { network: { subnets: { length: 3 } } },
    });
  });
});
