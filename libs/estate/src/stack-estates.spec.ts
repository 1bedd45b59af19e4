import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadEstate } from './index';

describe('stacks/estates', () => {
  const directory = join(__dirname, '..', '..', '..', 'stacks', 'estates');
  const load = (name: string) => loadEstate({ name, directory });
  const privatelinkOf = (name: string) => load(name).crossAccountPrivatelink;
  const onpremOf = (name: string) => load(name).transitGatewayOnprem;

  it.each(readdirSync(directory))('has %s, which is valid', (file) => {
    expect(load(file.replace(/\.yaml$/, '')).region).toMatch(/-\d$/);
  });

  it('has labs that differ in what they are named for only', () => {
    const lab = privatelinkOf('lab');

    expect(privatelinkOf('lab-terminate')).toEqual({
      ...lab,
      tls: { mode: 'terminate', certificateArns: expect.anything() },
    });
    expect(privatelinkOf('lab-plain-tcp')).toMatchObject({
      tls: { mode: 'none' },
      application: { service: { port: 80 } },
    });
    expect(onpremOf('lab-plain-tcp')).toMatchObject({
      tls: { mode: 'none' },
      onPrem: { service: { port: 80 } },
    });
  });

  it.each([
    ['lab', 'direct-connect', false],
    ['lab-vpn', 'vpn', true],
    ['lab-peering', 'peering', false],
  ])('has %s, with a connection of type %s, which AWS checks: %s', (name, type, checked) => {
    const lab = load('lab');

    expect(load(name)).toEqual({
      ...lab,
      transitGatewayOnprem: {
        ...lab.transitGatewayOnprem,
        reachabilityAnalyzer: checked,
        onPrem: {
          ...lab.transitGatewayOnprem?.onPrem,
          connection: expect.objectContaining({ type }),
        },
      },
    });
  });

  it('has labs that move both APIs from VPC link V1 to V2, a step each', () => {
    const lab = load('lab');
    const steps = [
      'lab-vpc-link-v1',
      'lab-vpc-link-v1-standby-v2',
      'lab-vpc-link-v2-standby-v1',
      'lab',
    ].map(load);

    expect(steps).toEqual(
      [
        { vpcLink: 'v1' },
        { vpcLink: 'v1', standbyVpcLink: 'v2' },
        { vpcLink: 'v2', standbyVpcLink: 'v1' },
        { vpcLink: 'v2' },
      ].map((links) => ({
        ...lab,
        crossAccountPrivatelink: { ...lab.crossAccountPrivatelink, ...links },
        transitGatewayOnprem: { ...lab.transitGatewayOnprem, ...links },
      })),
    );
  });

  it('has a lab that reaches Okta by a proxy, and private APIs by an endpoint', () => {
    const [lab, proxied] = [load('lab'), load('lab-okta-proxy')];

    expect(proxied).toEqual({
      ...lab,
      oktaCaller: {
        ...lab.oktaCaller,
        egress: expect.objectContaining({ type: 'proxy' }),
        internalApi: { type: 'private-api', account: 'api' },
        callers: expect.anything(),
      },
    });
  });

  it('has labs with a caller for each grant', () => {
    for (const name of ['lab', 'lab-okta-proxy', 'example']) {
      const callers = Object.entries(load(name).oktaCaller?.callers ?? {});

      expect(callers.map(([caller, { grant }]) => [caller, grant])).toEqual([
        ['orders', 'private_key_jwt'],
        ['invoices', 'client_secret'],
        ['shipments', 'password'],
      ]);
    }
  });

  it('has an example that keeps what a company should keep', () => {
    expect(load('example').state).toMatchObject({ type: 's3', kmsKeyId: expect.anything() });
    for (const scenario of [privatelinkOf('example'), onpremOf('example')]) {
      expect(scenario).toMatchObject({
        deletionProtection: true,
        tls: { mode: 'passthrough' },
        vpcLink: 'v2',
        api: { network: { subnets: { length: 3 } } },
      });
    }
  });
});
