import type { OperatorName } from '../../policy';
import { withinRange } from './addresses';
import { equalBytes } from './bytes';
import { type Comparison, negation } from './comparison';
import { date, numeric } from './numbers';
import { equalBoolean, equalIgnoringCase, equalText, likeArn, likeText } from './texts';

const COMPARISONS: Readonly<Record<OperatorName, Comparison>> = {
  StringEquals: equalText,
  StringNotEquals: negation(equalText),
  StringEqualsIgnoreCase: equalIgnoringCase,
  StringNotEqualsIgnoreCase: negation(equalIgnoringCase),
  StringLike: likeText,
  StringNotLike: negation(likeText),
  NumericEquals: numeric('Equals'),
  NumericNotEquals: negation(numeric('Equals')),
  NumericLessThan: numeric('LessThan'),
  NumericLessThanEquals: numeric('LessThanEquals'),
  NumericGreaterThan: numeric('GreaterThan'),
  NumericGreaterThanEquals: numeric('GreaterThanEquals'),
  DateEquals: date('Equals'),
  DateNotEquals: negation(date('Equals')),
  DateLessThan: date('LessThan'),
  DateLessThanEquals: date('LessThanEquals'),
  DateGreaterThan: date('GreaterThan'),
  DateGreaterThanEquals: date('GreaterThanEquals'),
  Bool: equalBoolean,
  BinaryEquals: equalBytes,
  IpAddress: withinRange,
  NotIpAddress: negation(withinRange),
  ArnEquals: likeArn,
  ArnLike: likeArn,
  ArnNotEquals: negation(likeArn),
  ArnNotLike: negation(likeArn),
  Null: {
    ...equalBoolean,
    expects: 'true or false',
    isValid: (value) => /^(?:true|false)$/iu.test(value),
  },
};

export function comparisonOf(name: OperatorName): Comparison {
  return COMPARISONS[name];
}
