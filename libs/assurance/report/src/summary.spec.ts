import { sixStacks } from '../test/fixtures/six-stacks';
import type { Report } from './report';
import { exitCodeOf, summaryOf } from './summary';

const proven: Report = {
  ...sixStacks,
  flows: sixStacks.flows.filter(({ verdict }) => verdict === 'PROVEN'),
  findings: sixStacks.findings.filter(({ suppression }) => suppression !== undefined),
  suppressions: [],
};
const low = sixStacks.findings.filter(({ severity, suppression }) => {
  return severity === 'low' && suppression === undefined;
});

describe('summaryOf', () => {
  it('counts verdicts, open findings and those that are accepted', () => {
    expect(summaryOf(sixStacks)).toEqual({
      flows: { PROVEN: 18, REFUTED: 3, UNKNOWN: 2 },
      open: { critical: 2, high: 3, medium: 3, low: 2 },
      suppressed: 2,
      suppressionProblems: 2,
    });
  });
});

describe('exitCodeOf', () => {
  it('is 0 when all is proven and what was found is accepted', () => {
    expect(exitCodeOf(proven)).toBe(0);
  });

  it.each(['REFUTED', 'UNKNOWN'] as const)('is 1 when a flow is %s', (verdict) => {
    const flows = sixStacks.flows.filter((flow) => flow.verdict === verdict);

    expect(exitCodeOf({ ...proven, flows })).toBe(1);
  });

  it('is 1 when a suppression does not hold', () => {
    expect(exitCodeOf({ ...proven, suppressions: sixStacks.suppressions.slice(1) })).toBe(1);
  });

  it('is 1 when an open finding is as severe as what it shall fail on', () => {
    expect(exitCodeOf({ ...proven, findings: low })).toBe(1);
    expect(exitCodeOf({ ...proven, findings: low }, 'medium')).toBe(0);
    expect(exitCodeOf({ ...proven, findings: sixStacks.findings }, 'critical')).toBe(1);
  });
});
