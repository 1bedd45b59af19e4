'use strict';
/** The network of an execution environment: what the lab routes, and this machine. */
const { readFileSync } = require('node:fs');
const { isIP, Socket } = require('node:net');

/**
 * Connects `host:port` to a port of this machine as the file says, a JSON object such as
 * `{ "orders.corp.example.com:443": 41234 }`, and reaches nothing else that is not on this machine.
 * Names on certificates stay as they are. The file is read anew for each connection.
 */
function restrictNetwork(file) {
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (...args) {
    const options = optionsOf(args);
    if (options.path !== undefined || isLoopback(options.host)) return connect.apply(this, args);
    const address = `${options.host}:${options.port}`;
    const port = routes(file)[address];
    if (port === undefined) return this.destroy(unreachable(address));
    const local = { ...options, host: '127.0.0.1', port, lookup: undefined };
    // What `net.connect` has normalised is an array, and is known by a symbol on it.
    if (Array.isArray(args[0])) args[0][0] = local;
    else args = [local, ...args.filter((arg) => typeof arg === 'function')];
    return connect.apply(this, args);
  };
}

/** @see https://nodejs.org/docs/latest-v22.x/api/net.html#socketconnect */
function optionsOf([first, second]) {
  if (Array.isArray(first)) return first[0];
  if (typeof first === 'object') return first;
  return isNaN(first) ? { path: first } : { port: first, host: second };
}

function isLoopback(host) {
  if (host === undefined || host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

function routes(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What a host without a route to the address sees. */
function unreachable(address) {
  const error = new Error(`connect ENETUNREACH ${address}`);
  return Object.assign(error, { code: 'ENETUNREACH', errno: -101, syscall: 'connect' });
}

module.exports = { restrictNetwork };
