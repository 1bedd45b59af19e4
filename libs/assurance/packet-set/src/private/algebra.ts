import { type Branch, BranchBuilder, type Diagram, equal, isBranch, type Point } from './diagram';

/** What two diagrams make where that needs no look inside. */
type Operation = (one: Diagram, other: Diagram) => Diagram | undefined;

const UNION: Operation = (one, other) => {
  if (one === true || other === false) {
    return one;
  }
  return one === false || other === true || equal(one, other) ? other : undefined;
};

const INTERSECTION: Operation = (one, other) => {
  if (one === false || other === true) {
    return one;
  }
  return one === true || other === false || equal(one, other) ? other : undefined;
};

const DIFFERENCE: Operation = (one, other) => {
  if (one === false || other === false) {
    return one;
  }
  return other === true || equal(one, other) ? false : undefined;
};

export function union(one: Diagram, other: Diagram): Diagram {
  return combine(UNION, one, other, new Map());
}

export function intersection(one: Diagram, other: Diagram): Diagram {
  return combine(INTERSECTION, one, other, new Map());
}

export function difference(one: Diagram, other: Diagram): Diagram {
  return combine(DIFFERENCE, one, other, new Map());
}

/** Of neighbours first, so that what is alike meets early and nothing large is carried along. */
export function unionOf(diagrams: readonly Diagram[]): Diagram {
  if (diagrams.length <= 2) {
    const [one = false, other = false] = diagrams;
    return union(one, other);
  }
  const half = diagrams.length >> 1;
  return union(unionOf(diagrams.slice(0, half)), unionOf(diagrams.slice(half)));
}

type Memo = Map<Diagram, Map<Diagram, Diagram>>;

function combine(operation: Operation, one: Diagram, other: Diagram, memo: Memo): Diagram {
  const known = operation(one, other) ?? memo.get(one)?.get(other);
  if (known !== undefined) {
    return known;
  }
  const level = Math.min(levelOf(one), levelOf(other));
  const result = sweep(operation, at(level, one), at(level, other), memo);
  const results = memo.get(one);
  if (results === undefined) {
    memo.set(one, new Map([[other, result]]));
  } else {
    results.set(other, result);
  }
  return result;
}

function levelOf(diagram: Diagram): number {
  return isBranch(diagram) ? diagram.level : Infinity;
}

/** The diagram as a branch on this level, though it may not depend on it. */
function at(level: number, diagram: Diagram): Branch {
  return isBranch(diagram) && diagram.level === level
    ? diagram
    : { level, cuts: [], children: [diagram], hash: 0 };
}

function sweep(operation: Operation, one: Branch, other: Branch, memo: Memo): Diagram {
  const builder = new BranchBuilder(one.level);
  let from: Point = 0;
  let [i, j] = [0, 0];
  for (;;) {
    const [left = false, right = false] = [one.children[i], other.children[j]];
    builder.add(from, combine(operation, left, right, memo));
    const [a, b] = [one.cuts[i], other.cuts[j]];
    if (a === undefined && b === undefined) {
      return builder.build();
    }
    const both = a === b;
    if (both || b === undefined || (a !== undefined && a < b)) {
      from = a ?? from;
      i += 1;
      j += both ? 1 : 0;
    } else {
      from = b;
      j += 1;
    }
  }
}
