import { aslProblems } from '@culvert/testing';
import { CALL, definitionOf, machine, statement, statementsOf } from '../test/machines';

describe('StateMachine', () => {
  const synthesised = machine();
  const key = `\${${synthesised.only('aws_kms_key').address}.arn}`;

  it('logs every event and no data, encrypted, where Step Functions may deliver logs', () => {
    expect(synthesised.only('aws_sfn_state_machine').arguments).toMatchObject({
      type: 'STANDARD',
      logging_configuration: {
        level: 'ALL',
        include_execution_data: false,
        log_destination: `\${${synthesised.only('aws_cloudwatch_log_group').address}.arn}:*`,
      },
      tracing_configuration: { enabled: true },
    });
    expect(synthesised.only('aws_cloudwatch_log_group').arguments).toMatchObject({
      name: '/aws/vendedlogs/states/orders',
      kms_key_id: key,
    });
  });

  it('encrypts its executions with the customer key, which its role may use for them only', () => {
    expect(synthesised.only('aws_sfn_state_machine').arguments).toMatchObject({
      encryption_configuration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kms_key_id: key },
    });
    expect(
      statement(statementsOf(synthesised, 'aws_iam_role_policy'), 'EncryptsItsExecutions'),
    ).toMatchObject({
      Resource: key,
      Condition: {
        StringEquals: {
          'kms:EncryptionContext:aws:states:stateMachineArn':
            expect.stringMatching(/:stateMachine:orders$/),
        },
      },
    });
    expect(
      statement(statementsOf(synthesised, 'aws_kms_key'), 'ExecutionLogDeliveryOrders'),
    ).toMatchObject({
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: ['kms:Decrypt'],
      Condition: {
        StringEquals: { 'kms:EncryptionContext:SourceArn': expect.stringMatching(/:logs:.*:\*$/) },
      },
    });
  });

  it('has a role that Step Functions takes on for this machine of this account only', () => {
    const { assume_role_policy: trust } = synthesised.only('aws_iam_role').arguments;

    expect(JSON.parse(trust as string).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'states.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': expect.stringContaining('.account_id}') },
          ArnLike: { 'aws:SourceArn': expect.stringMatching(/:stateMachine:orders$/) },
        },
      },
    ]);
  });

  it('may do nothing on every resource but deliver logs and write traces', () => {
    const everywhere = statementsOf(synthesised, 'aws_iam_role_policy')
      .filter(({ Resource }) => Resource === '*')
      .flatMap(({ Action }) => Action)
      .filter((action) => !/^(logs|xray):[A-Z]/.test(action));

    expect(everywhere).toEqual([]);
  });

  it('exists only after its log group and its policy', () => {
    expect(synthesised.only('aws_sfn_state_machine').arguments['depends_on']).toEqual([
      synthesised.only('aws_cloudwatch_log_group').address,
      synthesised.only('aws_iam_role_policy').address,
    ]);
  });

  it('has the definition that was given, valid for another validator too', async () => {
    const definition = definitionOf(synthesised);

    expect(definition).toEqual(CALL);
    expect(await aslProblems(definition)).toEqual([]);
  });
});
