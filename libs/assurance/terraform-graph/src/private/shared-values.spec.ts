import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanJson } from './json-format';
import { shareValues } from './shared-values';

const FOLDER = join(__dirname, '../../test/hcl');
const PLANS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(FOLDER, name))
      .filter((file) => file.endsWith('plan.json'))
      .map((file) => join(FOLDER, name, file)),
  );

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as PlanJson;

describe('shareValues', () => {
  it.each(PLANS)('changes nothing of what %s says', (file) => {
    const plan = read(file);
    shareValues(plan);
    expect(JSON.stringify(plan)).toBe(JSON.stringify(read(file)));
  });

  it('keeps once what is the same', () => {
    const plan = read(join(FOLDER, 'modules/plan.json'));
    shareValues(plan);
    const [first] = plan.planned_values?.root_module?.resources ?? [];
    const change = plan.resource_changes?.find(({ address }) => address === first?.address);
    expect(first?.values).toBeDefined();
    expect(change?.change.after).toBe(first?.values);
  });
});
