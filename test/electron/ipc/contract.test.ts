// The boundary: every channel is answered, and what makes no sense is refused before it touches the study.
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { redoSeveral, undo } from '../../../electron/commands/undo.ts';
import { Desk } from '../../../electron/desk.ts';
import { handlersFor } from '../../../electron/handlers/all.ts';
import { dispatch } from '../../../electron/ipc/dispatch.ts';
import type { Handlers } from '../../../electron/ipc/dispatch.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { closeProject } from '../../../electron/storage/open-project.ts';
import { contract } from '../../../shared/contract/contract.ts';
import type { Channel, Reply } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureCode } from '../../../shared/domain/failure.ts';
import type { HistorySteps } from '../../../shared/domain/history.ts';
import { failureText } from '../../../shared/i18n/failures.ts';
import { contentHash, snapshot } from '../../support/content.ts';
import { aFolder, countEntries } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';

const CHANNELS = Object.keys(contract) as Channel[];
const SEED = 20_260;
const RUBBISH_PER_CHANNEL = 33;
const STRANGE_PER_CHANNEL = 16;
const FEW = 4;
/** These leave the study for another one; the rest stays with the one on the desk. */
const LEAVING: readonly Channel[] = ['project.create', 'project.createSample', 'project.close', 'protection.lock', 'protection.lockNow'];
/** Each call starts a reader's process or draws a figure. */
const SLOW: readonly Channel[] = [
  'import.add',
  'matrix.export',
  'outward.write',
  'project.check',
  'protection.remove',
  'protection.set',
  'refi.write',
  'safety.repair',
  'print.make',
  'print.preview',
  'print.writePack',
  'print.zipPack',
  'picture.write',
  'table.write',
];
const STEPPING: readonly Channel[] = ['history.undo', 'history.redo', 'history.redoTo'];

const desk = new Desk();
const handlers = handlersFor(desk);
const faults: string[] = [];

beforeAll(() => {
  const home = aFolder();
  Object.assign(process.env, { TRAME_SETTINGS: join(home, 'settings'), TRAME_HOME: home });
  const { project } = aStudy();
  closeProject(project.project);
  desk.open(project.path);
});
afterAll(() => desk.close());

function call(channel: string, input: unknown): Promise<Reply<unknown>> {
  return dispatch(handlers, channel, input, (name, error) =>
    faults.push(`${name} ${JSON.stringify(input)}: ${error instanceof Error ? error.stack : String(error)}`),
  );
}

/** What a study holds that a call may name: identifiers of every kind, keys of crossings. */
function namesInStudy(): string[] {
  const rows = Object.values(snapshot(desk.whole())).flat() as { id: string; key?: string }[];
  return rows.flatMap(({ id, key }) => (key === undefined ? [id] : [id, ...key.split('|')]));
}

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Any text that the shape allows, the study's own names among them. */
function textFor(schema: JsonSchema, names: readonly string[]): fc.Arbitrary<string> {
  if (schema.pattern?.startsWith('^[0-9a-f]{8}')) return fc.oneof(fc.constantFrom(...names.filter((name) => name.length === 36)), fc.uuid());
  if (schema.pattern?.startsWith('^#')) return fc.constantFrom('#000000', '#Ab12fF');
  if (schema.pattern === '^[0-9a-f]{64}$') return fc.constantFrom('0'.repeat(64), 'a1'.repeat(32));
  if (schema.format === 'date-time') return fc.constantFrom('2019-03-01T09:30:00Z', '2024-02-29T23:59:59.999Z');
  if (schema.format === 'date') return fc.constantFrom('2019-03-01', '2024-02-29');
  const { minLength = 0, maxLength = 200 } = schema;
  const words = fc.oneof(
    fc.constantFrom(...names),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ maxLength: 40 }),
    fc.constantFrom('Gouvernance', 'innovation-sociale', 'Pôle 1', '😀', '../..', "'; --"),
  );
  return words.map((text) => text.slice(0, maxLength)).filter((text) => text.length >= minLength);
}

