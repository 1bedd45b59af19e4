import type { FlowResult, Verdict } from '../report';
import type { Rectangle, SceneLine, SceneNode } from './scene';
import { stepsOf, type Step } from './steps';

/** How far lines of different verdicts keep from each other. */
const OFFSETS: Readonly<Record<Verdict, number>> = { PROVEN: 0, REFUTED: 8, UNKNOWN: -8 };

/** Room for the head of an arrow. */
const HEAD = 3;

interface Bundle extends Step {
  readonly verdict: Verdict;
  readonly flows: Set<number>;
}

/** One line for all flows of a verdict that go the same step. */
export function linesOf(flows: readonly FlowResult[], nodes: readonly SceneNode[]): SceneLine[] {
  const places = new Map(nodes.map((node) => [node.id, node]));
  return bundles(flows).flatMap(({ from, to, verdict, blocked, flows: indices }) => {
    const [start, end] = [places.get(from), places.get(to)];
    if (start === undefined || end === undefined) return [];
    return { verdict, blocked, flows: [...indices], ...curve(start, end, OFFSETS[verdict]) };
  });
}

function bundles(flows: readonly FlowResult[]): Bundle[] {
  const found = new Map<string, Bundle>();
  flows.forEach(({ verdict, paths }, index) => {
    for (const step of paths.flatMap(stepsOf)) {
      const key = JSON.stringify([step, verdict]);
      const bundle = found.get(key) ?? { ...step, verdict, flows: new Set() };
      found.set(key, bundle);
      bundle.flows.add(index);
    }
  });
  return [...found.values()];
}

/** Leaves and arrives at the sides; where one is above the other, around them on the right. */
function curve(from: Rectangle, to: Rectangle, offset: number): Pick<SceneLine, 'd' | 'middle'> {
  const y1 = from.y + from.height / 2 + offset;
  const y2 = to.y + to.height / 2 + offset;
  const forward = to.x >= from.x + from.width;
  const back = to.x + to.width <= from.x;
  const x1 = back ? from.x : from.x + from.width;
  const x2 = forward ? to.x - HEAD : to.x + to.width + HEAD;
  const bend = forward || back ? Math.max(28, Math.abs(x2 - x1) / 2) : 30 + Math.abs(y2 - y1) / 12;
  const c1 = back ? x1 - bend : x1 + bend;
  const c2 = forward ? x2 - bend : x2 + bend;
  return {
    d: `M${round(x1)} ${round(y1)}C${round(c1)} ${round(y1)} ${round(c2)} ${round(y2)} ${round(x2)} ${round(y2)}`,
    middle: [round((x1 + 3 * c1 + 3 * c2 + x2) / 8), round((y1 + y2) / 2)],
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
