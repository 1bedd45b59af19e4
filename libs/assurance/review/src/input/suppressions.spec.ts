import { mistakesOf, temporaryFolder } from '../../test/files';
import { loadSuppressions } from './suppressions';

describe('loadSuppressions', () => {
  const folder = temporaryFolder();
  const load = (expires: string) =>
    loadSuppressions(
      folder.write(
        'suppressions.yaml',
        `version: 1
suppressions:
  - rule: load-balancer-public
    resource: aws_lb.*
    reason: the shop is public
    owner: shop team
    expires: ${expires}
`,
      ),
      '2026-11-21',
    );

  it.each(['2026-11-21', '2027-11-21', '2020-01-31'])('reads one that expires on %s', (expires) => {
    expect(load(expires).value.suppressions).toEqual([expect.objectContaining({ expires })]);
  });

  it.each(['2027-11-22', '2027-02-29', 'never', '21.11.2026'])(
    'fails when it expires on %s',
    (expires) => {
      expect(mistakesOf(() => load(expires))).toEqual([
        expect.objectContaining({ path: '/suppressions/0/expires', line: 7, value: expires }),
      ]);
    },
  );

  it('demands a reason and an owner', () => {
    const text = 'version: 1\nsuppressions: [{ rule: a, resource: b, expires: 2026-12-01 }]\n';
    const file = folder.write('short.yaml', text);

    expect(
      mistakesOf(() => loadSuppressions(file, '2026-11-21'))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['/suppressions/0/owner', '/suppressions/0/reason']);
  });
});
