import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { deployFunction } from '../../test/deployed-function';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

describe('the configuration of a function of the embedded AWS', () => {
  const aws = embeddedAwsForTests();

  it('keeps logging, key, dead-letter target and tracing', async () => {
    const account = await accountOf(aws(), '111111111111');
    const lambda = new LambdaClient(account);
    const FunctionName = await deployFunction(account, { name: 'kept', code: '' });
    const configuration = () => lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    expect(await configuration()).toMatchObject({
      LoggingConfig: { LogFormat: 'JSON', LogGroup: '/spec/kept' },
      TracingConfig: { Mode: 'PassThrough' },
    });

    const changes = {
      KMSKeyArn: 'arn:aws:kms:eu-central-1:111111111111:key/k',
      DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-central-1:111111111111:q' },
      TracingConfig: { Mode: 'Active' },
    } as const;
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, ...changes }));
    expect(await configuration()).toMatchObject(changes);
  });
});
