import fc from 'fast-check';
import { sixStacks } from '../../test/fixtures/six-stacks';
import { hostile, reportOf } from '../../test/hostile';
import { rendered } from '../../test/rendered';
import { visible } from '../private/visible';
import { formatMarkdown } from './markdown';

const LIMIT = 65_536;
const many = {
  ...sixStacks,
  flows: Array.from({ length: 100 }, () => sixStacks.flows).flat(),
  findings: Array.from({ length: 200 }, () => sixStacks.findings).flat(),
};

describe('formatMarkdown', () => {
  const text = formatMarkdown(sixStacks);

  it('has the verdicts first, the details folded', () => {
    const { elements, text: shown } = rendered(text);

    expect(text.indexOf('REFUTED')).toBeLessThan(200);
    expect(text.indexOf('the debug instance')).toBeLessThan(text.indexOf('Open findings'));
    expect(elements).toContain('table');
    expect(elements.filter((name) => name === 'details').length).toBeGreaterThan(10);
    expect(shown).toContain('allows tcp 443 from 10.20.0.0/16');
    expect(text).not.toContain('Left out');
  });

  it('says that all is well when it is', () => {
    const flows = sixStacks.flows.filter(({ verdict }) => verdict === 'PROVEN');

    expect(formatMarkdown({ ...sixStacks, flows, findings: [], suppressions: [] })).toMatch(
      /^## ✅ Review passed\n/,
    );
    expect(text).toMatch(/^## ❌ Review found something\n/);
  });

  it('names what was reviewed, as text', () => {
    expect(formatMarkdown(sixStacks, { title: 'Review of <b>orders</b>' })).toMatch(
      /^## ❌ Review of &#60;b&#62;orders&#60;\/b&#62; found something\n/,
    );
  });

  it('stays within what GitHub takes, and says how much was left out', () => {
    const long = formatMarkdown(many);
    const { elements } = rendered(long);

    expect(long.length).toBeLessThanOrEqual(LIMIT);
    expect(long.length).toBeGreaterThan(LIMIT * 0.9);
    expect(long).toMatch(/> Left out, because .* \d+ flows, .*\d+ findings/);
    expect(elements.filter((name) => name === 'details')).not.toEqual([]);
  });

  it.each([2_000, 10_000, 30_000])('stays within a limit of %d', (limit) => {
    expect(formatMarkdown(many, { limit }).length).toBeLessThanOrEqual(limit);
  });

  it('stays within the limit when one name alone is longer', () => {
    const flows = sixStacks.flows.map((flow) => ({ ...flow, name: 'a'.repeat(70_000) }));

    expect(formatMarkdown({ ...sixStacks, flows }).length).toBeLessThanOrEqual(LIMIT);
  });

  it('keeps as text whatever a plan says', () => {
    const plain = rendered(formatMarkdown(reportOf('XQZ'), { limit: Infinity }));
    fc.assert(
      fc.property(hostile, (name) => {
        const { elements, text: shown } = rendered(
          formatMarkdown(reportOf(name), { limit: Infinity }),
        );

        expect(elements).toEqual(plain.elements);
        expect(shown.replaceAll('\u200b', '')).toBe(
          plain.text.replaceAll('XQZ', () => visible(name)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('mentions nobody and refers to nothing, wherever GitHub looks for it', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const { prose } = rendered(formatMarkdown(reportOf(name), { limit: Infinity }));

        expect(prose).not.toMatch(/@\w|#\d|\bGH-\d|:[\w+-]+:|\bwww\.|:\/\//i);
      }),
      { numRuns: 100 },
    );
  });
});
