import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, ResourceGraph } from '@culvert/terraform-graph';
import * as fc from 'fast-check';
import { byName } from '../test/by-name';
import { byTerraformName } from '../test/named';
import { type Network, networkOf } from './index';

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

  it.each(['services', 'apis'])('changes nothing of what is in the network: %s', (name) => {
    const plan = read(`${name}/plan.json`);
    const all = ({ resource_changes }: Plan) => {
      const document = parseDocument({ ...plan, resource_changes }, { name: 'plan' });
      const network = networkOf(ResourceGraph.of([document]));
      return Object.keys(network).map((kind) => byTerraformName(network, kind as keyof Network));
    };
    const expected = all(plan);
    const { resource_changes: changes } = plan;
    const orders = fc.shuffledSubarray([...changes], { minLength: changes.length });

    fc.assert(
      fc.property(orders, (resource_changes) => {
        expect(all({ resource_changes })).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });
});
