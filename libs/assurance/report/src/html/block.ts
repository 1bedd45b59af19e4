import type { DrawnAccount, DrawnNode } from '../report';
import type { SceneBox, SceneNode } from './scene';

const NODE = { width: 242, height: 42 };
const GAP = { x: 56, y: 14 };
const PADDING = 16;
const TITLE = 24;

/** How many nodes a box shows of those that no flow passes. */
const QUIET_NODES = 6;

/** Boxes and nodes that keep their places to each other, from 0, 0. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly SceneBox[];
  readonly nodes: readonly SceneNode[];
}

/** An account: its VPCs one below the other, and below them what is in none. */
export function accountBlock(account: DrawnAccount, positions: ReadonlyMap<string, number>): Block {
  const vpcs = account.vpcs.map(({ label, nodes }) => {
    return boxed('vpc', label, stack([grid(nodes, positions)]));
  });
  const rest = account.nodes.length === 0 ? [] : [inset(grid(account.nodes, positions))];
  return boxed('account', account.label, stack([...vpcs, ...rest]));
}

/** Nodes in columns, in the order in which flows pass them. */
export function grid(nodes: readonly DrawnNode[], positions: ReadonlyMap<string, number>): Block {
  const shown = withoutCrowd(nodes, positions);
  const columns = Math.min(3, Math.ceil(shown.length / 3));
  const rows = Math.ceil(shown.length / Math.max(1, columns));
  return {
    width: columns * NODE.width + Math.max(0, columns - 1) * GAP.x,
    height: rows * NODE.height + Math.max(0, rows - 1) * GAP.y,
    boxes: [],
    nodes: shown.map((node, index) => ({
      ...node,
      ...NODE,
      x: Math.floor(index / rows) * (NODE.width + GAP.x),
      y: (index % rows) * (NODE.height + GAP.y),
      quiet: !positions.has(node.id),
    })),
  };
}

/** All that flows pass, and a few of the others. */
function withoutCrowd(
  nodes: readonly DrawnNode[],
  positions: ReadonlyMap<string, number>,
): DrawnNode[] {
  const passed = nodes
    .filter(({ id }) => positions.has(id))
    .toSorted((a, b) => (positions.get(a.id) ?? 0) - (positions.get(b.id) ?? 0));
  const quiet = nodes.filter(({ id }) => !positions.has(id));
  const hidden = quiet.length - QUIET_NODES;
  if (hidden <= 1) return [...passed, ...quiet];
  const more = { id: '', kind: 'passed by no flow', label: `${hidden} more` };
  return [...passed, ...quiet.slice(0, QUIET_NODES), more];
}

/** One below the other. */
export function stack(blocks: readonly Block[], gap: number = GAP.y): Block {
  let height = 0;
  const moved = blocks.map((block) => {
    const at = move(block, 0, height);
    height += block.height + gap;
    return at;
  });
  return {
    width: Math.max(0, ...blocks.map(({ width }) => width)),
    height: Math.max(0, height - gap),
    boxes: moved.flatMap(({ boxes }) => boxes),
    nodes: moved.flatMap(({ nodes }) => nodes),
  };
}

export function move({ width, height, boxes, nodes }: Block, x: number, y: number): Block {
  return {
    width,
    height,
    boxes: boxes.map((box) => ({ ...box, x: box.x + x, y: box.y + y })),
    nodes: nodes.map((node) => ({ ...node, x: node.x + x, y: node.y + y })),
  };
}

function boxed(kind: SceneBox['kind'], label: string, content: Block): Block {
  const width = Math.max(content.width, NODE.width) + 2 * PADDING;
  const height = content.height + TITLE + 2 * PADDING;
  const inner = move(content, PADDING, TITLE + PADDING);
  return {
    width,
    height,
    boxes: [{ kind, label, x: 0, y: 0, width, height }, ...inner.boxes],
    nodes: inner.nodes,
  };
}

/** As far to the right as the nodes of a VPC above it. */
function inset(block: Block): Block {
  const moved = move(block, PADDING, 0);
  return { ...moved, width: block.width + 2 * PADDING };
}
