// Two thousand commands drawn by chance, undo and redo among them: the project stays sound all along, and its log alone, applied
// to an empty file, gives the same study again.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import * as codebook from '../../../electron/commands/codebook.ts';
import * as board from '../../../electron/commands/board.ts';
import * as codings from '../../../electron/commands/codings.ts';
import { updateAttribute } from '../../../electron/commands/attributes.ts';
import * as groups from '../../../electron/commands/case-groups.ts';
import { assignPart, removePart } from '../../../electron/commands/case-parts.ts';
import * as corpus from '../../../electron/commands/corpus.ts';
import * as matrices from '../../../electron/commands/matrices.ts';
import { removeMemo, writeMemo } from '../../../electron/commands/memos.ts';
import { paraphrasePassage, starPassage } from '../../../electron/commands/passages.ts';
import { updateProject } from '../../../electron/commands/project.ts';
import { setQuickKey } from '../../../electron/commands/quick-keys.ts';
import type { Session } from '../../../electron/commands/run-command.ts';
import { importSources } from '../../../electron/commands/import-sources.ts';
import * as sources from '../../../electron/commands/sources.ts';
import { linkSpeaker } from '../../../electron/commands/speakers.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { joinTurn, setSpeaker, setTime, splitTurn } from '../../../electron/commands/turn-structure.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { shippedGridFile } from '../../../electron/exchange/shipped-grids.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { coderIds } from '../../../electron/queries/corpus.ts';
import { allEntries } from '../../../electron/storage/change-log.ts';
import { closeProject, createProjectFile, openProject } from '../../../electron/storage/open-project.ts';
import type { Project } from '../../../electron/storage/open-project.ts';
import { contentTables } from '../../../electron/storage/schema.ts';
import type { TableName } from '../../../electron/storage/schema.ts';
import { applyDiff } from '../../../electron/storage/writer.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CaseId, CodingId, EntryId } from '../../../shared/domain/ids.ts';
import { ATTRIBUTE_TYPES } from '../../../shared/domain/corpus.ts';
import { crossingKey } from '../../../shared/domain/matrix.ts';
import { documentOf, memoDocument, paragraphOf } from '../../../shared/domain/memo-document.ts';
import { MEMO_LINK_KINDS, MEMO_TARGETS } from '../../../shared/domain/memo.ts';
import type { MemoLinkKind, MemoTarget } from '../../../shared/domain/memo.ts';
import { QUICK_DIGITS } from '../../../shared/domain/quick-list.ts';
import { STANCES } from '../../../shared/domain/source.ts';
import { chance } from '../../support/seeded.ts';
import type { Chance } from '../../support/seeded.ts';
import { aFolder, aProject, incoming, snapshot } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const STEPS = 2_000;
const STEPS_BETWEEN_CHECKS = 25;
const NAMES = ['Gouvernance', 'salon', 'Régulation', 'charte', 'Confiance', 'é', 'e\u0301', 'a > b', 'x|y'];
const TEXTS = [
  'Directrice : Oui 😀 vraiment.\nEnquêtrice : Ah ?\nDirectrice : Ensemble.\n',
  'Sans nom.\n\nDeux lignes 👩‍🔬.',
  'Président : Un.\r\nPrésident : Deux.\r\n',
];

/** One person at work, who does anything at all. */
class Worker {
  readonly #project: TestProject;
  readonly #chance: Chance;
  done = 0;
  refused = 0;

  constructor(project: TestProject, luck: Chance) {
    this.#project = project;
    this.#chance = luck;
  }

