import { createGzip } from 'node:zlib';
import type { ServerAnswer } from './scripted-server';

const JSON_TYPE = { 'content-type': 'application/json' };
const MEBIBYTE = 2 ** 20;

/** What servers do, well or badly. */
export const serverAnswers = {
  json:
    (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): ServerAnswer =>
    (response) => {
      response.writeHead(status, { ...JSON_TYPE, ...headers }).end(JSON.stringify(body));
    },

  status:
    (status: number, headers: Readonly<Record<string, string>> = {}): ServerAnswer =>
    (response) => {
      response.writeHead(status, headers).end();
    },

  /** A body as it is. */
  raw:
    (body: string | Buffer, headers: Readonly<Record<string, string>> = JSON_TYPE): ServerAnswer =>
    (response) => {
      response.writeHead(200, headers).end(body);
    },

  /** The request was read, and the connection breaks. */
  reset: ((response) => {
    response.socket?.destroy();
  }) satisfies ServerAnswer,

  hang: (() => undefined) satisfies ServerAnswer,

  /** Headers, and a blank of the body now and then. */
  drip: ((response) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  }) satisfies ServerAnswer,

  /** The connection breaks in the middle of the body that was announced. */
  breakOff: ((response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '100' });
    response.write('{"id":', () => response.socket?.destroy());
  }) satisfies ServerAnswer,

  /** A gibibyte of blanks in a mebibyte, or as much of it as is read. */
  compressedBomb: ((response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    const gzip = createGzip();
    const blanks = Buffer.alloc(MEBIBYTE, ' ');
    let left = 1024;
    const write = () => {
      while (left > 0 && !response.destroyed) {
        left -= 1;
        if (!gzip.write(blanks)) return;
      }
      gzip.end();
    };
    gzip.on('drain', write).pipe(response);
    response.on('close', () => gzip.destroy());
    write();
  }) satisfies ServerAnswer,
};
