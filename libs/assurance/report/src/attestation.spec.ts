import { sixStacks } from '../test/fixtures/six-stacks';
import { formatAttestation, PREDICATE_TYPE } from './attestation';

describe('formatAttestation', () => {
  const statement = JSON.parse(formatAttestation(sixStacks));

  it('is an in-toto statement about the plans and states, by their digests', () => {
    const reviewed = sixStacks.inputs.filter(({ kind }) => kind === 'plan' || kind === 'state');

    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: PREDICATE_TYPE,
      subject: reviewed.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    });
    expect(reviewed).toHaveLength(6);
  });

  it('says what came of the review, by what, and what was asked', () => {
    expect(statement.predicate).toMatchObject({
      tool: { name: 'culvert-review', version: '0.1.0' },
      result: 'FAILED',
      flows: { PROVEN: 18, REFUTED: 3, UNKNOWN: 2 },
      findings: { open: { critical: 2, high: 3, medium: 3, low: 2 }, suppressed: 2 },
      suppressionProblems: 2,
      incomplete: ['planning ended with an error: what comes after it is missing'],
    });
    expect(statement.predicate.reviewedWith).toContainEqual({
      kind: 'flows',
      name: 'flows.yaml',
      digest: { sha256: sixStacks.inputs.find(({ kind }) => kind === 'flows')?.sha256 },
    });
  });

  it('says that a review passed only if nothing is open', () => {
    const flows = sixStacks.flows.filter(({ verdict }) => verdict === 'PROVEN');
    const passed = { ...sixStacks, flows, findings: [], suppressions: [] };

    expect(JSON.parse(formatAttestation(passed)).predicate.result).toBe('PASSED');
  });
});
