import { isUnknown, SymbolicText, type Text, type Unknown } from '@culvert/symbolic';
import { type Listed, PRINCIPAL_TYPES, type PrincipalEntry, type Statement } from '../policy';
import { below, type Problems, shown } from './problems';
import { readConditions } from './read-conditions';
import { readObject, readTexts, requireKnown } from './read-values';

const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;

/** A statement that stands for all that a symbol may turn out to be. */
export function unreadStatement(id: string, symbol: Unknown): Statement {
  return { id, effect: symbol, conditions: [], unread: [symbol.unknown] };
}

export function readStatement(
  value: unknown,
  position: string,
  pointer: string,
  problems: Problems,
): Statement {
  if (isUnknown(value)) {
    return unreadStatement(position, value);
  }
  const object = readObject(value, pointer, problems);
  if (object === undefined) {
    return { id: position, effect: 'Deny', conditions: [], unread: [] };
  }
  requireKnown(object, ELEMENTS, pointer, problems);
  const sid = object['Sid'];
  const condition = object['Condition'];
  const at = new Elements(object, pointer, problems);
  const principals = at.listed('Principal', 'NotPrincipal', readPrincipals);
  const actions = at.listed('Action', 'NotAction', readTexts);
  const resources = at.listed('Resource', 'NotResource', readTexts);
  if (actions === undefined) {
    problems.add(pointer, 'has no Action: add one');
  }
  return {
    id: typeof sid === 'string' && sid !== '' ? sid : position,
    effect: readEffect(object['Effect'], pointer, problems),
    ...(principals && { principals }),
    ...(actions && { actions }),
    ...(resources && { resources }),
    ...(condition === undefined
      ? { conditions: [], unread: [] }
      : readConditions(condition, below(pointer, 'Condition'), problems)),
  };
}

type Reader<T> = (value: unknown, pointer: string, problems: Problems) => readonly T[];

class Elements {
  public constructor(
    private readonly object: Readonly<Record<string, unknown>>,
    private readonly pointer: string,
    private readonly problems: Problems,
  ) {}

  /** An element or its opposite; both at once are a problem. */
  public listed<T>(name: string, opposite: string, read: Reader<T>): Listed<T> | undefined {
    const [one, other] = [this.object[name], this.object[opposite]];
    if (one !== undefined && other !== undefined) {
      this.problems.add(this.pointer, `has ${name} and ${opposite}: remove one of them`);
    }
    const except = one === undefined;
    const value = except ? other : one;
    return value === undefined
      ? undefined
      : {
          except,
          values: read(value, below(this.pointer, except ? opposite : name), this.problems),
        };
  }
}

function readEffect(value: unknown, pointer: string, problems: Problems): Statement['effect'] {
  if (value === 'Allow' || value === 'Deny' || isUnknown(value)) {
    return value;
  }
  problems.add(below(pointer, 'Effect'), `found ${shown(value)}: use Allow or Deny`);
  return 'Deny';
}

function readPrincipals(
  value: unknown,
  pointer: string,
  problems: Problems,
): readonly PrincipalEntry[] {
  if (isUnknown(value) || value === '*') {
    return [{ type: '*', value }];
  }
  if (typeof value === 'string' || value instanceof SymbolicText) {
    problems.add(pointer, `found ${shown(value)}: use "*" or an object such as {"AWS": …}`);
    return [];
  }
  const object = readObject(value, pointer, problems) ?? {};
  requireKnown(object, PRINCIPAL_TYPES, pointer, problems);
  return PRINCIPAL_TYPES.flatMap((type) =>
    object[type] === undefined
      ? []
      : readTexts(object[type], below(pointer, type), problems).map((each: Text) => ({
          type,
          value: each,
        })),
  );
}
