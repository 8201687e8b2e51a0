// The window's only way to the core: the preload's bridge in Electron, a WebSocket to the same contract in a browser.
import type { Channel, CoreEvent, Failure, Input, Output, Reply } from '../shared/contract/contract.ts';
import { unpackAnswer } from '../shared/contract/wire.ts';

interface Bridge {
  call(channel: string, input: unknown): Promise<Reply<unknown>>;
  onChange(listener: (event: CoreEvent) => void): () => void;
}

/** The core said no, or broke; `failure` says which and why. */
export class CoreFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.kind} ${failure.code}`);
    this.name = 'CoreFailure';
    this.failure = failure;
  }
}

const LOST: Failure = { kind: 'fault', code: 'core.lost', data: {} };

/** Calls over one WebSocket, opened again when it drops; calls under way when it drops fail, they are never sent twice. */
function socketBridge(url: string): Bridge {
  const listeners = new Set<(event: CoreEvent) => void>();
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let lastId = 0;
  let opening: Promise<WebSocket> | null = null;
  let hasDropped = false;

  // what happened while nothing was heard may be anything: whoever keeps an answer asks again
  const tellRegained = (): void => {
    if (hasDropped) for (const listener of listeners) listener({ kind: 'project', projectId: null });
    hasDropped = false;
  };

  const open = (): Promise<WebSocket> => {
    opening ??= new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      socket.onopen = () => {
        resolve(socket);
        tellRegained();
      };
      socket.onclose = () => {
        opening = null;
        hasDropped = true;
        for (const answer of waiting.values()) answer({ ok: false, failure: LOST });
        waiting.clear();
        reject(new CoreFailure(LOST));
        setTimeout(() => void open().catch(() => undefined), 1000);
      };
      socket.onmessage = (message: MessageEvent<string>) => {
        const parsed = JSON.parse(message.data) as { kind: 'reply'; id: number; reply: Reply<unknown> } | { kind: 'event'; event: CoreEvent };
        if (parsed.kind === 'event') for (const listener of listeners) listener(parsed.event);
        else {
          waiting.get(parsed.id)?.(parsed.reply);
          waiting.delete(parsed.id);
        }
      };
    });
    return opening;
  };

  return {
    call: async (channel, input) => {
      const socket = await open();
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ kind: 'call', id, channel, input }));
      });
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const desktop = (globalThis as { trame?: Bridge }).trame;
export const isDesktop = desktop !== undefined;
const bridge = desktop ?? socketBridge(`ws://${location.host}/ws`);

type Answered = (channel: string, input: unknown) => void;
const answeredListeners = new Set<Answered>();

/** Hears what this window asked for and was answered; answers with the way to stop hearing. */
export function onAnswered(listener: Answered): () => void {
  answeredListeners.add(listener);
  return () => answeredListeners.delete(listener);
}

const underWay = new Set<Promise<unknown>>();

/** When nothing that was asked is unanswered. */
export async function callsSettled(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
}

async function answerOf(channel: string, input: unknown): Promise<unknown> {
  const asked = bridge.call(channel, input);
  underWay.add(asked);
  const reply = await asked.finally(() => underWay.delete(asked));
  if (!reply.ok) throw new CoreFailure(reply.failure);
  for (const listener of answeredListeners) listener(channel, input);
  return reply.value;
}

/** Asks the core; throws `CoreFailure` when it refuses. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  return unpackAnswer(channel, await answerOf(channel, input));
}

/** Asks the desktop shell itself (native dialogs); only where `isDesktop`. */
export async function callDesktop(
  channel:
    | 'desktop.chooseProject'
    | 'desktop.chooseMerge'
    | 'desktop.revealProject'
    | 'desktop.writePack'
    | 'desktop.revealPack'
    | 'desktop.chooseModel'
    | 'desktop.revealCrash',
  input: unknown = {},
): Promise<unknown> {
  return answerOf(channel, input);
}

/** Hears every change; answers with the way to stop hearing. */
export function onCoreEvent(listener: (event: CoreEvent) => void): () => void {
  return bridge.onChange(listener);
}