function numberFor({ type, minimum = -50, maximum = 1_000_000 }: JsonSchema): fc.Arbitrary<number> {
  const least = Math.max(minimum, -50);
  const small = fc.integer({ min: least, max: Math.max(least, Math.min(maximum, 60)) });
  const whole = fc.oneof({ weight: 4, arbitrary: small }, fc.integer({ min: Math.max(minimum, -1_000_000), max: Math.min(maximum, 1_000_000_000) }));
  return type === 'integer' ? whole : fc.oneof(whole, fc.double({ min: minimum, max: maximum, noNaN: true }));
}

/** What shapes are made of: the study's names, and shapes that hold themselves, so many levels deep. */
interface Known {
  readonly names: readonly string[];
  readonly shapes: Readonly<Record<string, JsonSchema>>;
  readonly levels: number;
}

const LEVELS = 3;

/** A shape that is named because it holds itself; at the last level its lists are empty. */
function strangeRef(ref: string, known: Known): fc.Arbitrary<unknown> {
  const shape = known.shapes[ref.split('/').at(-1) ?? ''];
  if (!shape) throw new Error(`no shape ${ref}`);
  return strange(shape, { ...known, levels: known.levels - 1 });
}

/** Inputs of the right shape that mean nothing in particular. */
function strange(schema: JsonSchema | boolean, known: Known): fc.Arbitrary<unknown> {
  const { names } = known;
  if (typeof schema === 'boolean') return fc.anything();
  if (schema.$ref !== undefined) return strangeRef(schema.$ref, known);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => strange(choice, known)));
  if (schema.type === 'array') {
    const items = schema.items;
    if (items === undefined || Array.isArray(items)) throw new Error('a list of what?');
    if (known.levels <= 0) return fc.constant([]);
    return fc.array(strange(items, known), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) });
  }
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, strange(field, known)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
  }
  if (schema.type === 'string') return textFor(schema, names);
  if (schema.type === 'integer' || schema.type === 'number') return numberFor(schema);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  throw new Error(`no arbitrary for ${JSON.stringify(schema)}`);
}

function strangeInput(channel: Channel): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(contract[channel].input, { io: 'input' }) as JsonSchema;
  return strange(schema, { names: namesInStudy(), shapes: (schema.$defs ?? {}) as Known['shapes'], levels: LEVELS });
}

const isWellFormed = (channel: Channel, input: unknown): boolean => contract[channel].input.safeParse(input).success;

/** Anything at all, and inputs of the right shape with one field gone or replaced. */
function rubbish(channel: Channel): fc.Arbitrary<unknown> {
  const spoilt = fc.tuple(strangeInput(channel), fc.nat(), fc.anything()).map(([input, at, value]) => {
    const fields = Object.entries(input as object);
    if (fields.length === 0) return value;
    const spoiltField = fields[at % fields.length]?.[0];
    return Object.fromEntries(fields.flatMap(([name, kept]) => (name !== spoiltField ? [[name, kept]] : at % 2 === 0 ? [] : [[name, value]])));
  });
  return fc
    .oneof(fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }), spoilt)
    .filter((input) => !isWellFormed(channel, input));
}

