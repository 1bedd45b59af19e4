import type { Exposure } from '@culvert/report';
import fc from 'fast-check';
import { changesBetween, type Compared } from './changes-between';

const reached = (traffic: string, passes: Exposure['passes'] = 'yes'): Exposure => ({
  from: 'consumer',
  to: 'orders',
  traffic,
  passes,
});
const state = (part: Partial<Compared>): Compared => ({
  exposures: [],
  grants: [],
  flows: [],
  findings: [],
  ...part,
});
const textsOf = (before: readonly Exposure[], after: readonly Exposure[]) =>
  changesBetween(state({ exposures: before }), state({ exposures: after })).map(
    ({ kind, text }) => `${kind}: ${text}`,
  );

describe('changesBetween', () => {
  it.each([
    [[], [reached('tcp 443')], ['opens: consumer can now reach orders on tcp 443']],
    [[reached('tcp 443')], [], ['closes: consumer can no longer reach orders on tcp 443']],
    [[], [reached('udp 53', 'unknown')], ['opens: consumer may now reach orders on udp 53']],
    [
      [reached('tcp 443')],
      [reached('tcp 443-445')],
      ['opens: consumer can now reach orders on tcp 444-445'],
    ],
    [
      [reached('tcp every port')],
      [reached('tcp 443')],
      ['closes: consumer can no longer reach orders on tcp 0-442, 444-65535'],
    ],
    [
      [reached('tcp 443')],
      [reached('tcp 443', 'unknown')],
      ['closes: consumer is no longer sure to reach orders on tcp 443'],
    ],
    [
      [reached('tcp 443', 'unknown')],
      [reached('tcp 443')],
      ['opens: consumer can now reach orders on tcp 443'],
    ],
    [[reached('tcp 443'), reached('tcp 80')], [reached('tcp 80, 443')], []],
    [[], [reached('icmp')], ['opens: consumer can now reach orders on icmp']],
  ])('says what opens and closes from %j to %j', (before, after, texts) => {
    expect(textsOf(before, after)).toEqual(texts);
  });

  it('says nothing of what is the same, in whatever order and pieces', () => {
    const port = fc.integer({ min: 0, max: 65_535 });
    fc.assert(
      fc.property(fc.uniqueArray(port, { minLength: 1 }), (ports) => {
        const single = ports.map((each) => reached(`tcp ${each}`));
        const together = [reached(`tcp ${[...ports].reverse().join(', ')}`)];

        expect(textsOf(single, together)).toEqual([]);
      }),
    );
  });

  it('says what is granted and revoked', () => {
    const grant = { identity: 'aws_iam_role.a', action: 'kms:Decrypt', resource: '*' };

    expect(changesBetween(state({}), state({ grants: [grant] }))).toEqual([
      { kind: 'grants', text: 'aws_iam_role.a may now kms:Decrypt on *' },
    ]);
    expect(changesBetween(state({ grants: [grant] }), state({}))).toEqual([
      { kind: 'revokes', text: 'aws_iam_role.a may no longer kms:Decrypt on *' },
    ]);
  });
});
