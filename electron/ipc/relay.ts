// Starts the core in a process of its own and passes calls and events between it and the windows, without reading them.
import { spawn } from 'node:child_process';
import { utilityProcess } from 'electron';
import type { CoreEvent, Reply } from '../../shared/contract/contract.ts';

/** What the core hears. */
export type ToCore = { readonly kind: 'call'; readonly id: number; readonly channel: string; readonly input: unknown };

/** What the core says: first that it is ready, then answers and events. */
export type FromCore =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: CoreEvent };

export interface Core {
  /** Never rejects: a core that is gone answers with the fault `core.lost`. */
  call(channel: string, input: unknown): Promise<Reply<unknown>>;
  /** Lets the core close its project, then ends it; does not call `onEnd`. */
  stop(): Promise<void>;
}

export interface CoreStart {
  /** The core's bundle, an absolute path. */
  readonly script: string;
  /** Added to this process's own environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** A Node to run the core in (the same messages); without one, Electron's own kind of process. */
  readonly node: string | undefined;
  readonly onEvent: (event: CoreEvent) => void;
  /** The core ended by itself. */
  readonly onEnd: () => void;
}

/** A process to talk to, whichever kind it is. */
interface Port {
  send(message: ToCore): void;
  kill(): void;
}

interface PortListener {
  readonly onMessage: (message: FromCore) => void;
  readonly onExit: () => void;
}

const LOST: Reply<never> = { ok: false, failure: { kind: 'fault', code: 'core.lost', data: {} } };
/** Closing folds the write-ahead log into the project's file; a core that hangs must not keep the program open. */
const CLOSING_TIMEOUT_MS = 3_000;

export function startCore(start: CoreStart): Core {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const heldBack: ToCore[] = [];
  let state: 'starting' | 'ready' | 'ended' = 'starting';
  let isStopping = false;
  let lastId = 0;

  const onMessage = (message: FromCore): void => {
    if (message.kind === 'ready') {
      state = 'ready';
      for (const call of heldBack.splice(0)) port.send(call);
    } else if (message.kind === 'event') start.onEvent(message.event);
    else {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    }
  };
  const onExit = (): void => {
    if (state === 'ended') return;
    state = 'ended';
    for (const answer of waiting.values()) answer(LOST);
    waiting.clear();
    if (!isStopping) start.onEnd();
  };
  const port = openPort(start, { onMessage, onExit });

  const call: Core['call'] = (channel, input) => {
    if (state === 'ended') return Promise.resolve(LOST);
    lastId += 1;
    const message: ToCore = { kind: 'call', id: lastId, channel, input };
    const reply = new Promise<Reply<unknown>>((resolve) => waiting.set(message.id, resolve));
    if (state === 'ready') port.send(message);
    else heldBack.push(message);
    return reply;
  };
  const stop: Core['stop'] = async () => {
    isStopping = true;
    const timeout = new Promise((resolve) => setTimeout(resolve, CLOSING_TIMEOUT_MS));
    await Promise.race([call('project.close', {}), timeout]);
    port.kill();
  };
  return { call, stop };
}

function openPort({ node, script, environment }: CoreStart, listener: PortListener): Port {
  const env = { ...process.env, ...environment };
  return node ? childPort(node, script, env, listener) : utilityPort(script, env, listener);
}

function utilityPort(script: string, env: NodeJS.ProcessEnv, listener: PortListener): Port {
  const child = utilityProcess.fork(script, [], { env, serviceName: 'Trame core' });
  child.on('message', listener.onMessage);
  child.once('exit', listener.onExit);
  return { send: (message) => child.postMessage(message), kill: () => child.kill() };
}

function childPort(node: string, script: string, env: NodeJS.ProcessEnv, listener: PortListener): Port {
  const child = spawn(node, [script], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
  child.on('message', (message) => listener.onMessage(message as FromCore));
  child.once('error', listener.onExit);
  child.once('exit', listener.onExit);
  // A message to a process that has just died is lost; `exit` answers for it.
  return { send: (message) => child.send(message, () => undefined), kill: () => child.kill() };
}
