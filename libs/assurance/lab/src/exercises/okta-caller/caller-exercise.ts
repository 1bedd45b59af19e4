import type { OktaDouble } from '@culvert/okta-double';
import { messageOf } from '../../errors';
import type { BatchReport, CallReport, LoadReport, RotationReport } from '../../report';
import type { DeployedStack, Exercised } from '../exercise';
import type { Account } from '../../embedded-aws/account';
import { runBatch } from './batch';
import { secretParts } from './credentials';
import { type Executions, failureOf } from './executions';
import type { InternalApi } from './internal-api';
import { leaksIn, logsOf } from './leaks';
import type { Caller } from './outputs';
import { rotate } from './rotation';

const CONCURRENT = 100;
/** Calls at once that start as many execution environments as the function may have. */
const WARMING = 24;
const BATCH_ITEMS = 20;

/** Response schemas of api-caller, by the name of the lab's callers. */
const SCHEMAS: Readonly<Record<string, string>> = {
  orders: 'order',
  invoices: 'invoice',
  shipments: 'shipment',
};

/** The calls, one after the other, and everything that was not as it should be. */
export class CallerExercise {
  private readonly problems: string[] = [];
  private readonly canaries: Set<string>;

  public constructor(
    private readonly stack: DeployedStack,
    private readonly account: Account,
    private readonly callers: Readonly<Record<string, Caller>>,
    private readonly okta: OktaDouble,
    private readonly api: InternalApi,
    private readonly executions: Executions,
    canaries: readonly string[],
  ) {
    this.canaries = new Set(canaries);
  }

  public async run(): Promise<Exercised> {
    const calls: CallReport[] = [];
    for (const [name, caller] of Object.entries(this.callers))
      calls.push(await this.call(name, caller));
    const [first] = Object.entries(this.callers);
    if (first === undefined) throw new Error('the stack has no caller');
    const load = await this.load(...first);
    const refusal = await this.refusal(...first);
    const batch = await this.batch(...first);
    const rotations: RotationReport[] = [];
    for (const [name, caller] of Object.entries(this.callers)) {
      rotations.push(await this.rotation(name, caller));
    }
    const leaks = await this.leaks();
    const { count } = this.executions;
    return {
      report: { executions: count, calls, load, refusal, batch, rotations, leaks },
      problems: this.problems,
    };
  }

  /** The JSON that comes back. */
  private async call(name: string, caller: Caller): Promise<CallReport> {
    const execution = await this.executions.run(caller.stateMachineArn, requestOf(name, 'one'));
    const failure = failureOf(execution);
    const { status, body = null } = JSON.parse(execution.output ?? '{}') as {
      readonly status?: number;
      readonly body?: unknown;
    };
    this.expect(status === 200, `${name}: a call returned ${failure ?? String(status)}`);
    return { caller: name, grant: caller.grant, body };
  }

  /**
   * Many at once: each execution environment reads the secret once and asks for one token. The
   * environments are started by few calls, since with many the embedded AWS answers too late for them.
   */
  private async load(name: string, caller: Caller): Promise<LoadReport> {
    const tokensBefore = await this.tokenRequests();
    const environmentsBefore = (await this.environmentsOf(caller)).length;
    const warming = await this.callAtOnce(WARMING, name, caller);
    this.expect(
      warming.length === 0,
      `${name}: ${warming.length} of ${WARMING} executions failed that start environments, first: ${warming[0]}`,
    );
    const failures = await this.callAtOnce(CONCURRENT, name, caller);
    const environments = await this.environmentsOf(caller);
    const secretReads = environments.map(
      ({ calls }) => calls['secretsmanager:GetSecretValue'] ?? 0,
    );
    const tokenRequests = (await this.tokenRequests()) - tokensBefore + environmentsBefore;
    this.expect(
      failures.length === 0,
      `${name}: ${failures.length} of ${CONCURRENT} concurrent executions failed, first: ${failures[0]}`,
    );
    this.expect(
      tokenRequests === environments.length,
      `${name}: ${environments.length} execution environments asked for ${tokenRequests} tokens, not one each`,
    );
    this.expect(
      secretReads.every((reads) => reads === 1),
      `${name}: execution environments read the secret ${secretReads.join(', ')} times, not once each`,
    );
    return {
      caller: name,
      executions: CONCURRENT,
      failed: failures.length,
      environments: environments.length,
      tokenRequests,
      secretReads: secretReads.reduce((sum, reads) => sum + reads, 0),
    };
  }

