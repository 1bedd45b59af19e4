import fc from 'fast-check';
import { sixStacks } from '../test/fixtures/six-stacks';
import { hostile, reportOf } from '../test/hostile';
import { formatTable } from './table';

describe('formatTable', () => {
  it('shows what is not proven first, and the rule that decides', () => {
    const text = formatTable(sixStacks, { color: false });

    expect(text.indexOf('REFUTED')).toBeLessThan(text.indexOf('UNKNOWN'));
    expect(text.indexOf('UNKNOWN')).toBeLessThan(text.indexOf('PROVEN'));
    expect(text).toMatch(/REFUTED . the debug instance does not call orders .*aws_instance.debug/);
    expect(text).toMatch(/passes {2}security group .*aws_vpc_endpoint.orders_api \[ingress vpc\]/);
    expect(text).toContain('not known: the addresses of example.okta.com');
    expect(text).toContain('security-group-open of http-api/aws_security_group.bastion expired');
    expect(text).toContain('planning ended with an error');
    expect(text).toMatch(/18 PROVEN, 3 REFUTED, 2 UNKNOWN, 10 open findings, 2 suppressed\n$/);
  });

  it('shows the ways of proven flows, assumptions and files when it is to say everything', () => {
    const brief = formatTable(sixStacks, { color: false });
    const verbose = formatTable(sixStacks, { color: false, verbose: true });

    for (const text of [
      'AllowOrders',
      'what is in none of the documents',
      'plans/okta-caller.json',
    ]) {
      expect([verbose.includes(text), text]).toEqual([true, text]);
    }
    expect(brief).not.toContain('what is in none of the documents');
  });

  it('shows the worst, and says how many more there are', () => {
    const [path] = sixStacks.flows[2]?.paths ?? [];
    const flows = sixStacks.flows.map((flow) => {
      return { ...flow, paths: path === undefined ? [] : Array.from({ length: 8 }, () => path) };
    });
    const findings = Array.from({ length: 10 }, () => sixStacks.findings).flat();
    const brief = formatTable({ ...sixStacks, flows, findings }, { color: false });
    const verbose = formatTable({ ...sixStacks, flows, findings }, { color: false, verbose: true });

    expect(brief).toContain('… and 50 more findings');
    expect(brief).toContain('… and 3 more ways');
    expect(brief).toMatch(/100 open findings, 20 suppressed\n$/);
    expect([brief.includes('│ critical'), brief.includes('│ low')]).toEqual([true, false]);
    expect(verbose).toContain('│ low');
    expect(verbose).not.toContain('… and');
  });

  it('is painted when it is told to', () => {
    expect(formatTable(sixStacks, { color: true })).toContain('\u001b[31mREFUTED');
    expect(formatTable(sixStacks, { color: false })).not.toContain('\u001b');
  });

  it.each([
    ['1', false],
    ['', true],
  ])('heeds NO_COLOR=%j', (value, painted) => {
    const before = process.env['NO_COLOR'];
    process.env['NO_COLOR'] = value;
    try {
      expect(formatTable(sixStacks).includes('\u001b')).toBe(painted);
    } finally {
      if (before === undefined) delete process.env['NO_COLOR'];
      else process.env['NO_COLOR'] = before;
    }
  });

  it('lets nothing that a plan says command the terminal', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const table = formatTable(reportOf(text), { color: false, verbose: true });

        expect(table).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
      }),
      { numRuns: 25 },
    );
  });
});
