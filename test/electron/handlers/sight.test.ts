// What one coder sees: their own work while everybody codes blind, or that of the coders whom the shared filter shows; in every answer of the core.
import { expect, it } from 'vitest';
import { pinQuote } from '../../../electron/commands/cells.ts';
import { updateCategory } from '../../../electron/commands/codebook.ts';
import { writeMemo } from '../../../electron/commands/memos.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import { NEW_RETRIEVAL } from '../../../shared/domain/retrieval.ts';
import { aCore } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';
import { aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';

interface Looking {
  readonly study: Study;
  readonly core: TestCore;
  /** Of CD. */
  readonly codings: readonly string[];
  /** They, and the passages that nobody else coded. */
  readonly secrets: readonly string[];
}

/** AB looks at what AB and CD coded; CD's passage is also pinned, written of, and an example. */
async function look(): Promise<Looking> {
  const study = aStudy();
  const { project } = study;
  const theirs = project.coding('CD', 'charte', 'La charte a été signée');
  pinQuote(project.as('CD'), {
    entityKeys: [`category:${project.category('charte')}`, `case:${project.case('Pôle 1')}`],
    passageId: theirs,
    position: null,
  });
  writeMemo(project.as('CD'), { memoId: null, targetKind: 'passage', targetId: theirs, title: 'Secret', text: 'vu par CD' });
  updateCategory(project.as('CD'), { categoryId: project.category('charte'), examplePassageId: theirs });
  const coder = project.coder('CD');
  const of = (sql: string): string[] => project.project.sqlite.prepare<[string], string>(sql).pluck().all(coder) as string[];
  const codings = of('SELECT id FROM coding WHERE coder_id = ?');
  const secrets = [
    ...codings,
    ...of(
      'SELECT DISTINCT passage_id FROM coding c WHERE coder_id = ? AND NOT EXISTS (SELECT 1 FROM coding k WHERE k.passage_id = c.passage_id AND k.coder_id <> c.coder_id)',
    ),
  ];
  const core = aCore();
  core.desk.open(project.reopen().path);
  await core.call('coder.choose', { coderId: project.coder('AB') });
  return { study, core, codings, secrets };
}

/** Everything that a window may ask of codings, as it travels. */
async function answers({ study, core }: Looking): Promise<string[]> {
  const { project, definition } = study;
  const [E01, E02, E03] = ['E01', 'E02', 'E03'].map((name) => project.source(name));
  const categories = ['Gouvernance', 'salon', 'charte', 'Influence d’acteurs'].map((name) => project.category(name));
  const asked: [string, unknown][] = [
    ['corpus.read', {}],
    ['codebook.read', {}],
    ['coder.list', {}],
    ['history.list', { limit: 200 }],
    ['memo.list', { targetKind: null, targetId: null }],
    ['matrix.compute', { definition }],
    ['matrix.compute', { definition: { ...definition, columns: [{ kind: 'coder' }] } }],
    ['typedLink.list', { end: null }],
    ['project.status', {}],
    ['retrieval.read', { ...NEW_RETRIEVAL, expression: '"charte" OR "salon" OR "Gouvernance"' }],
    ['overview.read', {}],
    ...[E01, E02, E03].flatMap((sourceId): [string, unknown][] => [
      ['source.open', { sourceId }],
      ['source.codings', { sourceId }],
    ]),
    ...categories.map((categoryId): [string, unknown] => ['category.passages', { categoryId }]),
    ['project.export', { format: 'json' }],
    ['project.export', { format: 'csv' }],
  ];
  const replies = await Promise.all(asked.map(async ([channel, input]) => ({ channel, reply: await core.ask(channel, input) })));
  // a question that was not understood would hide everything
  expect(replies.flatMap(({ channel, reply }) => (reply.ok ? [] : [channel]))).toEqual([]);
  return replies.map(({ channel, reply }) => {
    const value = reply.ok ? reply.value : null;
    const file = (value as { base64?: string } | null)?.base64;
    return `${channel} ${file === undefined ? JSON.stringify(value) : Buffer.from(file, 'base64').toString()}`;
  });
}

const told = (found: readonly string[], secrets: readonly string[]): string[] =>
  found.filter((answer) => secrets.some((secret) => answer.includes(secret))).map((answer) => answer.split(' ')[0] ?? '');

it('is everything, until coders hide their work from each other; and again once it is revealed', async () => {
  const looking = await look();
  const { core, secrets } = looking;
  expect(told(await answers(looking), secrets).length).toBeGreaterThan(5);
  await core.call('blind.begin', {});
  const blind = await answers(looking);
  expect(told(blind, secrets)).toEqual([]);
  expect(blind.join()).not.toContain('vu par CD');
  expect(await core.call('coder.inView', {})).toMatchObject({ blindSince: expect.any(String), shown: null });
  expect(await core.call('agreement.read', { coderIds: [], gridIds: null, unit: 'turn', coefficient: 'alpha', draws: 100, seed: 1 })).toEqual({
    kind: 'undefined',
    because: 'blind',
  });
  await core.call('blind.reveal', {});
  expect(told(await answers(looking), secrets).length).toBeGreaterThan(5);
  expect(await core.refused('blind.reveal', {})).toBe('blind.none');
  expect(core.faults).toEqual([]);
});

it('is one’s own work in the sources and grids of a blind double coding, and everything elsewhere', async () => {
  const looking = await look();
  const { study, core } = looking;
  const { project } = study;
  const codingsIn = async (name: string): Promise<number> => (await core.call('source.codings', { sourceId: project.source(name) })).length;
  const before = await Promise.all(['E01', 'E02', 'E03'].map(codingsIn));
  const coderIds = ['AB', 'CD'].map((name) => project.coder(name));
  const given = { title: 'Premier tour', due: null, isBlind: true, gridIds: [project.grid('innovation-sociale')], coderIds, assignmentId: null };
  const assignmentId = await core.call('assignment.save', { ...given, sourceIds: [project.source('E01'), project.source('E02')] });
  const [one, two, three] = await Promise.all(['E01', 'E02', 'E03'].map(codingsIn));
  // « Gouvernance » by CD in E01; in E02 « Influence d’acteurs » by CD, whereas « salon » is of another grid
  expect([one, two, three]).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) - 1, before[2]]);
  const [assignment] = await core.call('assignment.list', {});
  expect(assignment?.coders.map(({ name, codings, codedTurns, begunSources }) => [name, codings, codedTurns, begunSources])).toEqual([
    ['AB', 2, 2, 2],
    ['CD', 2, 3, 2],
  ]);
  await core.call('assignment.setDone', { assignmentId, isDone: true });
  await core.call('assignment.reveal', { assignmentId });
  expect(await Promise.all(['E01', 'E02', 'E03'].map(codingsIn))).toEqual(before);
});

