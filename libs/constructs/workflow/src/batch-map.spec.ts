import { aslProblems, type SynthesisedStack } from '@culvert/testing';
import { CALL, definitionOf, statement, statementsOf, synthesise } from '../test/machines';
import { BatchMap, type BatchMapProps, StateMachine } from './index';

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
