import { SymbolicText, TextPattern } from '@culvert/symbolic';
import { globOf, matchArn } from '../arn-matching';
import type { Comparison } from './comparison';

const TEXT = { expects: 'text', isValid: () => true, negated: false, variables: true };

export const equalText: Comparison = {
  ...TEXT,
  matches: (value, expected) => value.matches(TextPattern.of(...expected.map(({ text }) => text))),
};

export const equalIgnoringCase: Comparison = {
  ...TEXT,
  matches: (value, expected) =>
    value.equals(SymbolicText.of(...expected.map(({ text }) => text)), { ignoreCase: true }),
};

export const likeText: Comparison = {
  ...TEXT,
  matches: (value, expected) => value.matches(globOf(expected)),
};

export const likeArn: Comparison = { ...TEXT, matches: matchArn };

export const equalBoolean: Comparison = {
  ...equalIgnoringCase,
  expects: 'true, false or a variable',
  isValid: (value) => /^(?:true|false)$|\$\{/iu.test(value),
};
