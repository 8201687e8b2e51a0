// Entry of the core process: one desk, served over whichever port started it (Electron's utility process, or a child Node).
import { recordCrashes } from './crash-file.ts';
import { Desk } from './desk.ts';
import { faultLog } from './fault-log.ts';
import { handlersFor } from './handlers/all.ts';
import { crashHome } from './handlers/crash.ts';
import { dispatch } from './ipc/dispatch.ts';
import type { FromCore, ToCore } from './ipc/relay.ts';

interface Port {
  readonly send: (message: FromCore) => void;
  readonly listen: (onMessage: (message: ToCore) => void) => void;
}

interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

function openPort(): Port {
  const utility = (process as { parentPort?: UtilityPort }).parentPort;
  if (utility) {
    return { send: (message) => utility.postMessage(message), listen: (hear) => utility.on('message', (event) => hear(event.data as ToCore)) };
  }
  return { send: (message) => process.send?.(message), listen: (hear) => process.on('message', (message) => hear(message as ToCore)) };
}

recordCrashes(crashHome(), 'core');
const port = openPort();
const desk = new Desk();
const handlers = handlersFor(desk);
const onFault = faultLog(desk);
desk.onEvent((event) => port.send({ kind: 'event', event }));
port.listen((message) => {
  void dispatch(handlers, message.channel, message.input, onFault).then((reply) => port.send({ kind: 'reply', id: message.id, reply }));
});
// when the shell goes, the file must be left whole and alone
process.on('disconnect', () => {
  desk.close();
  process.exit(0);
});
process.on('SIGTERM', () => {
  desk.close();
  process.exit(0);
});
port.send({ kind: 'ready' });
