// An import as the core sees it: files one at a time, called off at any moment, read again when the core has forgotten them.
import { beforeEach, expect, test } from 'vitest';
import { ImportSession } from '../../../renderer/import/import-session.ts';
import type { ImportCore } from '../../../renderer/import/import-session.ts';
import { changed } from '../../../renderer/import/import-state.ts';
import type { CoreEvent, Failure } from '../../../shared/contract/contract.ts';
import { chosen, document } from './an-import.ts';

/** Answers like the core, in the order of the calls; `answers` may refuse, wait or say something else. */
class FakeCore implements ImportCore {
  readonly calls: { readonly channel: string; readonly input: unknown }[] = [];
  readonly listeners = new Set<(event: CoreEvent) => void>();
  answers: (channel: string, input: never) => unknown = () => undefined;
  #batches = 0;

  readonly call = (async (channel: string, input: never) => {
    this.calls.push({ channel, input });
    const said = await this.answers(channel, input);
    if (said !== undefined) return said;
    if (channel === 'import.begin') {
      this.#batches += 1;
      return { batch: `batch ${this.#batches}` };
    }
    if (channel === 'import.add') return document((input as { file: { name: string } }).file.name);
    if (channel === 'import.finish') return { imported: [], refused: [] };
    return null;
  }) as ImportCore['call'];

  readonly listen = (listener: (event: CoreEvent) => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly failureOf = (error: unknown): Failure => (error as Refused).failure;

  of(channel: string): unknown[] {
    return this.calls.filter((one) => one.channel === channel).map(({ input }) => input);
  }
}

/** A browser reads a file into an address; Node has no such thing. */
class FileReaderOfNode {
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  result = '';
  readonly error = null;

  readAsDataURL(blob: Blob): void {
    void blob.arrayBuffer().then(
      (bytes) => {
        this.result = `data:;base64,${Buffer.from(bytes).toString('base64')}`;
        this.onload?.();
      },
      () => this.onerror?.(),
    );
  }
}

class Refused extends Error {
  readonly failure: Failure;

