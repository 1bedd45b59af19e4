import type { Caller, HttpRequest, Request } from '@culvert/reachability';
import type { FlowResult } from '@culvert/report';
import type { ResolvedEnd } from '../ends/resolved-end';
import type { DeclaredFlow } from '../input/flows';
import { formatTraffic, trafficOf } from './traffic';

/** A flow whose ends are known. */
export interface ResolvedFlow {
  readonly declared: DeclaredFlow;
  readonly from: readonly ResolvedEnd[];
  readonly to: readonly ResolvedEnd[];
  readonly caller: Caller;
  /** What the way must lead through, by name. */
  readonly via: readonly string[];
}

/** What is asked for one origin and one target. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly request: Request;
}

/**
 * Each origin with each target.
 *
 * @param members whether what is there suffices, rather than all that may come
 */
export function requestsOf(flow: ResolvedFlow, members: boolean): readonly Asked[] {
  const { declared, from, to, caller, via } = flow;
  const { method, path, host, authorized, action } = declared;
  const http: HttpRequest = {
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(host === undefined ? {} : { host }),
  };
  const rest = {
    traffic: trafficOf(declared),
    as: caller,
    authorized,
    via,
    ...(Object.keys(http).length > 0 ? { http } : {}),
  };
  const targets = to.flatMap((end) => (members && end.members) || end.targets);
  return from
    .flatMap((end): ResolvedEnd['origins'] => (members && end.members) || end.origins)
    .flatMap((origin) =>
      targets.map(({ label, is }) => ({
        from: origin.label,
        to: label,
        request: {
          ...rest,
          from: origin.is,
          to: is.kind === 'resource' && action !== undefined ? { ...is, action } : is,
        },
      })),
    );
}

/** Facts without which the ends are not known; what stands for nothing yet is one of them. */
export function missingOf({ from, to }: Pick<ResolvedFlow, 'from' | 'to'>): readonly string[] {
  return [
    ...[...from, ...to].flatMap(({ missing }) => missing),
    ...from.filter(({ origins }) => origins.length === 0).map(toBe),
    ...to.filter(({ targets }) => targets.length === 0).map(toBe),
  ];
}

function toBe({ label }: ResolvedEnd): string {
  return `what has ${label}`;
}

/** What was declared, for people. */
export function headOf(
  { declared, from, to }: Pick<ResolvedFlow, 'declared' | 'from' | 'to'>,
  expectation: FlowResult['expectation'],
): Pick<FlowResult, 'name' | 'expectation' | 'from' | 'to' | 'traffic'> {
  const { name, method, path, host, action } = declared;
  const request = [formatTraffic(trafficOf(declared)), method, host, path, action];
  return {
    name,
    expectation,
    from: labelOf(from),
    to: labelOf(to),
    traffic: request.filter((part) => part !== undefined).join(' '),
  };
}

/** The ends, for people. */
export function labelOf(ends: readonly ResolvedEnd[]): string {
  return ends.map(({ label }) => label).join(', ') || 'nobody';
}