  /** Ids of a table's rows; one that is not there now and then. */
  #any<T extends string>(table: TableName): T {
    const ids = this.#project.project.sqlite.prepare(`SELECT id FROM "${table}" ORDER BY id`).pluck().all() as T[];
    return ids.length === 0 || this.#chance.below(40) === 0 ? ('00000000-0000-4000-8000-000000000000' as T) : this.#chance.pick(ids);
  }

  #maybe<T>(value: T): T | null {
    return this.#chance.below(3) === 0 ? null : value;
  }

  get #session(): Session {
    return { project: this.#project.project, coderId: this.#chance.pick(coderIds(this.#project.project)) };
  }

  #range(): codings.Range {
    const sourceId = this.#any<codings.Range['sourceId']>('source');
    const turns = this.#project.project.sqlite
      .prepare<[string], { id: never; length: number }>('SELECT id, length_utf16 AS length FROM turn WHERE source_id = ? ORDER BY position')
      .all(sourceId);
    const end = () => {
      const turn = turns[this.#chance.below(Math.max(1, turns.length))];
      return { turnId: turn?.id ?? ('' as never), offsetUtf16: this.#chance.below((turn?.length ?? 0) + 2) };
    };
    return { sourceId, start: end(), end: end() };
  }

  #crossing(): string[] {
    const kinds = {
      category: 'category',
      case: 'study_case',
      caseGroup: 'case_group',
      source: 'source',
      participant: 'participant',
      coder: 'coder',
    } as const;
    const one = (): string => {
      const kind = this.#chance.pick(Object.keys(kinds) as (keyof typeof kinds)[]);
      return `${kind}:${this.#any(kinds[kind])}`;
    };
    return this.#chance.below(4) === 0 ? [one(), `attribute:${this.#any('attribute')}=a|b`] : [one(), one()];
  }

  #act(session: Session): unknown {
    const { pick, below } = this.#chance;
    const name = pick(NAMES);
    const acts: readonly (() => unknown)[] = [
      () => updateProject(session, { question: `${name} ?` }),
      () => starPassage(session, { passageId: this.#any('passage'), isStarred: below(3) > 0 }),
      () => paraphrasePassage(session, { passageId: this.#any('passage'), text: pick(['', name]) }),
      () => setQuickKey(session, { digit: pick(QUICK_DIGITS), categoryId: this.#maybe(this.#any('category')) }),
      () => board.placeCards(session, { places: [{ categoryId: this.#any('category'), x: below(900), y: below(900) }] }),
      () =>
        board.moveCards(session, {
          categoryIds: [this.#any('category'), this.#any('category')],
          parentId: this.#maybe(this.#any('category')),
          places: [],
        }),
      () => board.groupCards(session, { gridId: this.#any('grid'), name, categoryIds: [this.#any('category')], x: 0, y: 0 }),
      () => importSources(session, [incoming(name, pick(TEXTS))], { caseId: this.#maybe(this.#any('study_case')), kind: 'interview' }),
      () =>
        sources.updateSource(session, {
          sourceId: this.#any('source'),
          name,
          caseIds: [this.#any<CaseId>('study_case'), this.#any<CaseId>('study_case')].slice(below(3)),
        }),
      () => sources.removeSource(session, this.#any('source')),
      () => corpus.createCase(session, { name }),
      () => corpus.renameCase(session, { caseId: this.#any('study_case'), name }),
      () => corpus.removeCase(session, { caseId: this.#any('study_case') }),
      () =>
        corpus.updateParticipant(session, {
          participantId: this.#any('participant'),
          caseId: this.#maybe(this.#any('study_case')),
          isInterviewer: below(2) === 0,
        }),
      () => groups.createCaseGroup(session, { name, caseIds: [this.#any<CaseId>('study_case')].slice(below(2)) }),
      () => groups.renameCaseGroup(session, { groupId: this.#any('case_group'), name }),
      () => groups.removeCaseGroup(session, { groupId: this.#any('case_group') }),
      () => groups.setCaseGroups(session, { caseId: this.#any('study_case'), groupIds: [this.#any<never>('case_group')].slice(below(2)) }),
      ...twice(() => assignPart(session, { firstTurnId: this.#any('turn'), lastTurnId: this.#any('turn'), caseId: this.#any('study_case') })),
      () => removePart(session, { partId: this.#any('case_part') }),
      () => linkSpeaker(session, { speakerId: this.#any('speaker'), participantId: this.#maybe(this.#any('participant')) }),
      () => corpus.createAttribute(session, { scope: pick(['case', 'source', 'participant']), name }),
      () => updateAttribute(session, { attributeId: this.#any('attribute'), type: pick(ATTRIBUTE_TYPES), choices: NAMES.slice(below(3)) }),
      () => corpus.removeAttribute(session, { attributeId: this.#any('attribute') }),
      () =>
        corpus.setAttributeValue(session, {
          attributeId: this.#any('attribute'),
          targetId: this.#any(pick(['study_case', 'source', 'participant'])),
          value: this.#maybe(name) ?? '',
        }),
      () => corpus.applyAttributes(session, 'source', [{ targetId: this.#any('source'), values: { [name]: 'oui' } }]),
      () => corpus.createCoder(session, { name }),
      () => corpus.updateCoder(session, { coderId: this.#any('coder'), name }),
      () => codebook.addGrid(session, shippedGridFile(pick(['outils-de-gestion', 'protocole-partenariat'])), 'fr', null),
      () => codebook.createGrid(session, { title: name }),
      () => codebook.updateGrid(session, { gridId: this.#any('grid'), title: name }),
      () => codebook.removeGrid(session, { gridId: this.#any('grid'), withCodings: below(4) === 0 }),
      () => matrices.removeMatrix(session, { matrixId: this.#any('matrix') }),
      () => matrices.saveMatrix(session, { matrixId: this.#maybe(this.#any('matrix')), name, definition: this.#definition() }),
      () => codebook.removeCategory(session, { categoryId: this.#any('category'), withCodings: below(2) === 0 }),
      // what people do most comes several times
      ...twice(() =>
        codebook.createCategory(session, { gridId: this.#any('grid'), parentId: this.#maybe(this.#any('category')), name, origin: 'emergent' }),
      ),
      ...twice(() => codebook.updateCategory(session, { categoryId: this.#any('category'), name, definition: name })),
      ...twice(() =>
        codebook.moveCategory(session, { categoryId: this.#any('category'), parentId: this.#maybe(this.#any('category')), position: below(4) }),
      ),
      ...twice(() => codebook.mergeCategories(session, { from: this.#any('category'), into: this.#any('category') })),
      ...twice(() => codings.applyCategories(session, { ...this.#range(), categoryIds: [this.#any('category'), this.#any('category')] })),
      ...twice(() => codings.applyCategories(session, { ...this.#range(), categoryIds: [this.#any('category')] })),
      ...twice(() => codings.applyNewCategory(session, { ...this.#range(), gridId: this.#any('grid'), parentId: null, name, origin: 'in-vivo' })),
      ...twice(() => codings.removeOneCoding(session, { codingId: this.#any<CodingId>('coding') })),
      ...twice(() => codings.updateCoding(session, { codingId: this.#any('coding'), stance: this.#maybe(pick(STANCES)), weight: below(3) })),
      ...twice(() => codings.resizePassage(session, { ...this.#range(), passageId: this.#any('passage') })),
      ...twice(() => this.#editTurn(session)),
      () => splitTurn(session, { turnId: this.#any('turn'), offsetUtf16: below(40) }),
      () => joinTurn(session, { turnId: this.#any('turn') }),
      () => setSpeaker(session, { turnIds: [this.#any('turn')], label: this.#maybe(pick(['Directrice', 'présidente', 'I'])) }),
      () => setTime(session, { turnId: this.#any('turn'), offsetUtf16: below(40), timeMs: this.#maybe(below(90_000)) }),
      ...twice(() => this.#writeMemo(session)),
      ...twice(() => removeMemo(session, { memoId: this.#any('memo') })),
      ...twice(() => matrices.writeSynthesis(session, { entityKeys: this.#crossing(), text: this.#maybe(name) ?? '', status: 'draft' })),
      ...twice(() =>
        matrices.setCellStance(session, { entityKeys: this.#crossing(), passageId: this.#any('passage'), stance: this.#maybe(pick(STANCES)) }),
      ),
      ...twice(() => undo(session)),
      ...twice(() => undo(session)),
      ...twice(() => redo(session)),
      ...twice(() => redo(session)),
    ];
    return pick(acts)();
  }

  #editTurn(session: Session): unknown {
    const turnId = this.#any<codings.Range['start']['turnId']>('turn');
    const edit = () => ({ at: this.#chance.below(30), removed: this.#chance.below(12), inserted: this.#chance.pick(['', 'x', '😀', 'deux mots']) });
    const last = this.#project.project.sqlite.prepare('SELECT id FROM change_log ORDER BY number DESC LIMIT 1').pluck().get();
    return editTurn(session, { turnId, edits: [edit(), edit()].slice(this.#chance.below(2)), continues: this.#maybe(last as EntryId) });
  }

  #writeMemo(session: Session): unknown {
    const kind = this.#chance.pick(MEMO_TARGETS);
    const links = [this.#chance.pick(MEMO_LINK_KINDS), this.#chance.pick(MEMO_LINK_KINDS)].map((linked) => ({
      type: 'memo-link',
      kind: linked,
      id: this.#target(linked),
      label: linked,
    }));
    return writeMemo(session, {
      memoId: this.#maybe(this.#any('memo')),
      targetKind: kind,
      targetId: this.#target(kind),
      title: kind,
      text: this.#chance.pick(NAMES),
      document: this.#maybe(memoDocument.parse(documentOf([paragraphOf(links as never)]))),
    });
  }

  #target(kind: MemoTarget | MemoLinkKind): string {
    if (kind === 'project') return '';
    if (kind === 'cell') return crossingKey(this.#crossing());
    return this.#any(kind === 'case' ? 'study_case' : kind === 'question' ? 'guide_question' : kind);
  }

  #definition(): Parameters<typeof matrices.saveMatrix>[1]['definition'] {
    const axis = { kind: 'category', categoryId: this.#any<never>('category') } as const;
    return { rows: [axis], columns: [{ kind: 'case' }], join: { kind: 'turn' }, coderIds: null, contents: ['counts'], hidesEmpty: false };
  }

  step(): void {
    try {
      this.#act(this.#session);
      this.done += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused += 1;
    }
  }
}

const twice = <T>(act: T): T[] => [act, act];

/** The study that the log alone makes, in a new file. */
function replayed(log: Iterable<{ readonly diffs: readonly Parameters<typeof applyDiff>[1][] }>): Record<string, unknown[]> {
  const path = join(aFolder(), 'rejouée.trame');
  let content: Record<string, unknown[]> = {};
  createProjectFile(path, 'copy', (project) => {
    for (const { diffs } of log) {
      project.sqlite.exec('BEGIN');
      for (const diff of diffs) applyDiff(project.sqlite, diff);
      // after every entry all references hold: each is whole by itself
      project.sqlite.exec('COMMIT');
    }
    content = snapshot(project);
  });
  return content;
}

function start(): TestProject {
  const project = aProject()
    .withCase('Pôle 1')
    .withSource('E01', TEXTS[0] ?? '', { case: 'Pôle 1' })
    .withOwnGrid('Outils', { Coordination: ['salon'], Régulation: [] });
  // thousands of commits: the disk is not what is tested here
  project.project.sqlite.pragma('synchronous = OFF');
  return project;
}

it.each([1, 2019])('work drawn by chance (seed %d) leaves a sound project and a log that tells it all', (seed) => {
  const project = start();
  const worker = new Worker(project, chance(seed));
  for (let done = 0; done < STEPS; done += STEPS_BETWEEN_CHECKS) {
    for (let step = 0; step < STEPS_BETWEEN_CHECKS; step += 1) worker.step();
    expect(checkProject(project.project), `after ${done + STEPS_BETWEEN_CHECKS} steps`).toEqual([]);
  }
  expect(worker.done).toBeGreaterThan(STEPS / 4);
  const written = new Set(project.log().map(({ command }) => command));
  expect(written.size).toBeGreaterThan(30);
  expect(replayed(allEntries(project.project.sqlite))).toEqual(project.snapshot());
});

it('everything that work drawn by chance did is taken back, down to the empty project, and brought back', () => {
  const project = start();
  const worker = new Worker(project, chance(7));
  for (let step = 0; step < 150; step += 1) worker.step();
  const worked = project.snapshot();
  let taken = 0;
  for (; canStep(() => undo(project.session)); taken += 1);
  const content = project.snapshot();
  for (const table of Object.keys(contentTables)) expect(content[table], `${table}`).toHaveLength(table === 'project' || table === 'coder' ? 1 : 0);
  for (; taken > 0; taken -= 1) redo(project.session);
  expect(project.snapshot()).toEqual(worked);
});

function canStep(step: () => unknown): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'undo.nothing') return false;
    throw error;
  }
}

it('a log written by one file makes the same study in another, in a program that never saw the first', () => {
  const project = start();
  const copy: Project = openProject(project.path);
  const entries = [...allEntries(copy.sqlite)].map((entry) => JSON.parse(JSON.stringify(entry)) as { diffs: never[] });
  closeProject(copy);
  expect(replayed(entries)).toEqual(project.snapshot());
  expect(new Database(project.path, { readonly: true }).prepare('SELECT count(*) FROM change_log').pluck().get()).toBe(entries.length);
});
