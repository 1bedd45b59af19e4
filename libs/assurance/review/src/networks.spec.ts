import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { review } from './review';

const NETWORKS = join(__dirname, '../test/hcl');

/** By the file of a plan or state, the verdict of each flow. */
type Expected = Readonly<Record<string, Readonly<Record<string, string>>>>;

const cases = globSync('*/expected.json', { cwd: NETWORKS })
  .sort()
  .flatMap((file) => {
    const folder = dirname(file);
    const expected = JSON.parse(readFileSync(join(NETWORKS, file), 'utf8')) as Expected;
    return Object.entries(expected).map(([document, flows]) => ({ folder, document, flows }));
  });

/** Networks that somebody wrote by hand, planned by the real Terraform, with what is so in them. */
describe.each(cases)('$folder/$document', ({ folder, document, flows: expected }) => {
  const path = (file: string) => join(NETWORKS, folder, file);
  const context = path('context.yaml');
  const { flows } = review({
    documents: [path(document)],
    flows: [path('flows.yaml')],
    ...(existsSync(context) ? { context } : {}),
  });

  it.each(Object.entries(expected))('%s: %s', (name, verdict) => {
    expect(flows.find((flow) => flow.name === name)).toMatchObject({ verdict });
  });

  it('has no other flow', () => {
    expect(flows.map(({ name }) => name).sort()).toEqual(Object.keys(expected).sort());
  });

  it('says of each flow that is not proven why', () => {
    const open = flows.filter(({ verdict }) => verdict !== 'PROVEN');

    expect(open.filter(({ reason }) => reason === '')).toEqual([]);
    expect(
      open.filter(({ verdict, missing }) => (verdict === 'UNKNOWN') !== missing.length > 0),
    ).toEqual([]);
  });
});