  private async callAtOnce(count: number, name: string, caller: Caller): Promise<string[]> {
    const ended = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        this.executions.run(caller.stateMachineArn, requestOf(name, `load-${index}`)),
      ),
    );
    return ended.flatMap((execution) => failureOf(execution) ?? []);
  }

  /** What the API forbids fails under that name. */
  private async refusal(name: string, { stateMachineArn }: Caller): Promise<string> {
    const request = { method: 'GET', path: '/forbidden/one' };
    const { status, error = '' } = await this.executions.run(stateMachineArn, request);
    const outcome = `${status} ${error}`.trim();
    this.expect(outcome === 'FAILED Forbidden', `${name}: a forbidden call ended ${outcome}`);
    return outcome;
  }

  private async batch(name: string, caller: Caller): Promise<BatchReport> {
    const requests = Array.from({ length: BATCH_ITEMS }, (_, index) =>
      requestOf(name, `batch-${index}`),
    );
    const nothing = { items: requests.length, succeeded: 0, failed: requests.length };
    const report = await runBatch(this.account, this.executions, caller, requests).catch(
      (error) => {
        this.problems.push(`${name}: the batch failed: ${messageOf(error)}`);
        return nothing;
      },
    );
    this.expect(
      report.succeeded === report.items,
      `${name}: ${report.succeeded} of ${report.items} items of a batch succeeded`,
    );
    return report;
  }

  /** Calls go on while the secret is rotated, and after it. */
  private async rotation(name: string, caller: Caller): Promise<RotationReport> {
    let rotating = true;
    const failures: string[] = [];
    let executions = 0;
    const callOn = async () => {
      do {
        const request = requestOf(name, `rotation-${executions++}`);
        const ended = await this.executions.run(caller.stateMachineArn, request);
        failures.push(...[failureOf(ended) ?? []].flat());
      } while (rotating);
    };
    await this.rememberSecret(caller);
    const calling = [callOn(), callOn()];
    const problem = await rotate(this.account, caller).catch(messageOf);
    rotating = false;
    await Promise.all(calling);
    await callOn();
    await this.rememberSecret(caller);
    if (typeof problem === 'string') this.problems.push(`${name}: ${problem}`);
    this.expect(
      failures.length === 0,
      `${name}: ${failures.length} of ${executions} calls failed while its secret was rotated, first: ${failures[0]}`,
    );
    return { caller: name, rotated: problem === undefined, executions, failed: failures.length };
  }

  /** The names of the places where something secret is. */
  private async leaks(): Promise<readonly string[]> {
    const canaries = [...this.canaries, ...this.api.tokens].filter((canary) => canary !== '');
    const histories = await this.executions.histories();
    const places = {
      ...this.stack.artifacts,
      ...(await logsOf(this.account)),
      'execution histories': histories.join('\n'),
    };
    const leaks = leaksIn(places, canaries);
    for (const place of leaks) this.problems.push(`a secret is in ${place}`);
    return leaks;
  }

  private async rememberSecret(caller: Caller): Promise<void> {
    for (const part of await secretParts(this.account, caller)) this.canaries.add(part);
  }

  private async environmentsOf({ functionName }: Caller) {
    const environments = await this.stack.aws.executionEnvironments();
    return environments.filter((environment) => environment.functionName === functionName);
  }

  private async tokenRequests(): Promise<number> {
    return (await this.okta.counts()).tokenRequests;
  }

  private expect(holds: boolean, problem: string): void {
    if (!holds) this.problems.push(problem);
  }
}

function requestOf(name: string, id: string): object {
  return { method: 'GET', path: `/${name}/${id}`, responseSchema: SCHEMAS[name] };
}
