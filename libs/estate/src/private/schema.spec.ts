import { changed, changedScenario } from '../../test/readme-estate';
import { mistakesIn } from '../../test/mistakes-in';
import schema from '../estate.schema.json';

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
    ['no mapping at all', '[]', '', [], 'a Culvert estate'],
    ['nothing at all', '', '', null, 'a Culvert estate'],
  ])('finds %s', (_title, text, path, value, allowed) => {
    expect(mistakesIn(text)).toEqual([
      expect.objectContaining({ path, value, allowed: expect.stringContaining(allowed) }),
    ]);
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
