import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { temporaryFolder } from '../../test/temporary-folder';
import { hashicorpPlatform } from './platform';
import { findTerraform } from './terraform';

const ARCHIVE = zipSync({
  'LICENSE.txt': strToU8('a licence'),
  terraform: strToU8('#!/bin/sh\necho fetched\n'),
});

function sums(archive: Uint8Array) {
  return { [hashicorpPlatform()]: createHash('sha256').update(archive).digest('hex') };
}

/** Serves releases on the loopback interface while `use` runs. */
async function withMirror<T>(
  listener: RequestListener,
  use: (mirror: string) => Promise<T>,
): Promise<T> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A `terraform` that says it is of the version. */
function folderWithTerraform(version: string): string {
  const folder = temporaryFolder();
  const path = join(folder, 'terraform');
  writeFileSync(path, `#!/bin/sh\necho '{"terraform_version":"${version}"}'\n`);
  chmodSync(path, 0o755);
  return folder;
}

function find(environment: NodeJS.ProcessEnv, checksums = sums(ARCHIVE)) {
  const notes: string[] = [];
  const found = findTerraform({
    environment,
    checksums,
    signal: new AbortController().signal,
    note: (text) => notes.push(text),
  });
  return { found, notes };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

describe('findTerraform', () => {
  it('takes the first on the PATH that is new enough', async () => {
    const [old, fitting, newer] = ['1.5.7', '1.11.0', '1.13.2'].map(folderWithTerraform);

    const { found, notes } = find({ PATH: `/nowhere:${old}:${fitting}:${newer}` });

    expect(await found).toEqual({ path: `${fitting}/terraform`, version: '1.11.0' });
    expect(notes).toEqual([]);
  });

  it('takes the real one', async () => {
    const { found } = find(process.env);

    expect((await found).version).toMatch(/^1\.\d+\.\d+$/);
  });

  it('says that the one on the PATH is too old, and fetches the pinned one once', async () => {
    const cache = temporaryFolder();
    const requests: (string | undefined)[] = [];
    await withMirror(
      (request, response) => {
        requests.push(request.url);
        response.end(ARCHIVE);
      },
      async (mirror) => {
        const environment = {
          PATH: folderWithTerraform('1.5.7'),
          XDG_CACHE_HOME: cache,
          CULVERT_TERRAFORM_MIRROR: `${mirror}/hashicorp/`,
        };
        const first = find(environment);
        const { path, version } = await first.found;
        await find(environment).found;

        expect(version).toBe('1.11.4');
        expect(path).toBe(join(cache, 'culvert/terraform/1.11.4/terraform'));
        expect(readFileSync(path, 'utf8')).toContain('echo fetched');
        expect(first.notes[0]).toMatch(/is 1\.5\.7, needed is 1\.11\.0 or later: fetching/);
      },
    );
    expect(requests).toEqual([
      `/hashicorp/terraform/1.11.4/terraform_1.11.4_${hashicorpPlatform()}.zip`,
    ]);
    expect(filesBelow(cache)).toEqual(['terraform']);
  });

  const truncated: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-length': ARCHIVE.length });
    response.write(ARCHIVE.subarray(0, 50));
    setImmediate(() => response.destroy());
  };
  const without = zipSync({ '../terraform': strToU8('elsewhere') });

  it.each<[string, RequestListener, Record<string, string>, RegExp]>([
    [
      'its checksum is another',
      (_, response) => response.end('malware'),
      sums(ARCHIVE),
      /has the SHA-256 \w{64}, pinned is \w{64}: it is not used/,
    ],
    [
      'there is none',
      (_, response) => response.writeHead(404).end(),
      sums(ARCHIVE),
      /could not be fetched: answered 404/,
    ],
    ['the connection breaks', truncated, sums(ARCHIVE), /could not be fetched: /],
    [
      'the archive has none by that name',
      (_, response) => response.end(without),
      sums(without),
      /has no entry "terraform"/,
    ],
  ])('fails when %s, and leaves nothing', async (_, listener, checksums, message) => {
    const cache = temporaryFolder();
    await withMirror(listener, async (mirror) => {
      const environment = { PATH: '', XDG_CACHE_HOME: cache, CULVERT_TERRAFORM_MIRROR: mirror };

      await expect(find(environment, checksums).found).rejects.toThrow(message);
    });
    expect(filesBelow(cache)).toEqual([]);
  });

  it('says what it tried and what to do when there is no Terraform and no network', async () => {
    const unreachable = await withMirror(
      () => undefined,
      async (mirror) => mirror,
    );

    const { found } = find({
      PATH: '',
      XDG_CACHE_HOME: temporaryFolder(),
      CULVERT_TERRAFORM_MIRROR: unreachable,
    });

    await expect(found).rejects.toThrow(
      /no terraform on the PATH[^]*could not be fetched: .*ECONNREFUSED[^]*install Terraform 1\.11\.0 or later on the PATH, or set CULVERT_TERRAFORM_MIRROR/,
    );
  });
});
