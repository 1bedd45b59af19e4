import { CustomerKey } from '@culvert/identity';
import type { PolicyStatement } from '@culvert/policy';
import { type Account, MultiAccountStack } from '@culvert/stack';
import { aslProblems, SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import {
  BatchMap,
  type BatchMapProps,
  lambdaErrors,
  retry,
  StateMachine,
  type StateMachineDefinition,
} from './index';

const CALL: StateMachineDefinition = {
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'orders', 'Payload.$': '$' },
      Retry: [
        retry(lambdaErrors.notRun, { intervalSeconds: 1, maxAttempts: 5, maxDelaySeconds: 20 }),
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }],
      End: true,
    },
    Failed: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' },
  },
};

function synthesise(create: (account: Account, key: CustomerKey) => void): SynthesisedStack {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { application: { accountId: '111111111111', region: 'eu-central-1' } },
  });
  const account = stack.account('application');
  create(account, new CustomerKey(account, 'key', { name: 'orders', description: 'at rest' }));
  return SynthesisedStack.of(stack);
}

function machine(definition: StateMachineDefinition = CALL): SynthesisedStack {
  return synthesise((account, key) => {
    new StateMachine(account, 'orders', { name: 'orders', definition, key });
  });
}

function statementsOf(synthesised: SynthesisedStack, type: string): PolicyStatement[] {
  return JSON.parse(synthesised.only(type).arguments['policy'] as string).Statement;
}

function definitionOf(synthesised: SynthesisedStack): StateMachineDefinition {
  return JSON.parse(synthesised.only('aws_sfn_state_machine').arguments['definition'] as string);
}

function statement(statements: readonly PolicyStatement[], sid: string) {
  return statements.find(({ Sid }) => Sid === sid);
}

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
          ArnEquals: { 'aws:SourceArn': expect.stringMatching(/:stateMachine:orders$/) },
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

describe('a definition', () => {
  const pass = (Next: string) => ({ Type: 'Pass', Next }) as const;
  const done = { Type: 'Succeed' } as const;

  it('fails when what starts it does not exist', () => {
    expect(() => machine({ StartAt: 'Cal', States: { Call: done } })).toThrow(
      'state machine "orders": StartAt "Cal" is none of [Call]',
    );
  });

  it.each([
    ['Next', { Type: 'Pass', Next: 'Gone' }],
    ['Default', { Type: 'Choice', Choices: [{ Next: 'Done' }], Default: 'Gone' }],
    ['Choices', { Type: 'Choice', Choices: [{ Next: 'Gone' }], Default: 'Done' }],
    [
      'Catch',
      {
        Type: 'Task',
        Resource: 'arn',
        Next: 'Done',
        Catch: [{ ErrorEquals: ['Forbidden'], Next: 'Gone' }],
      },
    ],
  ] as const)('fails when %s names a state that does not exist', (field, state) => {
    expect(() => machine({ StartAt: 'A', States: { A: state, Done: done } })).toThrow(
      `state "A": ${field} "Gone" is none of [A, Done]`,
    );
  });

  it('fails when a target is there in another scope only', () => {
    expect(() =>
      machine({
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [{ StartAt: 'Inner', States: { Inner: pass('Done') } }],
            Next: 'Done',
          },
          Done: done,
        },
      }),
    ).toThrow('state "Inner": Next "Done" is none of [Inner]');
  });

  it('fails when nothing leads to a state', () => {
    expect(() =>
      machine({ StartAt: 'A', States: { A: done, B: pass('C'), C: pass('B') } }),
    ).toThrow(/state "B" is reached from nowhere; state "C" is reached from nowhere/);
  });

  it.each(['toString', '__proto__'])('fails on %s, which is not a state', (Next) => {
    expect(() => machine({ StartAt: 'A', States: { A: pass(Next) } })).toThrow(
      `Next "${Next}" is none of [A]`,
    );
  });

  it('fails when two states have one name, wherever they are', () => {
    const inner = { StartAt: 'Step', States: { Step: done } };

    expect(() =>
      machine({
        StartAt: 'Both',
        States: { Both: { Type: 'Parallel', Branches: [inner, inner], End: true } },
      }),
    ).toThrow('state "Step" is there twice');
  });

  it('fails when a name is longer than Step Functions takes', () => {
    const long = 'x'.repeat(81);

    expect(() => machine({ StartAt: long, States: { [long]: done } })).toThrow(
      'has a name of 81 characters: 80 are allowed',
    );
  });

  it('fails when States.ALL hides what comes after it, or stands beside others', () => {
    expect(() =>
      machine({
        StartAt: 'A',
        States: {
          A: {
            Type: 'Task',
            Resource: 'arn',
            Next: 'Done',
            Catch: [
              { ErrorEquals: ['States.ALL'], Next: 'Done' },
              { ErrorEquals: ['States.ALL', 'Forbidden'], Next: 'Done' },
              { ErrorEquals: [], Next: 'Done' },
            ],
          },
          Done: done,
        },
      }),
    ).toThrow(
      /"A": Catch 0 is States.ALL: put it last; .*Catch 1 has States.ALL beside other errors.*Catch 1 is States.ALL: put it last; .*Catch 2 names no error/,
    );
  });

  it('says everything that is wrong at once', () => {
    expect(() => machine({ StartAt: 'Gone', States: { A: pass('B') } })).toThrow(
      /StartAt "Gone".*"A" is reached from nowhere.*Next "B"/,
    );
  });
});

