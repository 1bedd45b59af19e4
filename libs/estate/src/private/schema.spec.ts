import { connection } from '../../test/connections';
import { changed, changedOnprem, changedScenario } from '../../test/readme-estate';
import { mistakesIn } from '../../test/mistakes-in';
import schema from '../estate.schema.json';

const GATEWAY_ID = '0d1c2b3a-4e5f-4a6b-8c7d-123456789012';
const SEVEN_SERVERS = Array.from({ length: 7 }, (_, index) => `192.168.0.${index + 1}`);

describe('schema', () => {
  it.each([
    ['a missing key', changed({ region: null }), '/region', undefined, 'a Region such as'],
    ['an unknown key', changed({ regoin: 'x' }), '/regoin', 'x', 'only extends, region, accounts,'],
    [
      'a number for an account id',
      changed({ accounts: { api: { id: 444455556666 } } }),
      '/accounts/api/id',
      444455556666,
      'twelve digits in quotes',
    ],
    [
      'a name that is none',
      changed({ tags: { 'aws:x': 'y' } }),
      '/tags/aws:x',
      'aws:x',
      'a name of 1 to 128 letters, digits, spaces and _.:/=+-@, not starting with aws:',
    ],
    [
      'an unknown tag of a union',
      changed({ state: { type: 'gcs' } }),
      '/state/type',
      'gcs',
      'one of local, s3',
    ],
    [
      'a missing tag of a union',
      changedScenario({ tls: {} }),
      '/crossAccountPrivatelink/tls/mode',
      undefined,
      'one of passthrough, terminate, none',
    ],
    [
      'a key of another alternative',
      changed({ state: { bucket: 'x' } }),
      '/state/bucket',
      'x',
      'only type',
    ],
    [
      'a value outside an enumeration',
      changedScenario({ logRetentionDays: 100 }),
      '/crossAccountPrivatelink/logRetentionDays',
      100,
      'one of 1, 3, 5, 7,',
    ],
    [
      'a value out of range',
      changedScenario({ application: { service: { port: 0 } } }),
      '/crossAccountPrivatelink/application/service/port',
      0,
      'a port from 1 to 65535',
    ],
    [
      'a number that is none',
      changedScenario({ api: { throttling: { rateLimit: 'fast' } } }),
      '/crossAccountPrivatelink/api/throttling/rateLimit',
      'fast',
      'a number greater than 0',
    ],
    [
      'too few items',
      changedScenario({ application: { service: { targets: [] } } }),
      '/crossAccountPrivatelink/application/service/targets',
      [],
      'one address or more',
    ],
    [
      'an item twice',
      changedScenario({ application: { service: { targets: ['10.40.0.20', '10.40.0.20'] } } }),
      '/crossAccountPrivatelink/application/service/targets/1',
      '10.40.0.20',
      'each once',
    ],
    [
      'an origin without TLS',
      changedScenario({ api: { corsOrigins: ['http://shop.example.com'] } }),
      '/crossAccountPrivatelink/api/corsOrigins/0',
      'http://shop.example.com',
      'an origin such as https://',
    ],
    [
      'no range',
      changedScenario({ consumer: { network: { cidr: '10.256.0.0/16' } } }),
      '/crossAccountPrivatelink/consumer/network/cidr',
      '10.256.0.0/16',
      'an IPv4 range such as',
    ],
    [
      'no generation of VPC link',
      changedScenario({ standbyVpcLink: 'v3' }),
      '/crossAccountPrivatelink/standbyVpcLink',
      'v3',
      'one of v2, v1',
    ],
    [
      'TLS that cannot end before on-prem',
      changedOnprem({ tls: { mode: 'terminate' } }),
      '/transitGatewayOnprem/tls/mode',
      'terminate',
      'one of passthrough, none',
    ],
    [
      'a way of sharing that is none',
      changedOnprem({ network: { sharing: 'everyone' } }),
      '/transitGatewayOnprem/network/sharing',
      'everyone',
      'one of invitation, organization',
    ],
    [
      'an ASN that is none',
      changedOnprem({ network: { amazonSideAsn: 4294967295 } }),
      '/transitGatewayOnprem/network/amazonSideAsn',
      4294967295,
      'an ASN from 1 to 4294967294',
    ],
    [
      'a connection that is none',
      changedOnprem({ onPrem: { connection: { type: 'internet' } } }),
      '/transitGatewayOnprem/onPrem/connection/type',
      'internet',
      'one of direct-connect, vpn, peering',
    ],
    [
      'a Direct Connect gateway with neither ASN nor id',
      changedOnprem({ onPrem: { connection: { gatewayAsn: null } } }),
      '/transitGatewayOnprem/onPrem/connection',
      { type: 'direct-connect' },
      'either gatewayAsn or gatewayId',
    ],
    [
      'a Direct Connect gateway with both ASN and id',
      changedOnprem({ onPrem: { connection: { gatewayId: GATEWAY_ID } } }),
      '/transitGatewayOnprem/onPrem/connection',
      { type: 'direct-connect', gatewayAsn: 64513, gatewayId: GATEWAY_ID },
      'either gatewayAsn or gatewayId',
    ],
    [
      'a Direct Connect gateway by what is no id',
      changedOnprem({ onPrem: { connection: { gatewayAsn: null, gatewayId: 'dxgw-1' } } }),
      '/transitGatewayOnprem/onPrem/connection/gatewayId',
      'dxgw-1',
      'the id of a Direct Connect gateway',
    ],
    [
      'a connection with keys of another',
      changedOnprem(connection('vpn', { gatewayAsn: 64513 })),
      '/transitGatewayOnprem/onPrem/connection/gatewayAsn',
      64513,
      'only type, customerGateway',
    ],
    [
      'more DNS servers than a rule of the resolver takes',
      changedOnprem({ onPrem: { dns: { zones: ['corp'], servers: SEVEN_SERVERS } } }),
      '/transitGatewayOnprem/onPrem/dns/servers',
      SEVEN_SERVERS,
      'one to six addresses',
    ],
    ['no mapping at all', '[]', '', [], 'a Culvert estate'],
    ['nothing at all', '', '', null, 'a Culvert estate'],
  ])('finds %s', (_title, text, path, value, allowed) => {
    expect(mistakesIn(text)).toEqual([
      expect.objectContaining({ path, value, allowed: expect.stringContaining(allowed) }),
    ]);
  });

  it.each(['Corp.com', 'corp.com.', 'corp..com', '-corp.com', '1', `${'c'.repeat(64)}.com`])(
    'takes %s for no zone',
    (zone) => {
      const dns = { zones: [zone], servers: ['192.168.0.53'] };

      expect(mistakesIn(changedOnprem({ onPrem: { dns } }))).toEqual([
        expect.objectContaining({
          path: '/transitGatewayOnprem/onPrem/dns/zones/0',
          value: zone,
          allowed: 'a DNS name in lower case such as corp.example.com',
        }),
      ]);
    },
  );

  it.each(['corp', 'corp.example.com', '_tcp.corp.example.com', '168.192.in-addr.arpa'])(
    'takes %s for a zone',
    (zone) => {
      const dns = { zones: [zone], servers: ['192.168.0.53'] };

      expect(mistakesIn(changedOnprem({ onPrem: { dns } }))).toEqual([]);
    },
  );

  it('takes the id of a Direct Connect gateway in the place of an ASN', () => {
    const gateway = { gatewayAsn: null, gatewayId: GATEWAY_ID };

    expect(mistakesIn(changedOnprem({ onPrem: { connection: gateway } }))).toEqual([]);
  });

  it('says of every value what it is for, and what is allowed', () => {
    expect(properties(schema).filter(([, node]) => !isDocumented(node))).toEqual([]);
  });
});

interface Node {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Node>>;
}

/** The schemas of all keys, wherever they are. */
function properties(node: object): [string, Node][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value !== 'object' || value === null
      ? []
      : [
          ...(key === 'properties' ? (Object.entries(value) as [string, Node][]) : []),
          ...properties(value),
        ],
  );
}

function isDocumented({ $ref, title, description, const: tag }: Node): boolean {
  const definitions = schema.$defs as Readonly<Record<string, Node>>;
  const definition = $ref === undefined ? {} : definitions[$ref.slice('#/$defs/'.length)];
  return (
    tag !== undefined ||
    ((title ?? definition?.title) !== undefined &&
      (description ?? definition?.description) !== undefined)
  );
}
