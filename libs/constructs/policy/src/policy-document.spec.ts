import { policyDocument } from './index';

describe('policyDocument', () => {
  it('keeps the statements in order under the current policy language version', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 'sns:Publish', Resource: '*' } as const;
    const allow = { ...deny, Effect: 'Allow' } as const;

    expect(JSON.parse(policyDocument(deny, allow))).toEqual({
      Version: '2012-10-17',
      Statement: [deny, allow],
    });
  });

  it('fails without a statement', () => {
    expect(() => policyDocument()).toThrow('at least one statement');
  });
});