describe('retry', () => {
  it('waits at random, longer each time up to a bound', () => {
    expect(
      retry(['Transient'], { intervalSeconds: 2, maxAttempts: 4, maxDelaySeconds: 30 }),
    ).toEqual({
      ErrorEquals: ['Transient'],
      IntervalSeconds: 2,
      MaxAttempts: 4,
      BackoffRate: 2,
      MaxDelaySeconds: 30,
      JitterStrategy: 'FULL',
    });
  });

  it('fails with every number that Step Functions would refuse', () => {
    expect(() =>
      retry([], { intervalSeconds: 0, maxAttempts: -1, maxDelaySeconds: 0, backoffRate: 0.5 }),
    ).toThrow(
      /names no error; intervalSeconds 0 .*; maxAttempts -1 .*; backoffRate 0.5 .*; maxDelaySeconds 0/,
    );
  });
});

describe('BatchMap', () => {
  function batch(props: Partial<BatchMapProps> = {}): SynthesisedStack {
    return synthesise((account, key) => {
      const map = new BatchMap(account, 'batch-map', {
        bucket: { arn: 'arn:aws:s3:::orders-batch', name: 'orders-batch', key },
        input: { prefix: 'input/', key: '$.key', format: 'JSON' },
        resultPrefix: 'results',
        processor: CALL,
        maxConcurrency: 10,
        toleratedFailurePercentage: 5,
        ...props,
      });
      const definition = { StartAt: 'Batch', States: { Batch: map.state({ End: true }) } };
      map.grantTo(
        new StateMachine(account, 'orders-batch', { name: 'orders-batch', definition, key }),
      );
    });
  }

  it('reads items from S3, bounds what runs at once, and writes results to S3', () => {
    expect(definitionOf(batch()).States['Batch']).toMatchObject({
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { Bucket: 'orders-batch', 'Key.$': '$.key' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Call',
      },
      MaxConcurrency: 10,
      ToleratedFailurePercentage: 5,
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Parameters: { Bucket: 'orders-batch', Prefix: 'results' },
      },
      End: true,
    });
  });

  it.each([
    [{}],
    [{ itemsPerBatch: 20, executionType: 'EXPRESS' }],
    [{ input: { prefix: 'input/', key: '$.key', format: 'CSV' } }],
  ] as const)('is valid for another validator with %j', async (props) => {
    expect(await aslProblems(definitionOf(batch(props)))).toEqual([]);
  });

  it('speaks JSONata to a machine that does', async () => {
    const synthesised = synthesise((account, key) => {
      const map = new BatchMap(account, 'batch-map', {
        bucket: { arn: 'arn:aws:s3:::orders-batch', name: 'orders-batch', key },
        input: { prefix: 'input/', key: '{% $states.input.key %}', format: 'JSON' },
        resultPrefix: 'results',
        processor: { StartAt: 'Echo', States: { Echo: { Type: 'Pass', End: true } } },
        maxConcurrency: 10,
        toleratedFailurePercentage: 5,
      });
      new StateMachine(account, 'orders-batch', {
        name: 'orders-batch',
        definition: {
          QueryLanguage: 'JSONata',
          StartAt: 'Batch',
          States: { Batch: map.state({ End: true }) },
        },
        key,
      });
    });

    expect(definitionOf(synthesised).States['Batch']).toMatchObject({
      ItemReader: { Arguments: { Bucket: 'orders-batch', Key: '{% $states.input.key %}' } },
      ResultWriter: { Arguments: { Bucket: 'orders-batch', Prefix: 'results' } },
    });
    expect(await aslProblems(definitionOf(synthesised))).toEqual([]);
  });

  it('lets the machine run itself, read below the input and write below the results', () => {
    const statements = statementsOf(batch(), 'aws_iam_role_policy');

    expect(statement(statements, 'StartsItself')).toMatchObject({
      Action: 'states:StartExecution',
      Resource: expect.stringMatching(/:stateMachine:orders-batch$/),
    });
    expect(statement(statements, 'WatchesWhatItStarted')).toMatchObject({
      Action: ['states:DescribeExecution', 'states:StopExecution'],
      Resource: [
        expect.stringMatching(/:execution:orders-batch:\*$/),
        expect.stringMatching(/:execution:orders-batch\/\*$/),
      ],
    });
    expect(statement(statements, 'ReadsTheBatch')).toMatchObject({
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::orders-batch/input/*',
    });
    expect(statement(statements, 'WritesTheResults')).toMatchObject({
      Resource: 'arn:aws:s3:::orders-batch/results/*',
    });
  });

  it('uses the bucket’s key through S3 only, on both sides', () => {
    const synthesised = batch();
    const throughS3 = {
      Condition: { StringEquals: { 'kms:ViaService': expect.stringMatching(/^s3\./) } },
    };

    expect(
      statement(statementsOf(synthesised, 'aws_iam_role_policy'), 'UsesTheBucketsKey'),
    ).toMatchObject(throughS3);
    expect(
      statementsOf(synthesised, 'aws_kms_key').find(({ Sid }) => Sid?.startsWith('Batch')),
    ).toMatchObject(throughS3);
  });

  it('fails with every number that Step Functions would refuse', () => {
    expect(() =>
      batch({ maxConcurrency: 0, toleratedFailurePercentage: 101, itemsPerBatch: 0 }),
    ).toThrow(/maxConcurrency 0 .*; toleratedFailurePercentage 101 .*; itemsPerBatch 0/);
  });
});
