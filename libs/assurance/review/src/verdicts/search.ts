import type { Reach, Request, Target, Traffic } from '@culvert/reachability';
import type { GateAnswer } from '@culvert/access';
import type { Grant } from '@culvert/report';
import type { Resource, Text } from '@culvert/terraform-graph';

/** What verdicts are made from: `Reachability`. */
export interface Search {
  /** One way from there to the target. */
  reaches(request: Request): Reach;
  /** Everybody who reaches it. */
  sources(question: { readonly to: Target; readonly traffic: Traffic }): readonly Reach[];
}

/** What policies allow: `Access`. */
export interface Authority {
  authorize(question: {
    readonly caller: { readonly identity: Resource | Text };
    readonly action: string;
    readonly resource: Resource | Text;
    /** It is not settled how the request comes: over the internet, through an endpoint. */
    readonly entry: 'open';
  }): readonly GateAnswer[];
  /** What the identities' own policies allow. */
  grants(): Iterable<Grant>;
}
