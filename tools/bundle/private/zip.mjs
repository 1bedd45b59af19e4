import { zipSync } from 'fflate';

/** The first that a zip can hold. A zip has no time zone: these are the local time's own fields. */
const DATE = new Date(1980, 0, 1, 12);
const UNIX = 3;
const READABLE_FILE = 0o100644;

/**
 * A zip that depends on nothing but its files: neither on when, where and by whom it is made, nor on
 * the zlib that Node.js was built with.
 *
 * @param {Readonly<Record<string, Uint8Array>>} files
 */
export function zip(files) {
  const names = Object.keys(files).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()])), {
    level: 9,
    mtime: DATE,
    os: UNIX,
    attrs: READABLE_FILE << 16,
  });
}
