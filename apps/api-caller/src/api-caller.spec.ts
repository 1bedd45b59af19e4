import { canaries } from '../test/canaries';
import { ApiCaller } from './api-caller';

const ENVIRONMENT = {
  OKTA_ISSUER: 'https://culvert.okta.example.com/oauth2/ausculvert',
  OKTA_CLIENT_ID: '0oaculvertorders',
  OKTA_GRANT: 'client_secret',
  OKTA_SCOPES: 'orders.read',
  API_NAME: 'orders',
  API_BASE_URL: 'https://orders.corp.example.com',
  SECRET_ID: 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:orders-AbCdEf',
} as const;

describe('ApiCaller', () => {
  it('keeps to itself what a mistake of its own says, and tells where to look', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const invocation = {
      awsRequestId: 'request-1',
      getRemainingTimeInMillis: () => {
        throw new TypeError(canaries.personal);
      },
    };

    const error: Error = await new ApiCaller(ENVIRONMENT)
      .call({ method: 'GET', path: '/' }, invocation)
      .then(
        () => new Error('none'),
        (thrown) => thrown,
      );
    const log = write.mock.calls.join('');
    write.mockRestore();

    expect(error.message).toBe('unexpected TypeError: see the log of request request-1');
    expect(error).not.toHaveProperty('cause');
    expect(log).toContain('"requestId":"request-1"');
    expect(log).toContain('"name":"TypeError"');
  });
});
