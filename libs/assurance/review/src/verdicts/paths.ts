import type { Path, PathHop } from '@culvert/report';
import type { Hop, Reach } from '@culvert/reachability';
import type { Truth } from '@culvert/symbolic';

/** Where a component is, by its name. */
export interface Places {
  /** The id of the drawing's node that stands for it. */
  nodeOf(component: string): string | undefined;
  /** The file that it stands in. */
  fileOf(component: string): string | undefined;
}

/** A way as reports have it. */
export function pathOf(
  { from, to, hops, passes }: { from: string; to: string; hops: readonly Hop[]; passes: Truth },
  places: Places,
): Path {
  return { from, to, passes: wordOf(passes), hops: hopsOf(from, hops, places) };
}

/** The way of what leaks. */
export function leakOf(reach: Reach, to: string, places: Places): Path {
  const { leakingHops, hops, leaks, from } = reach;
  const way = leakingHops.length > 0 ? leakingHops : hops;
  return pathOf({ from: from.label, to, hops: way, passes: leaks }, places);
}

/** A truth as reports have it. */
export function wordOf({ value }: Truth): Path['passes'] {
  if (value === 'unknown') return 'unknown';
  return value ? 'yes' : 'no';
}

/** What is no node itself happens at the node before it, at first at the sender. */
function hopsOf(from: string, hops: readonly Hop[], places: Places): readonly PathHop[] {
  let node = places.nodeOf(from);
  return hops.map(({ kind, component, rule, effect, detail, reply }) => {
    node = places.nodeOf(component) ?? node;
    const file = places.fileOf(component);
    return {
      kind,
      component,
      ...(rule === undefined ? {} : { rule }),
      effect,
      detail,
      ...(reply === undefined ? {} : { reply }),
      ...(node === undefined ? {} : { node }),
      ...(file === undefined ? {} : { file }),
    };
  });
}
