import { serviceTrust } from './index';

const ACCOUNT = '111111111111';

describe('serviceTrust', () => {
  it('lets one service assume the role, for one account', () => {
    expect(JSON.parse(serviceTrust('lambda.amazonaws.com', { accountId: ACCOUNT }))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
        },
      ],
    });
  });

  it('names the source that the service acts for', () => {
    const arn = `arn:aws:fis:eu-central-1:${ACCOUNT}:experiment/*`;
    const trust = JSON.parse(serviceTrust('fis.amazonaws.com', { accountId: ACCOUNT, arn }));

    expect(trust.Statement[0].Condition).toEqual({
      StringEquals: { 'aws:SourceAccount': ACCOUNT },
      ArnLike: { 'aws:SourceArn': arn },
    });
  });
});
