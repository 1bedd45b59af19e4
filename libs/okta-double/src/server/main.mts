import type { Answer, Commands, Question } from '../protocol.js';
import { OktaServer } from './okta-server.mts';

let server: OktaServer | undefined;

const commands: Commands = {
  start: async (options) => {
    server = await OktaServer.start(options);
    return { port: server.port, proxyPort: server.proxyPort };
  },
  counts: () => started().counts(),
  fail: (fault) => started().faults.add(fault),
  mend: () => started().faults.clear(),
  credentials: (appId) => started().directory.credentials(appId),
};

process.on('disconnect', () => process.exit());
process.on('message', async ({ id, command, argument }: Question) => {
  try {
    answer({ id, result: await commands[command](argument as never) });
  } catch (error) {
    answer({ id, error: String(error) });
  }
});

function started(): OktaServer {
  if (server === undefined) throw new Error('not started');
  return server;
}

function answer(message: Answer): void {
  process.send?.(message);
}
