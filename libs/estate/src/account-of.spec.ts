import { join } from 'node:path';
import { accountOf, loadEstate } from './index';

const ESTATES = join(__dirname, '..', '..', '..', 'stacks', 'estates');

describe('accountOf', () => {
  const estate = loadEstate({ name: 'lab', directory: ESTATES });

  it('gives what a stack needs to act in the account', () => {
    expect(accountOf(estate, 'api')).toEqual({
      accountId: '222222222222',
      region: 'us-east-1',
      roleArn: 'arn:aws:iam::222222222222:role/culvert-lab',
      tags: { system: 'culvert' },
    });
  });

  it('fails on a name that is none, with those there are', () => {
    expect(() => accountOf(estate, 'nobody')).toThrow(
      'no account "nobody": it has application, api, consumer, network',
    );
  });
});
