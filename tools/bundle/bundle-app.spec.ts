import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { runTool, workspaceRoot } from '../test/run-script';

const SOURCES = {
  'src/index.ts': `
    import { parse } from 'yaml';
    import { greeting } from './greeting';
    export const handler = async (name: string) => parse(\`text: \${greeting(name)}\`);
  `,
  'src/greeting.ts': `
    export class Greeting extends Error { get name() { return 'Greeting' as const; } }
    export const greeting = (name: string) => \`\${new Greeting().name}, \${name}\`;
  `,
};

describe('bundle-app', () => {
  const root = mkdtempSync(join(tmpdir(), 'culvert-bundle-'));
  const one = join(root, 'one');
  const other = join(root, 'deep', 'and', 'elsewhere');

  beforeAll(() => {
    for (const [file, source] of Object.entries(SOURCES)) {
      mkdirSync(dirname(join(one, file)), { recursive: true });
      writeFileSync(join(one, file), source);
    }
    cpSync(one, other, { recursive: true });
    for (const app of [one, other]) {
      mkdirSync(join(app, 'node_modules'));
      // a package of its own: a link would be followed to one and the same place
      cpSync(join(workspaceRoot, 'tools/node_modules/yaml'), join(app, 'node_modules/yaml'), {
        recursive: true,
      });
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  function bundled(app: string, env?: NodeJS.ProcessEnv) {
    const { exitCode, stdout, stderr } = runTool('bundle/bundle-app.mjs', [app], { env });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    return { stdout, zip: readFileSync(join(app, 'dist/bundle.zip')) };
  }

  it('gives the same bytes again, in another folder and in another time zone', () => {
    const { zip } = bundled(one);

    expect(bundled(one).zip.equals(zip)).toBe(true);
    expect(bundled(other, { TZ: 'Asia/Tokyo' }).zip.equals(zip)).toBe(true);
  });

  it('gives other bytes for another source', () => {
    const { zip } = bundled(one);
    const changed = join(root, 'changed');
    cpSync(one, changed, { recursive: true });
    writeFileSync(
      join(changed, 'src/greeting.ts'),
      SOURCES['src/greeting.ts'].replace("'Greeting'", "'Farewell'"),
    );

    expect(bundled(changed).zip.equals(zip)).toBe(false);
  });

  it('runs without anything beside it, and everybody may read it', async () => {
    const { zip } = bundled(one);
    const files = unzipSync(zip);
    const folder = mkdtempSync(join(root, 'unzipped-'));
    const file = join(folder, 'index.js');
    writeFileSync(file, files['index.js'] ?? '');

    const { handler } = jest.requireActual<{ handler: (name: string) => Promise<unknown> }>(file);

    await expect(handler('Ada')).resolves.toEqual({ text: 'Greeting, Ada' });
    expect(modes(zip)).toEqual([0o100644, 0o100644]);
  });

  it('tells the size, and whose code is in it', () => {
    const { stdout, zip } = bundled(one);
    const licenses = Buffer.from(unzipSync(zip)['THIRD-PARTY-LICENSES.txt'] ?? '').toString();

    expect(stdout).toBe(
      `${one}/dist/bundle.zip: ${(zip.length / 1000).toFixed(1)} kB, ` +
        `${(unzippedBytes(zip) / 1000).toFixed(1)} kB unzipped\n`,
    );
    expect(licenses).toMatch(/^yaml [\d.]+ \(ISC\)\n\nCopyright /);
  });

  it('fails when there is nothing to bundle, or an import leads nowhere', () => {
    const broken = join(root, 'broken');
    mkdirSync(join(broken, 'src'), { recursive: true });
    const none = runTool('bundle/bundle-app.mjs', [broken]);
    writeFileSync(join(broken, 'src/index.ts'), "export * from './missing';");
    const wrong = runTool('bundle/bundle-app.mjs', [broken]);

    expect(none).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('src/index.ts') });
    expect(wrong).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(
        /^.*broken cannot be bundled: [^]*Could not resolve ".\/missing"/,
      ),
    });
  });
});

function unzippedBytes(zip: Buffer): number {
  return Object.values(unzipSync(zip)).reduce((sum, { length }) => sum + length, 0);
}

/** Of the entries in the zip's central directory. */
function modes(zip: Buffer): number[] {
  const found: number[] = [];
  const signature = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = zip.indexOf(signature); at >= 0; at = zip.indexOf(signature, at + 1)) {
    found.push(zip.readUInt32LE(at + 38) >>> 16);
  }
  return found;
}
