import { mistakesOf, temporaryFolder } from '../../test/files';
import { loadFlows, oneByOne, repeatedNames } from './flows';

describe('loadFlows', () => {
  const folder = temporaryFolder();
  const load = (text: string) => loadFlows(folder.write('flows.yaml', text));
  const mistakes = (text: string) =>
    mistakesOf(() => load(text)).map(({ line, path, allowed }) => [line, path, allowed]);

  it('reads every kind of flow and end', () => {
    const { value, reviewed } = load(`version: 1
reach:
  - name: a reaches b
    from: [internet, { tag: { Name: x } }, { account: '111111111111' }]
    to: module.net["a"].aws_lb.b
    port: [443, 8000-8999]
only:
  - { name: nobody, to: aws_lb.b, from: [] }
never:
  - { name: not there, from: on-prem, to: { cidr: 10.0.0.0/8 }, protocol: icmp }
access:
  - { as: aws_iam_role.a, action: 'kms:Decrypt', to: aws_kms_key.b, expect: denied }
`);

    expect(value.reach?.[0]).toMatchObject({
      port: [443, '8000-8999'],
      via: [],
      authorized: false,
    });
    expect(value.only?.[0]?.from).toEqual([]);
    expect(reviewed).toMatchObject({
      kind: 'flows',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('names every mistake with its line, its path and what is allowed', () => {
    expect(
      mistakes(`version: 2
reach:
  - name: a
    from: internet
    port: 70000
    protocoll: tcp
never:
  - name: b
    from: { resourc: aws_lb.b }
    to: aws_lb.b
    protocol: tpc
`),
    ).toEqual(
      expect.arrayContaining([
        [1, '/version', '1'],
        [3, '/reach/0/to', 'an end, or a list of ends'],
        [5, '/reach/0/port', expect.stringContaining('a port from 0 to 65535')],
        [6, '/reach/0/protocoll', expect.stringContaining('only name, from, to')],
        [9, '/never/0/from', 'an end, or a list of ends'],
        [11, '/never/0/protocol', 'one of tcp, udp, icmp, icmpv6'],
      ]),
    );
  });

  it.each([
    ['no YAML', 'a: [', 1],
    ['an alias', 'version: 1\nreach: &a []\nnever: *a\n', 3],
    ['a key that is there twice', 'version: 1\nversion: 1\n', 2],
  ])('fails on %s', (_title, text, line) => {
    expect(mistakesOf(() => load(text))).toContainEqual(expect.objectContaining({ line }));
  });

  it('fails when the file is not there', () => {
    expect(mistakesOf(() => loadFlows('missing.yaml'))).toEqual([
      { file: 'missing.yaml', path: '', allowed: 'cannot be read (ENOENT)' },
    ]);
  });

  it('finds names that are there twice, in whichever file and section', () => {
    const one = load('version: 1\nnever: [{ name: a, from: internet, to: aws_lb.b }]\n');
    const other = load('version: 1\nonly: [{ name: a, from: internet, to: aws_lb.b }]\n');

    expect(repeatedNames([one, other])).toEqual([
      expect.objectContaining({ path: '/only/0/name', value: 'a', line: 2 }),
    ]);
    expect(repeatedNames([one])).toEqual([]);
  });

  it('takes a file apart into its flows', () => {
    const file = load(
      'version: 1\nnever: [{ name: a, from: internet, to: aws_lb.b }, { name: c, from: internet, to: aws_lb.b }]\n',
    );

    expect(oneByOne(file).map(({ value }) => value.never?.map(({ name }) => name))).toEqual([
      ['a'],
      ['c'],
    ]);
  });
});
