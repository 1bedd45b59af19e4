import { join } from 'node:path';
import { readmeTypeErrors } from '@culvert/testing';
import { stringify } from 'yaml';
import {
  README_ESTATE,
  README_ESTATE_WITH_OKTA,
  README_ESTATE_WITH_ONPREM,
} from '../test/readme-estate';
import { parseEstate } from './index';

describe('README', () => {
  it('has an example that compiles', () => {
    expect(readmeTypeErrors(join(__dirname, '..', 'README.md'))).toEqual([]);
  });

  it('has an estate with a scenario, which loads with every default filled in', () => {
    expect(parseEstate(README_ESTATE, { file: 'production.yaml' })).toMatchObject({
      tags: {},
      crossAccountPrivatelink: {
        tls: { mode: 'passthrough' },
        vpcLink: 'v2',
        deletionProtection: true,
        logRetentionDays: 365,
        application: { service: { port: 443 } },
        api: {
          stageName: 'live',
          throttling: { rateLimit: 100, burstLimit: 50 },
          corsOrigins: [],
        },
      },
    });
  });

  it('has an estate that adds a scenario, which loads with every default filled in', () => {
    expect(
      parseEstate(stringify(README_ESTATE_WITH_ONPREM), { file: 'x.yaml' }).transitGatewayOnprem,
    ).toMatchObject({
      tls: { mode: 'passthrough' },
      vpcLink: 'v2',
      deletionProtection: true,
      logRetentionDays: 365,
      reachabilityAnalyzer: false,
      network: { amazonSideAsn: 64512, sharing: 'invitation' },
      consumer: { privateDns: 'endpoint' },
      onPrem: { service: { port: 443 } },
      api: {
        stageName: 'live',
        throttling: { rateLimit: 100, burstLimit: 50 },
        corsOrigins: [],
      },
    });
  });

  it('has an estate that adds a third scenario, which loads with every default filled in', () => {
    expect(
      parseEstate(stringify(README_ESTATE_WITH_OKTA), { file: 'x.yaml' }).oktaCaller,
    ).toMatchObject({
      deletionProtection: true,
      logRetentionDays: 365,
      rotationDays: 30,
      callers: {
        orders: { reservedConcurrency: 10, algorithm: 'RS256' },
        shipments: { reservedConcurrency: 10, clientAuthentication: 'basic' },
      },
    });
  });
});
