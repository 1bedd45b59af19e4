const CONTROL: Readonly<Record<string, string>> = {
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
};

/**
 * Finds `text` also where some of its characters are percent-encoded or escaped in JSON, each up to
 * three times over. Every repetition is bounded, so that no input makes the search slow.
 */
export function secretPattern(text: string): RegExp {
  const pieces = text.match(/\\+|[^\\]/gsu) ?? [];
  return new RegExp(pieces.map(piecePattern).join(''), 'g');
}

/** Finds the bytes of `text` in hex, of whatever case. */
export function hexPattern(text: string): RegExp {
  return new RegExp(Buffer.from(text).toString('hex'), 'gi');
}

function piecePattern(piece: string): string {
  if (/^[\w.-]$/.test(piece)) return piece === '.' ? '\\.' : piece;
  if (piece.startsWith('\\')) {
    const times = `{${piece.length}}`;
    const escaped = `\\\\{${piece.length},${8 * piece.length}}`;
    return `(?:${escaped}|(?:${percent(0x5c)})${times}|(?:${unicode('\\')})${times})`;
  }
  const alternatives = [
    `\\\\{0,7}${literal(piece)}`,
    [...Buffer.from(piece)].map(percent).join(''),
    piece.split('').map(unicode).join(''),
  ];
  const control = CONTROL[piece];
  if (control) alternatives.push(`\\\\{1,8}${control}`);
  if (piece === ' ') alternatives.push('\\+');
  return `(?:${alternatives.join('|')})`;
}

function literal(character: string): string {
  return character.replace(/[$()*+./?[\]^{|}-]/, '\\$&');
}

function percent(byte: number): string {
  return `%(?:25){0,2}${hex(byte, 2)}`;
}

function unicode(unit: string): string {
  return `\\\\{1,8}u${hex(unit.charCodeAt(0), 4)}`;
}

function hex(value: number, digits: number): string {
  return value
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
