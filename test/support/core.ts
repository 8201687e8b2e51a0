// The core as a window meets it, in this process: projects and settings in a folder of the test's own.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { Desk } from '../../electron/desk.ts';
import { handlersFor } from '../../electron/handlers/all.ts';
import { dispatch } from '../../electron/ipc/dispatch.ts';
import type { Handlers } from '../../electron/ipc/dispatch.ts';
import type { Channel, CoreEvent, Input, Output, Reply } from '../../shared/contract/contract.ts';
import { unpackAnswer } from '../../shared/contract/wire.ts';
import { aFolder } from './project.ts';

const BEFORE = { home: process.env.TRAME_HOME, settings: process.env.TRAME_SETTINGS };
afterEach(() => {
  for (const [name, value] of [
    ['TRAME_HOME', BEFORE.home],
    ['TRAME_SETTINGS', BEFORE.settings],
  ] as const) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

export interface TestCore {
  readonly desk: Desk;
  readonly handlers: Handlers;
  /** Where projects are made. */
  readonly home: string;
  readonly events: CoreEvent[];
  /** Faults met; a test that expects none looks here. */
  readonly faults: unknown[];
  /** The raw reply to anything a window could send. */
  ask(channel: unknown, input: unknown): Promise<Reply<unknown>>;
  /** A well-formed call that must succeed. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>;
  /** A well-formed call that must be refused; answers with the code. */
  refused<C extends Channel>(channel: C, input: Input<C>): Promise<string>;
}

export function aCore(): TestCore {
  const home = aFolder();
  process.env.TRAME_HOME = home;
  process.env.TRAME_SETTINGS = join(home, '.settings');
  const desk = new Desk();
  const handlers = handlersFor(desk);
  const events: CoreEvent[] = [];
  const faults: unknown[] = [];
  desk.onEvent((event) => events.push(event));
  const ask: TestCore['ask'] = (channel, input) => dispatch(handlers, channel, input, (_channel, error) => faults.push(error));
  return {
    desk,
    handlers,
    home,
    events,
    faults,
    ask,
    call: async (channel, input) => {
      const reply = await ask(channel, input);
      if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply.failure)}`, { cause: faults.at(-1) });
      // what goes to a window travels as data
      expect(JSON.parse(JSON.stringify(reply.value))).toEqual(reply.value);
      return unpackAnswer(channel, reply.value);
    },
    refused: async (channel, input) => {
      const reply = await ask(channel, input);
      if (reply.ok) throw new Error(`${channel} was not refused`);
      expect(reply.failure.kind).toBe('refusal');
      return reply.failure.code;
    },
  };
}

export function settingsIn(home: string): unknown {
  const path = join(home, '.settings', 'settings.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
