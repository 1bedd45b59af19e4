import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkspaceCopy } from '../test/workspace-copy';

describe('the bundles of the apps', () => {
  const copies: WorkspaceCopy[] = [];
  afterAll(() => copies.forEach((copy) => copy.remove()));

  it('are the same, byte for byte, in two clean copies of the workspace', () => {
    const [one, other] = [bundled(), bundled('a-longer-name-')];

    expect(one.size).toBeGreaterThan(0);
    expect([...other.keys()]).toEqual([...one.keys()]);
    for (const [app, zip] of one) {
      expect({ app, same: other.get(app)?.equals(zip) }).toEqual({ app, same: true });
    }
  });

  /** The zips by the names of their apps. */
  function bundled(prefix?: string): Map<string, Buffer> {
    const copy = new WorkspaceCopy(prefix);
    copies.push(copy);
    const { exitCode, output } = copy.run('nx', 'run-many', '-t', 'bundle');
    if (exitCode !== 0) throw new Error(output);
    const apps = readdirSync(join(copy.folder, 'apps'), { withFileTypes: true });
    return new Map(
      apps
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => [
          name,
          readFileSync(join(copy.folder, 'apps', name, 'dist/bundle.zip')),
        ]),
    );
  }
});
