import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const QUEUE = 'arn:aws:sqs:eu-central-1:111111111111:orders';
const FLOWS = `version: 1
access:
  - as: aws_iam_role.app
    action: sqs:SendMessage
    to: aws_sqs_queue.orders
    expect: allowed
`;

/** A workspace with the plan of one stack, `orders`: a role that may do something to a queue. */
export class Planned {
  public readonly folder = mkdtempSync(join(tmpdir(), 'culvert-tools-'));

  public constructor() {
    this.write('stacks/orders/flows.yaml', FLOWS);
  }

  /**
   * Plans what the role may do.
   *
   * @param before what it may in the state, when it is deployed
   */
  public actions(actions: readonly string[], before?: readonly string[]): void {
    const after = resourcesOf(actions);
    const deployed = before === undefined ? [] : resourcesOf(before);
    this.write('plans/orders/plan.json', {
      format_version: '1.2',
      planned_values: { root_module: { resources: after } },
      resource_changes: after.map(({ values, ...resource }, index) => ({
        ...resource,
        change: { actions: ['update'], before: deployed[index]?.values ?? null, after: values },
      })),
      prior_state: { format_version: '1.0', values: { root_module: { resources: deployed } } },
      configuration: {
        root_module: {
          resources: after.map(({ values: _, ...resource }) => ({
            ...resource,
            provider_config_key: 'aws',
          })),
        },
      },
    });
    this.write('cdktf.out/stacks/orders/cdk.tf.json', {
      resource: Object.fromEntries(after.map(({ type, name }) => [type, { [name]: {} }])),
    });
  }

  /** Writes a file, as JSON unless it is text. */
  public write(path: string, content: unknown): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function resourcesOf(actions: readonly string[]) {
  const trust = statement({ Principal: { Service: 'lambda.amazonaws.com' } }, ['sts:AssumeRole']);
  return [
    resource('aws_iam_role', 'app', {
      name: 'app',
      arn: 'arn:aws:iam::111111111111:role/app',
      assume_role_policy: trust,
    }),
    resource('aws_iam_role_policy', 'app', {
      name: 'app',
      role: 'app',
      policy: statement({ Resource: QUEUE }, actions),
    }),
    resource('aws_sqs_queue', 'orders', {
      name: 'orders',
      arn: QUEUE,
      sqs_managed_sse_enabled: true,
    }),
  ];
}

function resource(type: string, name: string, values: Readonly<Record<string, unknown>>) {
  const provider_name = 'registry.terraform.io/hashicorp/aws';
  return { address: `${type}.${name}`, mode: 'managed', type, name, provider_name, values };
}

function statement(rest: object, Action: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, ...rest }],
  });
}
