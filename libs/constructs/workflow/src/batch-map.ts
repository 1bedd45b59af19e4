import type { PolicyStatement } from '@culvert/policy';
import { CurrentAccount, type CustomerKey, sidOf } from '@culvert/identity';
import { Construct } from 'constructs';
import type { Catcher, MapState, Retrier, States } from './definition';
import type { StateMachine } from './state-machine';

/** A bucket and the key that encrypts it. */
export interface BatchBucket {
  readonly arn: string;
  readonly name: string;
  readonly key: CustomerKey;
}

/** Properties of a {@link BatchMap}. */
export interface BatchMapProps {
  readonly bucket: BatchBucket;
  readonly input: {
    /** Input is read from below it only, such as `input/`. */
    readonly prefix: string;
    /**
     * The object's key: a JSONPath such as `$.key`, or for a machine in JSONata an expression such as
     * `{% $states.input.key %}`.
     */
    readonly key: string;
    /** An array; one document a line; or a table whose first row names the columns. */
    readonly format: 'JSON' | 'JSONL' | 'CSV';
  };
  /** Where the manifest and the results go, such as `results`. */
  readonly resultPrefix: string;
  /** What is done with each item, or with each batch of items. */
  readonly processor: States;
  /**
   * Executions for items: standard ones have a history, and run for as long as it takes; express
   * ones cost less, end after five minutes, and may run twice.
   * @default 'STANDARD'
   */
  readonly executionType?: 'STANDARD' | 'EXPRESS';
  /** How many items, or batches, are worked on at the same time, at least 1. */
  readonly maxConcurrency: number;
  /** Percent of the items that may fail without the batch failing, a whole number from 0 to 100. */
  readonly toleratedFailurePercentage: number;
  /**
   * Items handed to the processor at once, as `{ "Items": [ … ] }`.
   * @default - each item by itself
   */
  readonly itemsPerBatch?: number;
}

/** What comes after the map. */
export type AfterBatch = ({ readonly Next: string } | { readonly End: true }) & {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
};

/**
 * A distributed map over an object in S3: Step Functions reads the items, bounds how many are worked
 * on at once, counts the failures and writes the results.
 *
 * @throws when a number is none that Step Functions takes
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export class BatchMap extends Construct {
  private readonly account: CurrentAccount;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: BatchMapProps,
  ) {
    super(scope, id);
    requireNumbers(this.node.path, props);
    this.account = new CurrentAccount(this, 'account');
    props.bucket.key.allowUse({
      sid: `Batch${sidOf(this.node.path)}`,
      principal: this.account.principal,
      condition: { StringEquals: this.account.through('s3') },
    });
  }

  /** The map as a state of a definition. */
  public state(after: AfterBatch): MapState {
    const { bucket, input, processor, itemsPerBatch } = this.props;
    const jsonata = input.key.startsWith('{%');
    return {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: {
          InputType: input.format,
          ...(input.format === 'CSV' ? { CSVHeaderLocation: 'FIRST_ROW' } : {}),
        },
        ...(jsonata
          ? { Arguments: { Bucket: bucket.name, Key: input.key } }
          : { Parameters: { Bucket: bucket.name, 'Key.$': input.key } }),
      },
      ...(itemsPerBatch === undefined ? {} : { ItemBatcher: { MaxItemsPerBatch: itemsPerBatch } }),
      ItemProcessor: {
        ProcessorConfig: {
          Mode: 'DISTRIBUTED',
          ExecutionType: this.props.executionType ?? 'STANDARD',
        },
        ...processor,
      },
      MaxConcurrency: this.props.maxConcurrency,
      ToleratedFailurePercentage: this.props.toleratedFailurePercentage,
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        [jsonata ? 'Arguments' : 'Parameters']: {
          Bucket: bucket.name,
          Prefix: this.props.resultPrefix,
        },
      },
      ...after,
    };
  }

  /** Lets the machine that has the state read the input, write results and run itself. */
  public grantTo(stateMachine: StateMachine): void {
    stateMachine.allowMapRuns();
    stateMachine.allow(...this.statements());
  }

  /** @see https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html */
  private statements(): PolicyStatement[] {
    const { bucket, input, resultPrefix } = this.props;
    return [
      {
        Sid: 'ReadsTheBatch',
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: `${bucket.arn}/${input.prefix}*`,
      },
      {
        Sid: 'WritesTheResults',
        Effect: 'Allow',
        Action: [
          's3:AbortMultipartUpload',
          's3:GetObject',
          's3:ListMultipartUploadParts',
          's3:PutObject',
        ],
        Resource: `${bucket.arn}/${resultPrefix}/*`,
      },
      {
        Sid: 'UsesTheBucketsKey',
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: bucket.key.arn,
        Condition: { StringEquals: this.account.through('s3') },
      },
    ];
  }
}

function requireNumbers(path: string, props: BatchMapProps): void {
  const { maxConcurrency, toleratedFailurePercentage, itemsPerBatch = 1 } = props;
  const problems = [
    Number.isInteger(maxConcurrency) && maxConcurrency >= 1 && maxConcurrency <= 10_000
      ? []
      : `maxConcurrency ${maxConcurrency} is not a whole number from 1 to 10000`,
    Number.isInteger(toleratedFailurePercentage) &&
    toleratedFailurePercentage >= 0 &&
    toleratedFailurePercentage <= 100
      ? []
      : `toleratedFailurePercentage ${toleratedFailurePercentage} is not a whole number from 0 to 100`,
    Number.isInteger(itemsPerBatch) && itemsPerBatch >= 1
      ? []
      : `itemsPerBatch ${itemsPerBatch} is not a whole number from 1`,
  ].flat();
  if (problems.length > 0) throw new Error(`batch map ${path}: ${problems.join('; ')}`);
}
