import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, ResourceGraph } from '@culvert/terraform-graph';
import * as fc from 'fast-check';
import { byName } from '../test/by-name';
import { networkOf } from './index';

interface Plan {
  readonly resource_changes: readonly object[];
}

function read(name: string): Plan {
  return JSON.parse(readFileSync(join(__dirname, '..', 'test', 'hcl', name), 'utf8')) as Plan;
}

function networkIn(plan: Plan) {
  return byName(networkOf(ResourceGraph.of([parseDocument(plan, { name: 'plan' })])));
}

describe('the order of resources in a plan', () => {
  it.each(['adopted', 'classic', 'hub', 'on-prem'])('changes nothing: %s', (name) => {
    const plan = read(`${name}/plan.json`);
    const expected = networkIn(plan);
    const { resource_changes: changes } = plan;
    const orders = fc.shuffledSubarray([...changes], { minLength: changes.length });

    fc.assert(
      fc.property(orders, (resource_changes) => {
        expect(networkIn({ ...plan, resource_changes })).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});
