import { SymbolicText, type Text } from '@culvert/symbolic';
import { isSymbol, isText, type Resource } from '@culvert/terraform-graph';

/** How AWS makes an ARN of a name. */
interface Form {
  readonly service: string;
  /** What stands before the name. */
  readonly before: string;
  /** @default 'name' */
  readonly name?: string;
  /** Of which other parts an ARN of the service has none. */
  readonly without?: readonly ('region' | 'account')[];
}

const IAM = { service: 'iam', without: ['region'] } as const;

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const FORMS: Readonly<Record<string, Form>> = {
  aws_cloudwatch_log_group: { service: 'logs', before: 'log-group:' },
  aws_dynamodb_table: { service: 'dynamodb', before: 'table/' },
  aws_ecr_repository: { service: 'ecr', before: 'repository/' },
  aws_iam_role: { ...IAM, before: 'role' },
  aws_iam_user: { ...IAM, before: 'user' },
  aws_kinesis_stream: { service: 'kinesis', before: 'stream/' },
  aws_lambda_function: { service: 'lambda', before: 'function:', name: 'function_name' },
  aws_s3_bucket: { service: 's3', before: '', name: 'bucket', without: ['region', 'account'] },
  aws_secretsmanager_secret: { service: 'secretsmanager', before: 'secret:' },
  aws_sfn_state_machine: { service: 'states', before: 'stateMachine:' },
  aws_sns_topic: { service: 'sns', before: '' },
  aws_sqs_queue: { service: 'sqs', before: '' },
};

/** The ARN that a resource gets by its name, while a plan has a symbol for it; else `undefined`. */
export function arnByName(resource: Resource): Text | undefined {
  const form = FORMS[resource.type];
  const arn = resource.value('arn');
  if (form === undefined || !isSymbol(arn)) return undefined;
  const name = resource.value(form.name ?? 'name');
  if (!isText(name) || name === '') return undefined;
  const { partition, region, accountId } = resource.placement;
  const { without = [] } = form;
  return SymbolicText.of(
    ...['arn:', partition, `:${form.service}:`],
    ...[without.includes('region') ? '' : region, ':'],
    ...[without.includes('account') ? '' : accountId, `:${form.before}`],
    ...(form.service === 'iam' ? [pathOf(resource)] : []),
    name,
    ...(form.service === 'secretsmanager'
      ? ['-', { unknown: `the end of ${arn.unknown}`, shape: /^[A-Za-z\d]{6}$/ }]
      : []),
  );
}

function pathOf(resource: Resource): Text {
  const path = resource.value('path') ?? '/';
  return isText(path) ? path : '/';
}
