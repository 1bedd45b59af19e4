import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { temporaryFolder } from '../../test/temporary-folder';
import { hashicorpPlatform } from './platform';
import { provideAwsProvider } from './provider';
import { findProviderMirror, usualMirrors } from './provider-mirror';
import { fetchProvider } from './provider-registry';

const PLATFORM = hashicorpPlatform();
const AWS = 'registry.terraform.io/hashicorp/aws';

/** A proxy that nothing listens as: no registry can be reached through it. */
const NO_WAY_OUT = 'http://127.0.0.1:1';

function write(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function unpackedMirror(...versions: string[]): string {
  const folder = temporaryFolder();
  for (const version of versions) {
    write(join(folder, AWS, version, PLATFORM, `terraform-provider-aws_v${version}`), '');
  }
  return folder;
}

function packedMirror(version: string, platform = PLATFORM): string {
  const folder = temporaryFolder();
  const archive = zipSync({ [`terraform-provider-aws_v${version}`]: strToU8('#!/bin/sh') });
  write(join(folder, AWS, `terraform-provider-aws_${version}_${platform}.zip`), archive);
  return folder;
}

interface Places {
  readonly mirrors?: readonly string[];
  readonly home?: string;
  readonly cache?: string;
  readonly cliConfiguration?: string;
}

function provide({ mirrors = [], home, cache, cliConfiguration }: Places) {
  const notes: string[] = [];
  const folder = temporaryFolder();
  const provided = provideAwsProvider({
    terraform: 'terraform',
    folder,
    mirrors,
    environment: {
      PATH: process.env['PATH'],
      HOME: home ?? temporaryFolder(),
      XDG_CACHE_HOME: cache ?? temporaryFolder(),
      TF_CLI_CONFIG_FILE: cliConfiguration,
      HTTPS_PROXY: NO_WAY_OUT,
    },
    signal: new AbortController().signal,
    note: (text) => notes.push(text),
  });
  return { provided, folder, notes };
}

describe('provideAwsProvider', () => {
  const INSTALLATION = '# mine\nprovider_installation {\n  direct {}\n}\n';

  it.each([
    ['TF_CLI_CONFIG_FILE', (file: string) => ({ cliConfiguration: file })],
    ['the home folder', (file: string) => ({ home: dirname(file) })],
  ])('uses the user’s own configuration from %s when it says where from', async (_, places) => {
    const file = write(join(temporaryFolder(), '.terraformrc'), INSTALLATION);

    const { provided } = provide({ mirrors: [unpackedMirror('5.100.0')], ...places(file) });

    expect(await provided).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe(INSTALLATION);
  });

  it.each([
    ['does not exist', undefined],
    ['says nothing of providers', 'disable_checkpoint = true\n'],
    ['has it in a comment only', '# provider_installation { }\n// provider_installation\n'],
  ])('generates one in the run’s folder when the user’s %s', async (_, content) => {
    const file = join(temporaryFolder(), 'user.tfrc');
    if (content !== undefined) write(file, content);
    const mirror = unpackedMirror('5.100.0');

    const { provided, folder } = provide({ mirrors: [mirror], cliConfiguration: file });

    expect(dirname(await provided)).toBe(folder);
    expect(readFileSync(await provided, 'utf8')).toContain(`path    = "${mirror}"`);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(content);
  });

  it('takes the first mirror with a version that fits, packed or not, and the newest in it', async () => {
    const mirrors = [
      join(temporaryFolder(), 'missing'),
      unpackedMirror('5.99.1', '7.0.0', '6.0.0-beta1'),
      packedMirror('6.1.0', 'plan9_amd64'),
      packedMirror('5.100.0'),
      unpackedMirror('6.2.0'),
    ];

    const { provided, notes } = provide({ mirrors });
    await provided;
    expect(notes).toEqual([`hashicorp/aws 5.100.0 from ${mirrors[3]}`]);

    const newest = provide({ mirrors: [unpackedMirror('5.100.0', '6.25.0', '6.9.0')] });
    await newest.provided;
    expect(newest.notes[0]).toContain('hashicorp/aws 6.25.0');
  });

  it('looks into every folder of a place that ends in /*', async () => {
    const parent = temporaryFolder();
    const mirror = join(parent, 'plugins');
    cpSync(unpackedMirror('5.100.0'), mirror, { recursive: true });

    const { provided, notes } = provide({ mirrors: [`${parent}/*`] });
    await provided;

    expect(notes).toEqual([`hashicorp/aws 5.100.0 from ${mirror}`]);
  });

  it('takes what was fetched before', async () => {
    const cache = temporaryFolder();
    const fetched = join(cache, 'culvert/providers/5.100.0');
    write(join(fetched, AWS, '5.100.0', PLATFORM, 'terraform-provider-aws_v5.100.0'), '');

    const { provided, notes } = provide({ cache });
    await provided;

    expect(notes).toEqual([`hashicorp/aws 5.100.0 from ${fetched}`]);
  });

  it('says where it looked and what to do when there is none and no registry', async () => {
    const cache = temporaryFolder();
    const empty = temporaryFolder();

    const { provided } = provide({ mirrors: [empty], cache });
    const failure = await provided.catch((error: Error) => error.message);

    expect(failure).toContain(`  - ${empty}\n  - ${cache}/culvert/providers/5.100.0\n`);
    expect(failure).toMatch(
      /Terraform says:\n {4}Error: Failed to query available provider packages/,
    );
    expect(failure).toContain('let this machine reach registry.terraform.io, or put a mirror');
    expect(readdirSync(join(cache, 'culvert/providers'))).toEqual([]);
  });
});

describe('fetchProvider', () => {
  it('has the real Terraform unpack the provider into a mirror', async () => {
    const destination = join(temporaryFolder(), 'providers/5.100.0');
    const installation = `provider_installation {
  filesystem_mirror { path = "${packedMirror('5.100.0')}" }
}`;

    await fetchProvider({
      terraform: 'terraform',
      destination,
      environment: process.env,
      cliConfiguration: write(join(temporaryFolder(), 'packed.tfrc'), installation),
      signal: new AbortController().signal,
    });

    expect(await findProviderMirror([destination], PLATFORM)).toEqual({
      folder: destination,
      version: '5.100.0',
    });
    expect(readdirSync(dirname(destination))).toEqual(['5.100.0']);
  });
});

describe('usualMirrors', () => {
  it('begins with the folders Terraform implies', () => {
    const mirrors = usualMirrors({ HOME: '/home/ada', XDG_DATA_HOME: '/data' });

    expect(mirrors[0]).toBe('/home/ada/.terraform.d/plugins');
    expect(mirrors.slice(-2)).toEqual(['/opt/*', '/usr/share/*']);
  });
});
