import { and, or, TRUE, type Truth } from '@culvert/symbolic';
import type { AccessRequest } from '../access-request';
import type { Caller } from '../caller';
import type { DecidingStatement } from '../decision';
import type { NamedPolicy, PolicyKind } from '../policies';
import type { Context } from './context';
import { isNamed, type Naming, NAMED_BY_NOTHING } from './match-principal';
import { type Match, matchStatement, namesOf } from './match-statement';

/** A statement, and what it says about the request. */
interface Judged extends Match {
  /** How it names the caller; in policies that belong to the caller, by nothing. */
  readonly names: Naming;
  readonly statement: DecidingStatement;
}

/** What a request is held against. */
export interface Asked {
  readonly request: AccessRequest;
  readonly context: Context;
  /** Whether the caller has a permissions boundary. */
  readonly isBounded: boolean;
}

/** Policies of which one must allow, and none may deny. */
export class Gate {
  /** Policies that belong to the caller or to an account: they name nobody. */
  public static ofCaller(kind: PolicyKind, policies: readonly NamedPolicy[], asked: Asked): Gate {
    return new Gate(kind, judge(kind, policies, asked), false);
  }

  /** Policies that name who may. */
  public static ofResource(kind: PolicyKind, policies: readonly NamedPolicy[], asked: Asked): Gate {
    return new Gate(kind, judge(kind, policies, asked, asked.request.caller), true);
  }

  private constructor(
    public readonly kind: PolicyKind,
    private readonly judged: readonly Judged[],
    private readonly namesCallers: boolean,
  ) {}

  /** Whether a statement allows, whoever it names the caller by. */
  public get allows(): Truth {
    return or(...this.judged.map((each) => and(each.allows, this.reaches(each))));
  }

  public get denies(): Truth {
    return or(...this.judged.map((each) => and(each.denies, this.reaches(each))));
  }

  /** Whether a statement allows that names the caller so. */
  public allowsBy(how: keyof Naming, which: (judged: Match) => boolean = () => true): Truth {
    return or(
      ...this.judged
        .filter(which)
        .map(({ allows, applies, names }) => and(allows, applies, names[how])),
    );
  }

  /** The statements that surely, or perhaps, allow or deny. */
  public statements(effect: 'allows' | 'denies', value: Truth['value']): DecidingStatement[] {
    return this.judged
      .filter((each) => and(each[effect], this.reaches(each)).value === value)
      .map(({ statement }) => statement);
  }

  private reaches({ applies, names }: Judged): Truth {
    return and(applies, this.namesCallers ? isNamed(names) : TRUE);
  }
}

function judge(
  kind: PolicyKind,
  policies: readonly NamedPolicy[],
  { request, context, isBounded }: Asked,
  caller?: Caller,
): Judged[] {
  return policies.flatMap(({ name, policy }) =>
    policy.statements.map((statement) => ({
      ...matchStatement(statement, policy.version, request, context),
      names: caller === undefined ? NAMED_BY_NOTHING : namesOf(statement, caller, isBounded),
      statement: { kind, policy: name, statement: statement.id },
    })),
  );
}
