import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { FORMATS, format } from '@culvert/report';
import { temporaryFolder } from '../test/files';
import { plantedPlan } from '../test/planted-plan';
import { review } from './review';

/** One in every place of a plan where a secret may stand. */
describe('a plan with a secret in every position', () => {
  const folder = temporaryFolder();
  const { plan, canaries } = plantedPlan();
  const file = folder.write('plan.json', JSON.stringify(plan));
  const state = folder.write(
    'state.json',
    JSON.stringify({ format_version: '1.0', values: plan.prior_state.values }),
  );
  const flows = folder.write(
    'flows.yaml',
    `version: 1
reach: [{ name: a, from: aws_instance.app, to: aws_lb.app, port: 443 }]
never: [{ name: b, from: internet, to: aws_instance.app }]
only: [{ name: c, from: [], to: aws_instance.app }]
access:
  - { as: aws_iam_role.app, action: 'kms:Decrypt', to: aws_kms_key.app, expect: allowed }
  - { as: aws_iam_role.hidden, action: 'kms:Decrypt', to: aws_kms_key.app, expect: allowed }
  - { as: aws_iam_role.named, action: 'kms:Decrypt', to: aws_kms_key.app, expect: allowed }
`,
  );
  const seenIn = (text: string) => canaries.filter((canary) => text.includes(canary));

  it('plants them', () => {
    expect(seenIn(JSON.stringify(plan))).toEqual(canaries);
    expect(canaries.length).toBeGreaterThan(20);
  });

  const report = review({ documents: [file], flows: [flows], baseline: [state] });

  it.each(FORMATS)('shows none of them as %s', (as) => {
    const text = format(report, as, { verbose: true });

    expect(text).toContain(as === 'attestation' ? 'sha256' : 'aws_instance.app');
    expect(seenIn(text)).toEqual([]);
  });

  it('shows none of them in what the command prints, nor in its errors', () => {
    const run = (...args: readonly string[]) => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [join(__dirname, '../dist/cli.js'), ...args, '--verbose'],
        { encoding: 'utf8' },
      );
      return stdout + stderr;
    };
    const unknown = folder.write(
      'wrong.yaml',
      'version: 1\nnever: [{ name: b, from: internet, to: aws_instance.ap }]\n',
    );
    const broken = folder.write('broken.json', JSON.stringify(plan).slice(0, -20));
    const malformed = folder.write(
      'malformed.json',
      JSON.stringify({ ...plan, resource_changes: canaries }),
    );

    expect(seenIn(run(file, '--flows', flows))).toEqual([]);
    expect(seenIn(run(file, '--flows', unknown))).toEqual([]);
    expect(seenIn(run(broken, malformed))).toEqual([]);
  });
});
