import { leaksIn } from './leaks';

describe('leaksIn', () => {
  it('names the places where a canary sits, and none that it does not sit in', () => {
    const places = { plan: '{"a":"x-canary-y"}', state: '{}', '/aws/lambda/orders': 'canary' };
    expect(leaksIn(places, ['other', 'canary'])).toEqual(['plan', '/aws/lambda/orders']);
  });
});
