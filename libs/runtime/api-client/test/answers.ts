import { createGzip, gzipSync } from 'node:zlib';
import { type ServerAnswer, serverAnswers } from '@culvert/loopback';

const JSON_TYPE = { 'content-type': 'application/json' };

export const { breakOff, drip, hang, json, raw, reset, status } = serverAnswers;

export const order = { id: 'o-1', lines: 2 };

/** 429 with a Retry-After of so many seconds from the response's own Date. */
export const limitedUntil =
  (seconds: number): ServerAnswer =>
  (response) => {
    const now = Date.UTC(2026, 0, 1);
    response
      .writeHead(429, {
        date: new Date(now).toUTCString(),
        'retry-after': new Date(now + seconds * 1000).toUTCString(),
      })
      .end();
  };

export const ok = json(order);

export const notHttp: ServerAnswer = (response) => {
  response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n\r\n');
};

export const gzipped = (body: unknown): ServerAnswer =>
  raw(gzipSync(JSON.stringify(body)), { ...JSON_TYPE, 'content-encoding': 'gzip' });

export const cutGzip = raw(gzipSync(JSON.stringify(order)).subarray(0, -12), {
  ...JSON_TYPE,
  'content-encoding': 'gzip',
});

/** A gibibyte of blanks, in a mebibyte. It stops when nobody reads, and remembers how far it came. */
export class CompressedBomb {
  inflatedBytes = 0;

  readonly answer: ServerAnswer = (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    const gzip = createGzip();
    const blanks = Buffer.alloc(1 << 20, ' ');
    gzip.pipe(response);
    const write = () => {
      while (!response.destroyed && this.inflatedBytes < 2 ** 30) {
        this.inflatedBytes += blanks.length;
        if (!gzip.write(blanks)) {
          return;
        }
      }
      gzip.destroy();
    };
    gzip.on('drain', write);
    response.on('close', () => gzip.destroy());
    write();
  };
}

const EMPTY_BLOCKS = Buffer.concat(Array<Buffer>(10_000).fill(Buffer.from('000000ffff', 'hex')));

/** Empty blocks without end: nothing to decompress, and never done. */
export const emptyBlocks: ServerAnswer = (response) => {
  response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
  response.write(gzipSync('').subarray(0, 10));
  const write = () => {
    while (!response.destroyed && response.write(EMPTY_BLOCKS)) {
      // until the other side is slower
    }
  };
  response.on('drain', write);
  write();
};
