import type { FlowResult, Report } from '../report';
import { accountBlock, grid, move, stack, type Block } from './block';
import { linesOf } from './lines';
import type { Scene } from './scene';
import { mean, positions } from './steps';

const MARGIN = 24;
const BETWEEN_COLUMNS = 72;
const BETWEEN_ACCOUNTS = 32;

/** Width by height that fits a screen. */
const ASPECT = 2;

/** An account, or a zone outside, and how far along the flows it is. */
interface Placed {
  readonly block: Block;
  readonly position: number;
}

/** Places accounts in columns, so that flows go from left to right; the same for the same report. */
export function layout({ drawing, flows }: Pick<Report, 'drawing' | 'flows'>): Scene {
  const along = positions(flows);
  const accounts = drawing.accounts.map((account) => {
    const block = accountBlock(account, along);
    return { block, position: mean(block.nodes.flatMap(({ id }) => along.get(id) ?? [])) };
  });
  const outside = drawing.outside.map((node) => {
    return { block: grid([node], along), position: along.get(node.id) ?? 0 };
  });
  return sceneOf(
    [
      outside.filter(({ position }) => position <= 0.5),
      ...inColumns(accounts),
      outside.filter(({ position }) => position > 0.5),
    ].filter((column) => column.length > 0),
    flows,
  );
}

/** As many columns as make the drawing fit a screen best. */
function inColumns(accounts: readonly Placed[]): Placed[][] {
  const candidates = accounts.map((_, index) => split(accounts, index + 1));
  const misfit = (columns: Placed[][]) => {
    const blocks = columns.map(blockOf);
    const width = blocks.reduce((sum, block) => sum + block.width + BETWEEN_COLUMNS, 0);
    const height = Math.max(1, ...blocks.map((block) => block.height));
    return Math.abs(Math.log(width / height / ASPECT));
  };
  return candidates.toSorted((a, b) => misfit(a) - misfit(b))[0] ?? [];
}

/** The accounts at which flows begin on the left; each column about as high as the others. */
function split(accounts: readonly Placed[], count: number): Placed[][] {
  const ordered = accounts.toSorted((a, b) => a.position - b.position);
  const total = ordered.reduce((sum, { block }) => sum + block.height, 0);
  const columns: Placed[][] = Array.from({ length: count }, () => []);
  let height = 0;
  for (const account of ordered) {
    const middle = height + account.block.height / 2;
    columns[Math.min(count - 1, Math.floor((middle / total) * count))]?.push(account);
    height += account.block.height;
  }
  return columns
    .filter((column) => column.length > 0)
    .map((column) => column.toSorted((a, b) => accounts.indexOf(a) - accounts.indexOf(b)));
}

function blockOf(column: readonly Placed[]): Block {
  return stack(
    column.map(({ block }) => block),
    BETWEEN_ACCOUNTS,
  );
}

function sceneOf(columns: readonly Placed[][], flows: readonly FlowResult[]): Scene {
  const blocks = columns.map(blockOf);
  const height = Math.max(0, ...blocks.map((block) => block.height));
  let x = MARGIN;
  const placed = blocks.map((block) => {
    const at = move(block, x, MARGIN);
    x += block.width + BETWEEN_COLUMNS;
    return at;
  });
  const nodes = placed.flatMap((block) => block.nodes);
  return {
    width: Math.max(0, x - BETWEEN_COLUMNS) + MARGIN,
    height: height + 2 * MARGIN,
    boxes: placed.flatMap(({ boxes }) => boxes),
    nodes,
    lines: linesOf(flows, nodes),
  };
}
