import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { sixStacks } from '../../test/fixtures/six-stacks';
import { hostile, reportOf } from '../../test/hostile';
import type { Report } from '../report';
import { uriOf } from './location';
import { formatSarif } from './sarif';

const folder = dirname(require.resolve('@microsoft/jest-sarif/package.json'));
const official = JSON.parse(
  readFileSync(join(folder, 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8'),
);
const ajv = new AjvDraft04({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(official);

function runOf(report: Report): Run {
  const log: Log = JSON.parse(formatSarif(report));
  expect([validate(log), validate.errors]).toEqual([true, null]);
  return log.runs[0] as Run;
}

function resultsOf(report: Report): Result[] {
  return runOf(report).results ?? [];
}

describe('formatSarif', () => {
  const results = resultsOf(sixStacks);
  const finding = (rule: string) => results.find(({ ruleId }) => ruleId === rule);

  it('has what was found, flows that are not proven, and suppressions that do not hold', () => {
    const flows = results.filter(({ ruleId }) => ruleId?.startsWith('flow-'));

    expect(flows.map(({ ruleId, level }) => [ruleId, level]).sort()).toEqual([
      ['flow-refuted', 'error'],
      ['flow-refuted', 'error'],
      ['flow-refuted', 'error'],
      ['flow-unknown', 'warning'],
      ['flow-unknown', 'warning'],
    ]);
    expect(finding('suppression-expired')?.message.text).toContain('expired on 2026-06-30');
    expect(results).toHaveLength(5 + sixStacks.findings.length + sixStacks.suppressions.length);
  });

  it('says where: the plan, and the address in it', () => {
    expect(finding('security-group-open')?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'plans/http-api.json' },
          region: { startLine: 1 },
        },
        logicalLocations: [
          { fullyQualifiedName: 'http-api/aws_security_group.bastion', kind: 'resource' },
        ],
      },
    ]);
  });

  it('explains each rule that a result refers to', () => {
    const { rules = [] } = runOf(sixStacks).tool.driver;

    for (const { ruleId, ruleIndex = -1 } of results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      expect(rules[ruleIndex]?.help?.text).not.toBe('');
    }
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('says why a finding is accepted, and of the others that they are not', () => {
    expect(finding('load-balancer-access-logs')?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'an NLB with TCP listeners writes none; flow logs are kept',
        properties: { owner: 'network-team@example.com', expires: '2027-03-31' },
      },
    ]);
    expect(finding('security-group-open')?.suppressions).toEqual([]);
  });

  it('shows the hops of a flow with the rule that decides', () => {
    const debug = results.find(({ message }) => message.text?.startsWith('the debug instance'));
    const [thread] = debug?.codeFlows?.[0]?.threadFlows ?? [];

    expect(thread?.locations).toHaveLength(4);
    expect(thread?.locations[1]?.location?.message?.text).toBe(
      'security group cross-account-privatelink/aws_vpc_endpoint.orders_api passes (ingress vpc): allows tcp 443 from 10.20.0.0/16',
    );
  });

  it('keeps its fingerprints when the words change, and has each once', () => {
    const prints = (all: Result[]) => all.map(({ partialFingerprints }) => partialFingerprints);
    const reworded = {
      ...sixStacks,
      flows: sixStacks.flows.map((flow) => ({ ...flow, reason: 'other', paths: [] })),
      findings: sixStacks.findings.map((each) => ({ ...each, message: 'other' })),
    };

    expect(prints(resultsOf(reworded))).toEqual(prints(results));
    expect(new Set(prints(results).map((print) => JSON.stringify(print))).size).toBe(
      results.length,
    );
    expect(prints(results)[0]?.['primaryLocationLineHash']).toMatch(/^[0-9a-f]{64}:1$/);
  });

  it('is valid without flows files, without findings, without anything', () => {
    expect(resultsOf({ ...sixStacks, inputs: [] })).toHaveLength(results.length);
    expect(resultsOf({ ...sixStacks, flows: [], findings: [], suppressions: [] })).toEqual([]);
  });

  it('has no link and no placeholder that a plan brings along, and is valid whatever it says', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { message } of resultsOf(reportOf(text))) {
          const shown = message.text ?? '';
          expect(shown).not.toMatch(/\[[^\]]*\]\(/);
          expect(shown.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
          expect(shown.replace(/(\{|\})\1/g, '$1').replaceAll(']\u200b(', '](')).toContain(text);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('uriOf', () => {
  it.each([
    ['plans/a b.json', 'plans/a%20b.json'],
    ['/tmp/ä.json', 'file:///tmp/%C3%A4.json'],
    ['C:\\plans\\a.json', 'file:///C:/plans/a.json'],
    ['../a#b?.json', '../a%23b%3F.json'],
    ['a:b.json', 'a%3Ab.json'],
  ])('writes %s as %s', (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });
});
