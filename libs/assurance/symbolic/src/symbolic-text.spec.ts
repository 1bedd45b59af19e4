import { SymbolicText, type Text, TextPattern, type Truth, type Unknown } from './index';

const X: Unknown = { unknown: 'x' };
const Y: Unknown = { unknown: 'y' };
const API: Unknown = { unknown: 'api', shape: /^[a-z0-9]{10}$/ };
const ENDPOINT: Unknown = { unknown: 'vpce', shape: /^vpce-[0-9a-f]+$/ };
const text = (...parts: Text[]) => SymbolicText.of(...parts);
const unknown = (...missing: string[]): Truth => ({ value: 'unknown', missing });
const is = (value: boolean): Truth => ({ value });

describe('SymbolicText', () => {
  it.each<[string, SymbolicText, Text, Truth]>([
    ['known texts', text('a', 'b'), 'ab', is(true)],
    ['known texts that differ', text('ab'), 'aB', is(false)],
    ['a symbol and itself', text(X), X, is(true)],
    ['symbols with different names', text(X), Y, unknown('x', 'y')],
    ['a symbol among the same text', text('a', X, 'b'), text('a', X, 'b'), is(true)],
    ['a symbol among other text', text('a', X), text('b', X), is(false)],
    ['a symbol and text', text('a', X), 'ab', unknown('x')],
    ['a symbol that the text is too short for', text('ab', X, 'c'), 'ab', is(false)],
    ['a symbol of fitting shape', text(ENDPOINT), 'vpce-0a', unknown('vpce')],
    ['a symbol of another shape', text(ENDPOINT), 'vpce-xy', is(false)],
    ['a symbol of another length', text(API), 'abc', is(false)],
    ['shapes that exclude each other', text(API), ENDPOINT, is(false)],
    ['parts in another division', text('a', text('b', X), ''), text('ab', X), is(true)],
    ['wildcards as characters', text('a*'), 'abc', is(false)],
  ])('compares %s', (_, one, other, expected) => {
    expect(one.equals(other)).toEqual(expected);
    expect(text(other).equals(one)).toEqual(expected);
  });

  it.each<[SymbolicText, Text | TextPattern, Truth]>([
    [text('abc'), 'a*', is(true)],
    [text('abc'), 'a?', is(false)],
    [text('abc'), '*b*', is(true)],
    [text(X), '*', is(true)],
    [text(X), '?', unknown('x')],
    [text(X), '?*', unknown('x')],
    [text(API), '??????????', is(true)],
    [text(API), '?????????', is(false)],
    [text(API), '*?*', is(true)],
    [text(ENDPOINT), 'vpce-*', is(true)],
    [text('arn:', API, '/GET'), text('arn:', API, '/*'), is(true)],
    [text('arn:', API, '/GET'), text('arn:', API, '/POST'), is(false)],
    [text('arn:', API, '/GET'), text('*/POST'), is(false)],
    [text('arn:', X, '/GET'), text('*:', X, '/*'), is(true)],
    [text('arn:', X, '/GET'), text('arn:', Y, '/*'), unknown('x', 'y')],
    [text('abc'), X, unknown('x')],
    [text(X, 'ba'), text(X, 'a'), unknown('x')],
    [text('abc'), text('a', X), unknown('x')],
    [text('abc'), text('b', X), is(false)],
    [text('a:b:c'), TextPattern.glob('a:*', ':'), is(false)],
    [text('a:', X), TextPattern.glob('a:*', ':'), unknown('x')],
    [text('a:', API), TextPattern.glob('a:*', ':'), is(true)],
    [text('a*c'), TextPattern.of('a*', { wildcard: '?' }), is(true)],
    [text('abc'), TextPattern.of('a*', { wildcard: '?' }), is(false)],
    [text('abc'), TextPattern.of(TextPattern.glob('a*'), 'c'), is(true)],
  ])('matches %s with %j', (subject, pattern, expected) => {
    expect(subject.matches(pattern)).toEqual(expected);
  });

  it('ignores case when told to', () => {
    expect(text('aB', X).equals(text('Ab', X), { ignoreCase: true })).toEqual(is(true));
    expect(text(ENDPOINT).equals('VPCE-0A', { ignoreCase: true })).toEqual(unknown('vpce'));
    expect(text('ß', ENDPOINT).matches('SS*', { ignoreCase: true })).toEqual(is(false));
  });

  it('tells distinct symbols apart where nothing else can make them alike', () => {
    const [one, other] = ['a', 'b'].map((unknown) => ({ ...API, unknown, distinctAmong: 'apis' }));
    const arn = (symbol: Text | undefined, rest: string) => text('arn:', symbol ?? '', rest);

    expect(arn(one, '').equals(arn(other, ''))).toEqual(is(false));
    expect(arn(one, '/GET/x').matches(arn(other, '/*'))).toEqual(is(false));
    expect(arn(one, '/GET/x').matches(arn(other, '*'))).toEqual(unknown('a', 'b'));
    expect(arn(one, 'ab').equals(arn(other, 'ab'))).toEqual(unknown('a', 'b'));
    expect(arn(one, '/x').matches(arn(one, '/*'))).toEqual(is(true));
    expect(arn(one, '/x').matches(text(arn(one, '/'), X))).toEqual(unknown('x'));
    expect(arn(one, '').equals(arn(other, ''), { ignoreCase: true })).toEqual(unknown('a', 'b'));
    expect(arn(one, '').equals(arn({ ...API, distinctAmong: 'others' }, ''))).toEqual(
      unknown('a', 'api'),
    );
  });

  it('takes a symbol in a pattern for wildcards, if it may hold some', () => {
    const free = { unknown: 'free', shape: /^[^:]+$/ };

    expect(text('a:c').matches(free)).toEqual(unknown('free'));
    expect(text('a:c').equals(free)).toEqual(is(false));
    expect(text(free).matches(free)).toEqual(is(true));
    expect(text('vpc-1').matches(ENDPOINT)).toEqual(is(false));
  });

  it('has a text when all of it is known, and the names of what is not', () => {
    expect(text('a', 'b').known).toBe('ab');
    expect(text('a', Y, X, Y).known).toBeUndefined();
    expect(text('a', Y, X, Y).unknowns).toEqual(['x', 'y']);
    expect(String(text('a', X))).toBe('a${x}');
  });
});
