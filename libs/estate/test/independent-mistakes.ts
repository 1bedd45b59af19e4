/** Changes to the README's estate, none of which hides another, by where each is a mistake. */
export const INDEPENDENT_MISTAKES: ReadonlyMap<string, object> = new Map<string, object>([
  ['/accounts/api/id', { accounts: { api: { id: 444455556666 } } }],
  ['/accounts/consumer/roleArn', { accounts: { consumer: { roleArn: 'admin' } } }],
  ['/state/type', { state: { type: 'gcs' } }],
  ['/tags/owner', { tags: { owner: 1 } }],
  ['/environment', { environment: 'production' }],
  scenario('/tls/mode', { tls: { mode: 'tls' } }),
  scenario('/vpcLink', { vpcLink: 'v3' }),
  scenario('/logRetentionDays', { logRetentionDays: 100 }),
  scenario('/application/account', { application: { account: 'nobody' } }),
  scenario('/application/service/name', { application: { service: { name: 'Orders' } } }),
  scenario('/application/service/targets/1', {
    application: { service: { targets: ['10.40.0.20', '10.9.9.9'] } },
  }),
  scenario('/application/network/subnets/0/azId', {
    application: {
      network: {
        subnets: [
          { azId: 'euc1-az9', cidr: '10.40.0.0/24' },
          { azId: 'euc1-az2', cidr: '10.40.1.0/24' },
        ],
      },
    },
  }),
  scenario('/api/host', { api: { host: null } }),
  scenario('/api/network/cidr', { api: { network: { cidr: '10.41.0.1/16' } } }),
  scenario('/consumer/network/cidr', { consumer: { network: { cidr: 'all' } } }),
  scenario('/consumer/network/subnets/1/cidr', {
    consumer: {
      network: {
        subnets: [
          { azId: 'euc1-az1', cidr: '10.42.0.0/24' },
          { azId: 'euc1-az2', cidr: '10.42.0.0/28' },
        ],
      },
    },
  }),
]);

function scenario(path: string, patch: object): [string, object] {
  return [`/crossAccountPrivatelink${path}`, { crossAccountPrivatelink: patch }];
}
