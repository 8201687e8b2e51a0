// What the short and the long form of the same attack do: so many messages to a core, so many requests to a server, with what must hold of each.
import { resolve } from 'node:path';
import { expect, vi } from 'vitest';
import { closeProject } from '../../electron/storage/open-project.ts';
import { serve } from '../../electron/serve-workbench.ts';
import { contract } from '../../shared/contract/contract.ts';
import { aCore } from './core.ts';
import { contentHash } from './content.ts';
import { seeded, strangeMessage } from './fuzz-core.ts';
import { strangeRequest } from './fuzz-http.ts';
import { sendBytes, sessionOf } from './http.ts';
import { countEntries } from './project.ts';
import { aStudy } from './study.ts';

const PROGRAM = resolve(import.meta.dirname, '../..');
/** Inputs that are empty are well formed for these, and they leave the study; they are asked with something in it. */
const LEAVING = /^(?:project\.(?:close|create\w*)|protection\.lock\w*)$/u;

const fieldsOfInputs = (): string[] => [
  ...new Set(Object.values(contract).flatMap(({ input }) => Object.keys((input as { shape?: object }).shape ?? {}))),
];

/** Only what is refused as malformed is counted: a message that happens to be well formed is no attack, and is not sent. */
export async function attackCore(messages: number, seed: number): Promise<void> {
  const { project } = aStudy();
  closeProject(project.project);
  const core = aCore();
  core.desk.open(project.path);
  const state = (): unknown => [contentHash(core.desk.whole()), countEntries(core.desk.whole())];
  const before = state();
  const next = seeded(seed);
  const [channels, fields] = [Object.keys(contract), fieldsOfInputs()];
  let sent = 0;
  while (sent < messages) {
    const { channel, input } = strangeMessage(next, channels, fields);
    const known = typeof channel === 'string' && Object.hasOwn(contract, channel) ? contract[channel as keyof typeof contract] : null;
    if (known?.input.safeParse(input).success || LEAVING.test(String(channel))) continue;
    sent += 1;
    const reply = await core.ask(channel, input);
    const answer = JSON.stringify(reply);
    if (reply.ok || reply.failure.kind !== 'invalid' || [project.path, core.home, PROGRAM].some((path) => answer.includes(path)))
      throw new Error(`message ${sent} of seed ${seed}, ${String(channel)}: ${answer.slice(0, 500)}`);
  }
  expect(core.faults).toEqual([]);
  expect(state()).toEqual(before);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  core.desk.close();
}

const AT_ONCE = 20;

export async function attackServer(requests: number, seed: number): Promise<void> {
  const { project } = aStudy();
  const state = (): unknown => [contentHash(project.project), countEntries(project.project)];
  const before = state();
  closeProject(project.project);
  const { home } = aCore();
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const serving = await serve({ port: 0, project: project.path, language: 'fr' });
  const { cookie, port, host } = await sessionOf(serving.url);
  const next = seeded(seed);
  for (let sent = 0; sent < requests; sent += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, () => strangeRequest(next, host, cookie));
    const answers = await Promise.all(batch.map((bytes) => sendBytes(port, bytes, 200)));
    for (const [at, answer] of answers.entries()) {
      const isLeak = [project.path, home, PROGRAM, 'node:internal', '.mjs:'].some(
        (path) => answer.includes(path) || answer.includes(encodeURI(path)),
      );
      if (isLeak || answer.startsWith('HTTP/1.1 5'))
        throw new Error(`request ${sent + at} of seed ${seed}: ${JSON.stringify(batch[at]?.toString('latin1'))} → ${answer.slice(0, 500)}`);
    }
  }
  // it goes on as if nothing had been
  expect((await fetch(`http://${host}/`, { headers: { cookie } })).status).toBe(200);
  await serving.stop();
  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
  project.reopen();
  expect(state()).toEqual(before);
}
