import { differences } from './plan.mjs';

const plan = (after: unknown, output: unknown = 'https://a') => ({
  resource_changes: [
    { address: 'aws_vpc.api', change: { actions: ['create'], before: null, after } },
    { address: 'aws_vpc.same', change: { actions: ['no-op'], after } },
    { address: 'data.aws_region.here', change: { actions: ['read'], after } },
  ],
  output_changes: { url: { actions: ['create'], after: output } },
});

describe('differences', () => {
  it('finds none between plans that do the same, whatever they leave alone or read', () => {
    const reviewed = plan({ cidr_block: '10.0.0.0/16' });
    const current = plan({ cidr_block: '10.0.0.0/16' });
    current.resource_changes[1] = {
      address: 'aws_vpc.same',
      change: { actions: ['no-op'], after: { tags: {} } },
    };

    expect(differences(reviewed, current)).toEqual([]);
  });

  it('finds a changed value, a changed output and a deposed object', () => {
    const current = plan({ cidr_block: '10.1.0.0/16' }, 'https://b');
    const deposed = {
      address: 'aws_vpc.api',
      deposed: '4f1e',
      change: { actions: ['delete'] },
    };

    expect(
      differences(plan({ cidr_block: '10.0.0.0/16' }), {
        ...current,
        resource_changes: [...current.resource_changes, deposed],
      }),
    ).toEqual(['aws_vpc.api', 'output.url', 'aws_vpc.api (deposed 4f1e)']);
  });
});
