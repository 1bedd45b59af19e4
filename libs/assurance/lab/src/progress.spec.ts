import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { type Output, ProgressLines } from './progress';

/** What a run writes to a stream. */
function written({ isTTY = false, verbose = false } = {}): string {
  const stream: Output & { read(): Buffer } = Object.assign(new PassThrough(), { isTTY });
  const progress = new ProgressLines(stream, verbose);
  progress.note('terraform 1.11.4');
  progress.started('orders', 'plan');
  progress.output('orders', 'Reading...');
  progress.ended('orders', { name: 'plan', ok: false, seconds: 4, error: 'no such thing' });
  progress.close();
  return stream.read().toString();
}

describe('ProgressLines', () => {
  const noColor = process.env['NO_COLOR'];

  beforeEach(() => {
    delete process.env['NO_COLOR'];
  });

  afterAll(() => {
    if (noColor !== undefined) process.env['NO_COLOR'] = noColor;
  });

  it('writes plain lines where there is no terminal', () => {
    expect(written()).toBe(
      'terraform 1.11.4\norders  plan     failed  4.0 s\norders: no such thing\n',
    );
  });

  it('colours on a terminal, unless NO_COLOR is set', () => {
    expect(written({ isTTY: true })).toContain('\u001b[31mfailed');

    process.env['NO_COLOR'] = '1';
    expect(written({ isTTY: true })).toContain('plan     failed  4.0 s');
  });

  it('shows programs’ own output under the stack’s name when verbose', () => {
    expect(stripVTControlCharacters(written({ verbose: true }))).toContain('orders | Reading...');
  });
});