describe('every channel', () => {
  it('has a handler, and no handler is without a channel', () => {
    expect(Object.keys(handlers).sort()).toEqual([...CHANNELS].sort());
  });

  it('is named by a noun and a verb', () => {
    for (const channel of CHANNELS) expect(channel).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
  });

  it.each(CHANNELS)('%s refuses rubbish, and nothing comes of it', async (channel) => {
    const before = contentHash(desk.whole());
    await fc.assert(
      fc.asyncProperty(rubbish(channel), async (input) => {
        const reply = await call(channel, input);
        expect(reply).toMatchObject({
          ok: false,
          failure: { kind: 'invalid', code: 'input.invalid', data: { message: expect.stringMatching(/./s) as string } },
        });
      }),
      { numRuns: RUBBISH_PER_CHANNEL, seed: SEED },
    );
    expect(contentHash(desk.whole())).toBe(before);
    expect(faults).toEqual([]);
  });

  it.each(CHANNELS.filter((channel) => !LEAVING.includes(channel)))(
    '%s takes what is well formed and strange without breaking; what it refuses leaves no trace, what it does can be undone',
    async (channel) => {
      let before = contentHash(desk.whole());
      await fc.assert(
        fc.asyncProperty(strangeInput(channel), async (input) => {
          const entries = countEntries(desk.whole());
          const reply = await call(channel, input);
          expect(faults).toEqual([]);
          if (!reply.ok) {
            // a shape does not say everything: a name may be blank once it is trimmed
            expect(reply.failure.kind).toBe(isWellFormed(channel, input) ? 'refusal' : 'invalid');
            expect(failureText.fr[reply.failure.code as FailureCode](reply.failure.data)).not.toBe('');
          } else if (STEPPING.includes(channel)) {
            before = contentHash(desk.whole());
            return;
          } else if (channel === 'history.undoTo') redoSeveral(desk.session(), (reply.value as HistorySteps).entries.length);
          else if (countEntries(desk.whole()) > entries) undo(desk.session());
          expect(contentHash(desk.whole())).toBe(before);
        }),
        { numRuns: SLOW.includes(channel) ? FEW : STRANGE_PER_CHANNEL, seed: SEED },
      );
      expect(checkProject(desk.whole())).toEqual([]);
    },
  );
});

describe('a channel that is none', () => {
  it.each([
    '',
    'case',
    'case.Create',
    'case.create ',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'project.openPath\0',
    'x'.repeat(5000),
  ])('is named: %j', async (channel) => {
    const failure = { kind: 'invalid', code: 'input.unknownChannel', data: { channel: channel.slice(0, 80) } };
    expect(await call(channel, {})).toEqual({ ok: false, failure });
  });
});

describe('what a handler throws', () => {
  const throwing = (error: unknown): Handlers => ({
    ...handlers,
    'project.current': () => {
      throw error;
    },
  });

  it('is a refusal with its code and facts where a rule said no', async () => {
    const reply = await dispatch(throwing(new Refusal('case.nameTaken', { name: 'Pôle 1' })), 'project.current', {}, () => undefined);
    expect(reply).toEqual({ ok: false, failure: { kind: 'refusal', code: 'case.nameTaken', data: { name: 'Pôle 1' } } });
  });

  it('is a fault where the program broke: its story goes to the log and not to the page', async () => {
    const logged: [string, unknown][] = [];
    const bug = new TypeError('/home/anne/étude.trame');
    const reply = await dispatch(throwing(bug), 'project.current', {}, (channel, error) => logged.push([channel, error]));
    expect(reply).toEqual({ ok: false, failure: { kind: 'fault', code: 'core.fault', data: {} } });
    expect(logged).toEqual([['project.current', bug]]);
  });

  it('without an open project is the refusal to work on none', async () => {
    const empty = handlersFor(new Desk());
    const needsNone: readonly Channel[] = [
      'project.list',
      'project.current',
      'project.close',
      'grid.shipped',
      'job.cancel',
      'settings.keys',
      'settings.setKeys',
      'settings.model',
      'settings.setModel',
      'settings.forgetModel',
      // say first whether what they were given is a reference, an invitation or another program's project at all
      'link.open',
      'team.join',
      'project.createFrom',
      // or a file that is being merged
      'merge.add',
      'merge.close',
      ...LEAVING,
      // and these are asked before there is one
      'protection.locked',
      'protection.unlock',
      'protection.leave',
      'protection.active',
      'protection.lockAfter',
      'protection.setLockAfter',
      ...CHANNELS.filter((channel) => /^(?:crash|program|safety)\./.test(channel)),
      'project.open',
      'project.openPath',
    ];
    for (const channel of CHANNELS.filter((name) => !needsNone.includes(name))) {
      const [input] = fc.sample(
        strangeInput(channel).filter((each) => isWellFormed(channel, each)),
        { numRuns: 1, seed: SEED },
      );
      const reply = await dispatch(empty, channel, input, (name, error) => faults.push(`${name}: ${String(error)}`));
      expect([channel, reply]).toEqual([channel, { ok: false, failure: { kind: 'refusal', code: 'project.none', data: {} } }]);
    }
    expect(faults).toEqual([]);
  });
});
