// One host of a network: it answers on every port it is told to, and tries connections on demand. A line of
// JSON in is an attempt, a line of JSON out is its success, or a datagram that came.
import { createSocket } from 'node:dgram';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';

const [address, ...ports] = process.argv.slice(2);

/** @param {unknown} message */
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const listening = ports.map(Number).flatMap((port) => [
  new Promise((resolve) => {
    createServer((socket) => socket.on('error', () => socket.destroy()).end()).listen(
      port,
      address,
      () => resolve(port),
    );
  }),
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.on('message', (text) => say({ came: String(text) }));
    socket.bind(port, address, () => resolve(port));
  }),
]);

/** @param {{ id: string; protocol: string; destination: string; destinationPort: number; sourcePort: number }} attempt */
function attempt({ id, protocol, destination, destinationPort, sourcePort }) {
  if (protocol === 'udp') {
    const socket = createSocket('udp4');
    socket.on('error', () => undefined);
    socket.bind(sourcePort, address, () => {
      socket.send(id, destinationPort, destination, () => socket.close());
    });
    return;
  }
  const options = {
    host: destination,
    port: destinationPort,
    localAddress: address,
    localPort: sourcePort,
  };
  const socket = connect(options, () => {
    say({ came: id });
    socket.destroy();
  });
  socket.on('error', () => socket.destroy());
}

await Promise.all(listening);
say({ ready: true });
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => attempt(JSON.parse(line)));
lines.on('close', () => process.exit(0));
