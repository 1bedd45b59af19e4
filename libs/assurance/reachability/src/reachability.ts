import type { Network } from '@culvert/network-model';
import type { Gates } from './gates';
import type { Reach } from './reach';
import { once } from './relays/once';
import { Model } from './relays/model';
import type { Request } from './request';
import { ASSUMPTIONS } from './search/assumptions';
import { backward, type Classes } from './search/backward';
import { forward } from './search/forward';
import { classesInside, outsideClasses } from './search/reachers';

/** Who reaches whom through a network, over all that passes requests on. */
export class Reachability {
  /** What is taken for granted, a sentence each. */
  public readonly assumptions = ASSUMPTIONS;
  private readonly model: Model;
  private readonly classes: () => Classes;

  /**
   * @param network is indexed when it is asked about first: it must not change
   * @param gates policies and authorizers
   */
  public constructor(network: Network, gates: Gates) {
    const model = new Model(network, gates);
    this.model = model;
    this.classes = once(() => ({ inside: classesInside(model), outside: outsideClasses(model) }));
  }

  /** Whether it reaches, by the best way: one that surely passes, else perhaps, else the farthest. */
  public reaches(request: Request): Reach {
    return forward(this.model, request);
  }

  /**
   * All who reach the target, or perhaps do, a `Reach` for each class of them and each way.
   *
   * @param target what of requests is settled; without `as`, whoever the policies may let in
   */
  public sources(target: Omit<Request, 'from'>): readonly Reach[] {
    return backward(this.model, target, this.classes());
  }
}
