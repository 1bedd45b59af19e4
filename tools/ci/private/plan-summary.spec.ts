import fc from 'fast-check';
import { planSummary } from './plan-summary.mjs';

const change = (address: string, ...actions: string[]) => ({ address, change: { actions } });

describe('planSummary', () => {
  it('counts as Terraform does: a replacement is one to add and one to destroy', () => {
    const summary = planSummary('orders', {
      resource_changes: [
        change('a', 'create'),
        change('b', 'update'),
        change('c', 'delete', 'create'),
        change('d', 'create', 'delete'),
        change('e', 'delete'),
        change('f', 'no-op'),
        change('g', 'read'),
        change('h', 'forget'),
      ],
    });

    expect(summary).toContain('**3 to add, 1 to change, 3 to destroy**');
  });

  it('lists what is lost first, and nothing that stays as it is', () => {
    const summary = planSummary('orders', {
      resource_changes: [
        change('made', 'create'),
        change('same', 'no-op'),
        change('replaced', 'delete', 'create'),
        change('gone', 'delete'),
      ],
    });

    expect(summary.match(/^\| (destroy|replace|create) \| \w+ \|$/gm)).toEqual([
      '| destroy | gone |',
      '| replace | replaced |',
      '| create | made |',
    ]);
  });

  it('has no table when nothing changes', () => {
    expect(planSummary('orders', {})).toBe(
      '## orders\n\n**0 to add, 0 to change, 0 to destroy**\n',
    );
  });

  it('says how many did not fit', () => {
    const resource_changes = Array.from({ length: 1002 }, (_, i) => change(`r${i}`, 'create'));

    const summary = planSummary('orders', { resource_changes });

    expect(summary).toContain('2 more are in plan.json');
    expect(summary).not.toContain('r1000');
  });

  it('lets no name break out of its cell, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (address) => {
        const row = planSummary('orders', { resource_changes: [change(address, 'create')] })
          .split('\n')
          .at(-2);

        expect(row).toMatch(/^\| create \| (?:[A-Za-z0-9 -]|&#\d+;)* \|$/);
      }),
    );
  });
});
