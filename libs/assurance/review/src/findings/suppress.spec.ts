import type { ReportedFinding } from '@culvert/report';
import { suppress } from './suppress';

const finding = (rule: string, resource: string): ReportedFinding => ({
  rule,
  resource,
  title: 'title',
  rationale: 'why',
  reference: 'https://docs.aws.amazon.com/',
  severity: 'low',
  file: 'plan.json',
  message: 'is so',
  remedy: 'change it',
  missing: [],
  fingerprint: `${rule} ${resource}`,
});
const suppression = (rule: string, resource: string, expires = '2027-01-01') => ({
  rule,
  resource,
  reason: 'it is accepted',
  owner: 'team',
  expires,
});

describe('suppress', () => {
  const today = '2026-11-21';
  const findings = [
    finding('a', 'aws_lb.x[0]'),
    finding('b', 'aws_lb.x[0]'),
    finding('a', 'aws_lb.y'),
  ];
  const suppressedBy = (...suppressions: ReturnType<typeof suppression>[]) =>
    suppress(findings, suppressions, today);

  it.each([
    ['the address', 'aws_lb.x[0]', [true, false, false]],
    ['a pattern', 'aws_lb.*', [true, false, true]],
    ['a pattern of one character', 'aws_lb.?', [false, false, true]],
  ])('takes the findings of the rule at %s', (_title, resource, accepted) => {
    const { findings: all, problems } = suppressedBy(suppression('a', resource));

    expect(all.map(({ suppression: accepts }) => accepts !== undefined)).toEqual(accepted);
    expect(problems).toEqual([]);
  });

  it('holds on its last day and not after it', () => {
    expect(suppressedBy(suppression('a', 'aws_lb.y', today)).problems).toEqual([]);

    const { findings: all, problems } = suppressedBy(suppression('a', 'aws_lb.y', '2026-11-20'));

    expect(problems).toEqual([expect.objectContaining({ problem: 'expired' })]);
    expect(all.every(({ suppression: accepts }) => accepts === undefined)).toBe(true);
  });

  it('says which ones match nothing', () => {
    expect(suppressedBy(suppression('c', '*'), suppression('a', 'aws_lb.z')).problems).toEqual([
      expect.objectContaining({ problem: 'unmatched', rule: 'c' }),
      expect.objectContaining({ problem: 'unmatched', resource: 'aws_lb.z' }),
    ]);
  });
});
