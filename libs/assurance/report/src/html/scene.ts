import type { Verdict } from '../report';

/** What the page draws: all in pixels, nothing left to be decided. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly SceneBox[];
  readonly nodes: readonly SceneNode[];
  readonly lines: readonly SceneLine[];
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An account or a VPC. */
export interface SceneBox extends Rectangle {
  readonly kind: 'account' | 'vpc';
  readonly label: string;
}

export interface SceneNode extends Rectangle {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  /** Whether no flow passes it. */
  readonly quiet: boolean;
}

/** From one node to the next, for all flows of one verdict. */
export interface SceneLine {
  readonly verdict: Verdict;
  /** Whether the traffic gets no further. */
  readonly blocked: boolean;
  /** An SVG path. */
  readonly d: string;
  /** Where a mark of the verdict goes. */
  readonly middle: readonly [x: number, y: number];
  /** Indices of flows. */
  readonly flows: readonly number[];
}
