import { isUnknown, SymbolicText } from '@culvert/symbolic';
import { type Condition, type Operator, OPERATOR_NAMES } from '../policy';
import { comparisonOf } from './comparisons';
import { below, type Problems, shown } from './problems';
import { readObject, readTexts } from './read-values';

const OPERATOR = /^(?:(?<set>ForAllValues|ForAnyValue):)?(?<name>\w+?)(?<ifExists>IfExists)?$/u;

/** What a `Condition` asks for, and the symbols that stand for more of it. */
export interface Conditions {
  readonly conditions: readonly Condition[];
  readonly unread: readonly string[];
}

/** Every key of every operator in a `Condition`. */
export function readConditions(value: unknown, pointer: string, problems: Problems): Conditions {
  if (isUnknown(value)) {
    return { conditions: [], unread: [value.unknown] };
  }
  const read = Object.entries(readObject(value, pointer, problems) ?? {}).map(
    ([written, keys]): Conditions => {
      const at = below(pointer, written);
      const operator = readOperator(written, at, problems);
      if (isUnknown(keys)) {
        return { conditions: [], unread: [keys.unknown] };
      }
      const entries = Object.entries(readObject(keys, at, problems) ?? {});
      const conditions = entries.flatMap(([key, values]) =>
        operator === undefined
          ? []
          : readCondition(operator, key, values, below(at, key), problems),
      );
      return { conditions, unread: [] };
    },
  );
  return {
    conditions: read.flatMap(({ conditions }) => conditions),
    unread: read.flatMap(({ unread }) => unread),
  };
}

function readOperator(written: string, pointer: string, problems: Problems): Operator | undefined {
  const groups = OPERATOR.exec(written)?.groups ?? {};
  const name = OPERATOR_NAMES.find((known) => known === groups['name']);
  const ifExists = groups['ifExists'] !== undefined;
  if (name === undefined || (name === 'Null' && (ifExists || groups['set'] !== undefined))) {
    problems.add(pointer, 'is not a condition operator: use one such as StringEquals');
    return undefined;
  }
  const set = (['ForAllValues', 'ForAnyValue'] as const).find((known) => known === groups['set']);
  return { name, ifExists, ...(set === undefined ? {} : { set }) };
}

function readCondition(
  operator: Operator,
  key: string,
  value: unknown,
  pointer: string,
  problems: Problems,
): Condition {
  const values = readTexts(value, pointer, problems);
  const { expects, isValid } = comparisonOf(operator.name);
  for (const known of values.map((each) => SymbolicText.of(each).known)) {
    if (known !== undefined && !isValid(known)) {
      problems.add(pointer, `expected ${expects}, found ${shown(known)}`);
    }
  }
  return { operator, key, values };
}
