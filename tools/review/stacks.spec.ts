import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { withEmbeddedTerraform } from '@culvert/lab';
import { format } from '@culvert/report';
import { workspaceRoot } from '../test/run-script';
import { withPage } from './private/opened-page';
import { type PlannedStack, planStack } from './private/planned-stack';
import { mutate, type Outcome } from './private/score';
import { reviewAll } from './private/six-stacks';
import { HARMLESS, REDUNDANT } from './private/survivors';

const stacks = globSync('stacks/*/flows.yaml', { cwd: workspaceRoot })
  .map((file) => basename(dirname(file)))
  .sort();
const folder = mkdtempSync(join(tmpdir(), 'culvert-stacks-'));
const planned = new Map<string, PlannedStack>();

beforeAll(async () => {
  await withEmbeddedTerraform(async (terraform) => {
    for (const stack of stacks) planned.set(stack, await planStack(stack, folder, terraform));
  });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

it('is about every stack', () => {
  const all = globSync('stacks/*/package.json', { cwd: workspaceRoot });
  expect(stacks).toEqual(all.map((file) => basename(dirname(file))).sort());
});

describe('the page about the six stacks', () => {
  /** A flow of each, and what decides it. */
  const DECIDED = [
    [
      'calls come to the service in the application account',
      'PROVEN',
      'aws_vpc_endpoint_connection_accepter.',
    ],
    [
      'calls come to the service on-prem',
      'PROVEN',
      'aws_ec2_transit_gateway_vpc_attachment_accepter.',
    ],
    ['callers reach Okta', 'PROVEN', 'aws_vpc_security_group_egress_rule.caller_egress_'],
    ['callers reach the collection', 'REFUTED', 'no method takes GET /orders'],
    ['the reader reads through the other endpoint', 'REFUTED', 'OnlyThroughTheNamedEndpoint'],
    ['anybody deletes an order', 'REFUTED', 'no method takes DELETE /orders/4711'],
  ] as const;
  let page: string;

  beforeAll(() => {
    const report = reviewAll([...planned.values()], folder);
    page = join(folder, 'report.html');
    writeFileSync(page, format(report, 'html'));
  });

  it(
    'shows of a flow that is clicked what decides it',
    () =>
      withPage(page, async (opened) => {
        for (const [flow, verdict, decides] of DECIDED) {
          await opened.getByRole('option').filter({ hasText: flow }).click();

          const detail = opened.locator('#detail');
          expect(await detail.getByRole('heading', { level: 2 }).textContent()).toContain(flow);
          expect(await detail.textContent()).toContain(verdict);
          const deciding = detail.locator('.hops li').filter({ hasText: decides }).first();
          expect(await deciding.isVisible()).toBe(true);
          expect(await opened.locator('#canvas .node.on').count()).toBeGreaterThan(0);
        }
      }),
    60_000,
  );

  it(
    'draws all six',
    () =>
      withPage(page, async (opened) => {
        const drawing = await opened.locator('#canvas').textContent();
        for (const { name } of planned.values()) expect(drawing).toContain(name);
        for (const name of ['mutual-tls', 'signed-api', 'containers']) {
          expect(drawing).toContain(name);
        }
      }),
    60_000,
  );
});

describe.each(stacks)('%s, with one thing changed in its plan', (stack) => {
  let outcomes: readonly Outcome[];
  let unproven: readonly string[];

  beforeAll(() => {
    const { documents, declared } = planned.get(stack) ?? failing(stack);
    ({ outcomes, unproven } = mutate(documents, declared));
    const score = (kind: Outcome['kind']) => {
      const all = outcomes.filter((one) => one.kind === kind);
      return `${all.filter(isNoticed).length} of ${all.length} ${kind}`;
    };
    process.stdout.write(`${stack}: ${score('removed')} and ${score('widened')} are noticed\n`);
  }, 300_000);

  it('is proven before anything is changed, and before it is deployed', () => {
    expect(unproven).toEqual([]);
  });

  it('loses no flow but those whose way something is on that is removed', () => {
    const removed = outcomes.filter(({ kind }) => kind === 'removed');
    expect(removed.length).toBeGreaterThan(0);
    const unexplained = removed.map(({ component, changed, dependent }) => ({
      component,
      flows: changed.filter((flow) => !dependent.includes(flow)),
    }));
    expect(unexplained.filter(({ flows }) => flows.length > 0)).toEqual([]);
  });

  it('loses a flow when something is removed, unless something else does the same', () => {
    expect(survivors(outcomes, 'removed')).toEqual(
      explained(outcomes, 'removed', REDUNDANT[stack]),
    );
  });

  it('has a flow refuted, or a finding, when something is opened, unless it opens nothing', () => {
    expect(survivors(outcomes, 'widened')).toEqual(explained(outcomes, 'widened', HARMLESS[stack]));
  });
});

function survivors(outcomes: readonly Outcome[], kind: Outcome['kind']): readonly string[] {
  return outcomes.filter((one) => one.kind === kind && !isNoticed(one)).map(nameOf);
}

/** Those of them that must survive. */
function explained(
  outcomes: readonly Outcome[],
  kind: Outcome['kind'],
  parts: readonly RegExp[] = [],
): readonly string[] {
  return outcomes
    .filter((one) => one.kind === kind)
    .map(nameOf)
    .filter((name) => parts.some((part) => part.test(name)));
}

function nameOf({ component, change }: Outcome): string {
  return `${component}: ${change}`;
}

function isNoticed({ changed, findings }: Outcome): boolean {
  return changed.length > 0 || findings.length > 0;
}

function failing(stack: string): never {
  throw new Error(`${stack} was not planned`);
}
