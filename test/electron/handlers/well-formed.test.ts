// Calls that are well formed and mean anything at all: drawn from the contract's own schemas, with ids of the study that may or may
// not fit. The core answers or refuses; it never breaks, a refusal changes nothing, and the study stays sound.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { checkProject } from '../../../electron/queries/check.ts';
import { contentTables } from '../../../electron/storage/schema.ts';
import { contract } from '../../../shared/contract/contract.ts';
import type { Channel } from '../../../shared/contract/contract.ts';
import { aCore } from '../../support/core.ts';
import { logOf, snapshot } from '../../support/project.ts';
import { chance } from '../../support/seeded.ts';
import type { Chance } from '../../support/seeded.ts';
import { aStudy } from '../../support/study.ts';

const CALLS = 2_500;
/** They open another project, and are tested by themselves. */
const ELSEWHERE: ReadonlySet<string> = new Set(['project.create', 'project.createSample', 'project.open', 'project.openPath', 'project.close']);
const CHANNELS = (Object.keys(contract) as Channel[]).filter((channel) => !ELSEWHERE.has(channel));

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

const WORDS = ['Gouvernance', 'salon', 'é', 'e\u0301', '😀', "L'innovation", 'a|b', 'a > b', '=1+1', '\ud83d', 'x'.repeat(120), '0'];

/** Makes inputs of a schema's shape. */
class Caller {
  readonly #chance: Chance;
  readonly #ids: () => string[];

  constructor(luck: Chance, ids: () => string[]) {
    this.#chance = luck;
    this.#ids = ids;
  }

  any(schema: Schema): unknown {
    const { pick, below } = this.#chance;
    if ('const' in schema) return schema.const;
    if (schema.enum) return pick(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.any(pick(choices));
    switch (schema.type) {
      case 'object':
        return this.#object(schema);
      case 'array':
        return Array.from({ length: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + below(3)) }, () => this.any(schema.items ?? {}));
      case 'string':
        return this.#string(schema);
      case 'integer':
      case 'number':
        return Math.min(schema.maximum ?? 1e9, Math.max(schema.minimum ?? -1e9, pick([0, 1, 2, 3, 7, 40, 9_999])));
      case 'boolean':
        return below(2) === 0;
      default:
        return null;
    }
  }

  #object({ properties = {}, required = [] }: Schema): object {
    const kept = Object.entries(properties).filter(([name]) => required.includes(name) || this.#chance.below(2) === 0);
    return Object.fromEntries(kept.map(([name, schema]) => [name, this.#named(name, schema)]));
  }

  /** Some plain strings are ids, keys or files too: their names say so. */
  #named(name: string, schema: Schema): unknown {
    const { pick, below } = this.#chance;
    if (name === 'base64') return Buffer.from(pick(WORDS)).toString('base64');
    if (name === 'key') return pick(['outils-de-gestion', 'posture-de-preuve', 'innovation-sociale', 'aucune']);
    if (name === 'targetId' && below(4) > 0) return pick(this.#ids());
    if (name === 'entityKeys') return [0, 1].map(() => `${pick(['category', 'case', 'source', 'participant', 'coder'])}:${pick(this.#ids())}`);
    return this.any(schema);
  }

  #string({ pattern = '', format, minLength = 0, maxLength = 1_000 }: Schema): string {
    if (format === 'date') return '2019-03-12';
    if (pattern.includes('#')) return '#12ab9f';
    if (pattern.includes('[0-9a-f]{8}')) return this.#chance.below(20) === 0 ? '00000000-0000-4000-8000-000000000000' : this.#chance.pick(this.#ids());
    return this.#chance.below(12) === 0 && minLength === 0 ? '' : this.#chance.pick(WORDS).slice(0, maxLength);
  }
}

it(`${CALLS} calls of every channel are answered or refused, and the study stays sound`, { timeout: 60_000 }, async () => {
  const { project } = aStudy();
  const core = aCore();
  copyFileSync(project.reopen().path, join(core.home, 'étude.trame'));
  const [listing] = await core.call('project.list', {});
  await core.call('project.open', { ref: listing?.ref ?? '' });
  const opened = core.desk.project();
  opened.sqlite.pragma('synchronous = OFF');
  const luck = chance(2019);
  // ids of one kind are asked for together, so that several in one call often fit each other
  const idsOf = (table: string): string[] => opened.sqlite.prepare(`SELECT id FROM "${table}" ORDER BY id`).pluck().all() as string[];
  const tables = Object.keys(contentTables);
  const ids = (): string[] => {
    const found = idsOf(luck.pick(tables));
    return found.length > 0 ? found : idsOf('coder');
  };
  const caller = new Caller(luck, ids);
  const answered = new Map<string, number>();
  const schemas = new Map(CHANNELS.map((channel) => [channel, z.toJSONSchema(contract[channel].input, { io: 'input' }) as Schema]));
  for (let call = 0; call < CALLS; call += 1) {
    const channel = luck.pick(CHANNELS);
    const input = caller.any(schemas.get(channel) ?? {});
    const entries = logOf(opened).length;
    const before = call % 20 === 0 ? snapshot(opened) : null;
    const reply = await core.ask(channel, input);
    expect(core.faults, `${channel} ${JSON.stringify(input)}`).toEqual([]);
    if (reply.ok) answered.set(channel, (answered.get(channel) ?? 0) + 1);
    else {
      expect(reply.failure, `${channel} ${JSON.stringify(input)}`).toMatchObject({ kind: 'refusal' });
      expect(logOf(opened)).toHaveLength(entries);
      if (before) expect(snapshot(opened), channel).toEqual(before);
    }
    if (call % 50 === 0) expect(checkProject(opened), channel).toEqual([]);
  }
  expect(checkProject(opened)).toEqual([]);
  // the draw reaches what it is meant to reach
  expect(answered.size).toBeGreaterThan(CHANNELS.length / 2);
  core.desk.close();
});