it('is the work of the coders that the filter shows, in counts, lists and the history, for as long as the project is open', async () => {
  const looking = await look();
  const { study, core, codings } = looking;
  const own = study.project.coder('AB');
  const total = (await core.call('project.status', {})).codings;
  const show = (coderIds: CoderId[] | null) => core.call('coder.show', { coderIds });
  await show([own]);
  expect((await core.call('project.status', {})).codings).toBe(total - codings.length);
  expect((await core.call('history.list', { limit: 200 })).entries.every(({ coderName }) => coderName === 'AB')).toBe(true);
  expect((await core.call('memo.list', { targetKind: null, targetId: null })).every(({ coderId }) => coderId === own)).toBe(true);
  await show(null);
  expect((await core.call('project.status', {})).codings).toBe(total);
  // a command sees all of the project, whatever is shown: nothing of CD is lost by what AB does
  await show([own]);
  await core.call('category.remove', { categoryId: study.project.category('salon'), withCodings: true });
  await core.call('history.undo', {});
  await show(null);
  expect((await core.call('project.status', {})).codings).toBe(total);
  expect(await core.call('project.check', {})).toEqual([]);
  expect(core.faults).toEqual([]);
});

it('steps over what others did, and lets nobody settle what they cannot see', async () => {
  const { study, core } = await look();
  const { project } = study;
  await core.call('blind.begin', {});
  await core.call('coder.choose', { coderId: project.coder('CD') });
  const hidden = project.range('Les petits');
  await core.call('coding.apply', { ...hidden, categoryIds: [project.category('salon')] });
  expect((await core.call('project.status', {})).undo?.command).toBe('coding.apply');
  await core.call('coder.choose', { coderId: project.coder('AB') });
  // the last act is another's: neither named nor taken back
  expect((await core.call('project.status', {})).undo?.command).toBe('blind.set');
  const [begun] = (await core.call('history.steps', { direction: 'undo', number: 1 })).entries;
  expect(begun?.command).toBe('blind.set');
  await core.call('history.undo', {});
  expect((await core.call('project.status', {})).undo?.command).toBe('coding.apply');
  await core.call('blind.begin', {});
  const coderIds = ['AB', 'CD'].map((name) => project.coder(name));
  const place = { sourceId: hidden.sourceId, categoryId: project.category('salon'), start: 0, end: 10, coderIds };
  const decision = { ...place, decision: 'kept', adoptedId: null, otherCategoryId: null, why: '' } as const;
  expect(await core.refused('disagreement.decide', decision)).toBe('disagreement.blind');
  expect(core.faults).toEqual([]);
});
