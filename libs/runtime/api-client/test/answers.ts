import { createGzip, gzipSync } from 'node:zlib';
import type { Answer } from './local-api';

const JSON_TYPE = { 'content-type': 'application/json' };

export const order = { id: 'o-1', lines: 2 };

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end();
  };

export const json =
  (body: unknown, code = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(code, { ...JSON_TYPE, ...headers }).end(JSON.stringify(body));
  };

export const raw =
  (body: string | Buffer, headers: Record<string, string> = JSON_TYPE): Answer =>
  (response) => {
    response.writeHead(200, headers).end(body);
  };

/** 429 with a Retry-After of so many seconds from the response's own Date. */
export const limitedUntil =
  (seconds: number): Answer =>
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

/** Does the work, but the response never arrives. */
export const reset: Answer = (response) => {
  response.socket?.destroy();
};

export const hang: Answer = () => undefined;

/** Headers, and a byte of the body now and then. */
export const drip: Answer = (response) => {
  response.writeHead(200, JSON_TYPE);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Closes the connection in the middle of the body that it announced. */
export const breakOff: Answer = (response) => {
  response.writeHead(200, { ...JSON_TYPE, 'content-length': '100' });
  response.write('{"id":', () => response.socket?.destroy());
};

export const notHttp: Answer = (response) => {
  response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n\r\n');
};

export const gzipped = (body: unknown): Answer =>
  raw(gzipSync(JSON.stringify(body)), { ...JSON_TYPE, 'content-encoding': 'gzip' });

export const cutGzip = raw(gzipSync(JSON.stringify(order)).subarray(0, -12), {
  ...JSON_TYPE,
  'content-encoding': 'gzip',
});

/** A gibibyte of blanks, in a mebibyte. It stops when nobody reads, and remembers how far it came. */
export class CompressedBomb {
  inflatedBytes = 0;

  readonly answer: Answer = (response) => {
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
export const emptyBlocks: Answer = (response) => {
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
