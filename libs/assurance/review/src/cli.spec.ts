import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@culvert/report';
import { temporaryFolder } from '../test/files';

const PEERING = join(__dirname, '../test/hcl/peering');

describe('culvert-review', () => {
  const folder = temporaryFolder();
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(__dirname, '../dist/cli.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
  const plan = join(PEERING, 'plan.json');
  const never = (from: string, to: string) =>
    folder.write(
      'flows.yaml',
      `version: 1\nnever: [{ name: apart, from: '${from}', to: '${to}', port: 443 }]\n`,
    );
  const apart = ['aws_instance.client["left"]', 'aws_instance.client["right"]'] as const;

  it('says how it is used', () => {
    const { status, stdout } = run('--help');

    expect(status).toBe(0);
    expect(stdout).toContain('Exit codes: 0 all flows PROVEN and nothing open');
    expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('prints a table, and writes files in other formats', () => {
    const sarif = join(folder.path, 'review.sarif');
    const html = join(folder.path, 'review.html');
    const { status, stdout } = run(
      plan,
      ...['--flows', never(...apart)],
      ...['--output', `sarif=${sarif}`, '--output', `html=${html}`],
    );

    expect(status).toBe(1);
    expect(stdout).toMatch(/PROVEN.*apart/u);
    expect(JSON.parse(readFileSync(sarif, 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(html, 'utf8')).toContain('<!doctype html>');
  });

  it('ends with 0 when nothing is open that counts', () => {
    const { findings, flows } = JSON.parse(
      run(plan, '--flows', never(...apart), '--json').stdout,
    ) as Report;
    const suppressions = folder.write(
      'suppressions.yaml',
      JSON.stringify({
        version: 1,
        suppressions: [...new Set(findings.map(({ rule }) => rule))].map((rule) => ({
          rule,
          resource: '*',
          reason: 'it is a network of a test',
          owner: 'test',
          expires: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
        })),
      }),
    );

    expect(flows).toEqual([expect.objectContaining({ verdict: 'PROVEN' })]);
    expect(run(plan, '--flows', never(...apart), '--suppressions', suppressions).status).toBe(0);
    expect(run(plan, '--flows', never(...apart)).status).toBe(findings.length > 0 ? 1 : 0);
  });

  it('ends with 1 when a flow does not hold', () => {
    const flows = never('aws_instance.client["left"]', 'aws_instance.server');
    const { status, stdout } = run(plan, '--flows', flows, '--fail-on', 'critical');

    expect(status).toBe(1);
    expect(stdout).toMatch(/(REFUTED|UNKNOWN).*apart/u);
  });

  it('ends with 2 and names every mistake in every file', () => {
    const flows = never('aws_instance.clients', 'aws_vpc.nowhere');
    const context = folder.write('context.yaml', 'version: 1\nonPrem: [here]\n');
    const { status, stderr, stdout } = run(
      'missing.json',
      '--context',
      context,
      '--flows',
      'no.yaml',
    );

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([
      'missing.json: cannot be read (ENOENT)',
      'no.yaml: cannot be read (ENOENT)',
      `${context}:2: /onPrem/0 is 'here', allowed: a range, such as 192.168.0.0/16`,
    ]);
    expect(run(plan, '--flows', flows).stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/:2: \/never\/0\/from is .* such as "aws_instance\.client"/u),
      expect.stringMatching(/:2: \/never\/0\/to is 'aws_vpc\.nowhere', allowed: /u),
    ]);
  });

  it.each([
    ['no document', []],
    ['an unknown format', [plan, '--format', 'pdf']],
    ['an output without a path', [plan, '--output', 'sarif']],
    ['an output that cannot be written', [plan, '--output', 'json=/missing/folder/x.json']],
  ])('ends with 2 on %s', (_title, args) => {
    const { status, stderr } = run(...args);

    expect(status).toBe(2);
    expect(stderr).not.toBe('');
  });

  it('compares with a former report, and with plans and states from before', () => {
    const former = join(folder.path, 'former.json');
    run(plan, '--output', `json=${former}`);
    const changes = (...args: readonly string[]) =>
      (JSON.parse(run(plan, '--json', ...args).stdout) as Report).changes;

    expect(changes()).toBeUndefined();
    expect(changes('--baseline', former)).toEqual([]);
    expect(changes('--baseline', plan)).toEqual([]);
  });
});
