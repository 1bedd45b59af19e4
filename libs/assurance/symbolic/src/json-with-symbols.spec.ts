import { isUnknown, parseJsonWithSymbols, SymbolicText } from './index';

const id = { unknown: 'aws_vpc.main.id' };
const port = { unknown: 'var.port' };

describe('parseJsonWithSymbols', () => {
  it('reads what has no symbol as JSON.parse does', () => {
    const text = '{"a": [1, "x\\"y", null], "b": {"c": true}}';
    expect(parseJsonWithSymbols(text)).toEqual(JSON.parse(text));
  });

  it('gives a symbol in the place of a value as it is', () => {
    const text = SymbolicText.of('{"port": ', port, ', "vpc": "', id, '"}');
    expect(parseJsonWithSymbols(text)).toEqual({ port, vpc: id });
  });

  it('gives a symbol within a text with what is around it', () => {
    const text = SymbolicText.of('["arn:', id, '/\\u002a", "', id, '"]');
    const [arn, vpc] = parseJsonWithSymbols(text) as [SymbolicText, unknown];
    expect(arn.parts).toEqual(['arn:', id, '/*']);
    expect(vpc).toBe(id);
  });

  it('knows nothing of an object of which a key is not known', () => {
    const value = parseJsonWithSymbols(SymbolicText.of('{"a": {"', id, '": 1}}'));
    expect(isUnknown((value as { a: unknown }).a)).toBe(true);
  });

  it('fails when it is not JSON whatever the symbols are', () => {
    expect(() => parseJsonWithSymbols(SymbolicText.of('{"a": ', id))).toThrow(SyntaxError);
  });
});