  constructor(code: string) {
    super(code);
    this.failure = { kind: 'refusal', code, data: {} };
  }
}

const statuses = (session: ImportSession) => session.state()?.files.map(({ reading: { status } }) => status);

let core: FakeCore;
let session: ImportSession;
beforeEach(() => {
  Object.assign(globalThis, { FileReader: FileReaderOfNode });
  core = new FakeCore();
  session = new ImportSession(core);
});

test('files are given one after the other, each once, under one batch', async () => {
  let atOnce = 0;
  let most = 0;
  core.answers = async (channel) => {
    if (channel !== 'import.add') return undefined;
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise((resolve) => setTimeout(resolve, 1));
    atOnce -= 1;
    return undefined;
  };
  session.add([chosen('E2.txt'), chosen('E1.txt')]);
  session.add([chosen('E3.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['read', 'read', 'read']);
  expect(most).toBe(1);
  expect(core.of('import.begin')).toHaveLength(1);
  expect(core.of('import.add')).toEqual(
    ['E1.txt', 'E2.txt', 'E3.txt'].map((name) => ({ batch: 'batch 1', file: { name, base64: Buffer.from(name).toString('base64') } })),
  );
});

test('a file that the core refuses, or that is too large to be sent, does not hold up the others', async () => {
  core.answers = (channel, input: { file: { name: string } }) => {
    if (channel === 'import.add' && input.file.name === 'E1.txt') throw new Refused('source.unreadable');
    return undefined;
  };
  const huge = { path: 'E2.wav.txt', file: Object.defineProperty(new File([''], 'E2'), 'size', { value: 2_000_000_000 }) };
  session.add([chosen('E1.txt'), huge, chosen('E3.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['refused', 'refused', 'read']);
  expect(session.state()?.files[1]?.reading).toMatchObject({ failure: { data: { reason: 'tooLarge' } } });
  expect(core.of('import.add')).toHaveLength(2);
});

test('stopped, the reading leaves what still waits; resumed, it goes on from there', async () => {
  core.answers = (channel) => {
    if (channel === 'import.add' && core.of('import.add').length === 1) session.stopReading();
    return undefined;
  };
  session.add([chosen('E1.txt'), chosen('E2.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['read', 'waiting']);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(core.of('import.add')).toHaveLength(1);
  session.resumeReading();
  await expect.poll(() => statuses(session)).toEqual(['read', 'read']);
});

test('abandoned while a file is read, the import is gone; the answer that still comes changes nothing', async () => {
  let answer: () => void = () => undefined;
  core.answers = (channel) => (channel === 'import.add' ? new Promise((resolve) => (answer = () => resolve(undefined))) : undefined);
  session.add([chosen('E1.txt'), chosen('E2.txt')]);
  await expect.poll(() => core.of('import.add').length).toBe(1);
  session.discard();
  expect(session.state()).toBeNull();
  expect(core.of('import.discard')).toEqual([{ batch: 'batch 1' }]);
  answer();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(session.state()).toBeNull();
  expect(core.of('import.add')).toHaveLength(1);
});

test('a core that has forgotten the import is given everything again, with the patterns that were chosen', async () => {
  let forgets = false;
  core.answers = (channel, input: { pattern: unknown }) => {
    if (channel !== 'import.recognise') return undefined;
    if (forgets) {
      forgets = false;
      throw new Refused('import.unknown');
    }
    return document('E1.txt', { pattern: input.pattern as never, turns: 9 });
  };
  session.add([chosen('E1.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['read']);
  forgets = true;
  await session.recognise(['file-1'], { kind: 'initials' });
  await expect.poll(() => session.state()?.files[0]?.reading).toMatchObject({ incoming: { turns: 9, pattern: { kind: 'initials' } } });
  expect(core.of('import.begin')).toHaveLength(2);
});

test('of two patterns asked one after the other, the last one stays, whichever is answered last', async () => {
  const waiting: (() => void)[] = [];
  core.answers = (channel, input: { pattern: { kind: never } }) =>
    channel === 'import.recognise'
      ? new Promise((resolve) => waiting.push(() => resolve(document('E1.txt', { pattern: { kind: input.pattern.kind } }))))
      : undefined;
  session.add([chosen('E1.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['read']);
  const both = [session.recognise(['file-1'], { kind: 'tab' }), session.recognise(['file-1'], { kind: 'initials' })];
  await expect.poll(() => waiting.length).toBe(2);
  waiting[1]?.();
  waiting[0]?.();
  await Promise.all(both);
  expect(session.state()?.files[0]?.reading).toMatchObject({ incoming: { pattern: { kind: 'initials' } } });
});

test('an expression that is refused leaves the turns as they were, and says why', async () => {
  core.answers = (channel) => {
    if (channel === 'import.recognise') throw new Refused('import.patternInvalid');
    return undefined;
  };
  session.add([chosen('E1.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['read']);
  await session.recognise(['file-1'], { kind: 'custom', regex: '(' });
  expect(session.state()?.files[0]).toMatchObject({ reading: { status: 'read' }, patternFailure: { code: 'import.patternInvalid' } });
});

test('writing names the new case, follows its own job, and ends in a report', async () => {
  session.add([chosen('E1.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['read']);
  session.settle((state) => ({ ...changed(state, 'file-1', () => ({ name: 'Marie' })), caseChoice: { kind: 'new', name: 'Pôle 3' } }));
  core.answers = async (channel, input: { job: string }) => {
    if (channel !== 'import.finish') return undefined;
    for (const listener of core.listeners) {
      listener({ kind: 'progress', job: 'another', done: 9, total: 9, label: '' });
      listener({ kind: 'progress', job: input.job, done: 1, total: 2, label: '' });
    }
    expect(session.state()).toMatchObject({ phase: 'writing', progress: { done: 1, total: 2 } });
    expect(session.add([chosen('E9.txt')])).toBe(false);
    return undefined;
  };
  await session.write();
  expect(core.of('import.finish')).toMatchObject([
    { caseId: null, newCase: 'Pôle 3', kind: 'interview', items: [{ item: 'item of E1.txt', name: 'Marie' }] },
  ]);
  expect(session.state()).toMatchObject({ phase: 'reported', report: { imported: [] } });
  expect(core.listeners.size).toBe(0);
});

test('interrupted while it writes, the import is as it was before, to be written or abandoned', async () => {
  session.add([chosen('E1.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['read']);
  core.answers = (channel) => {
    if (channel === 'import.finish') {
      session.cancelWriting();
      throw new Refused('job.cancelled');
    }
    return undefined;
  };
  await session.write();
  expect(core.of('job.cancel')).toHaveLength(1);
  expect(session.state()).toMatchObject({ phase: 'preview', failure: { code: 'job.cancelled' } });
  core.answers = () => undefined;
  await session.write();
  expect(session.state()?.phase).toBe('reported');
});

test('after a report, the next files begin another import', async () => {
  session.add([chosen('E1.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['read']);
  await session.write();
  session.add([chosen('E2.txt')]);
  await expect.poll(() => statuses(session)).toEqual(['read']);
  expect(session.state()?.files).toHaveLength(1);
  expect(core.of('import.begin')).toHaveLength(2);
});
