// Where each kind of thing that crossings, memos and links name is kept, and whether what they name is in the project.
import { entityKeysIn } from '../../shared/domain/matrix.ts';
import type { EntityKind } from '../../shared/domain/matrix.ts';
import type { MemoTarget } from '../../shared/domain/memo.ts';
import type { LinkKind } from '../../shared/domain/text-link.ts';
import type { Project } from '../storage/open-project.ts';
import type { TableName } from '../storage/schema.ts';
import { statement } from '../storage/statements.ts';

type Sqlite = Project['sqlite'];

/** Where the things that crossings are made of are kept; kinds of sources are kept nowhere, nor are periods of the sources' own dates. */
export const TABLE_OF_ENTITY = {
  category: 'category',
  case: 'study_case',
  caseGroup: 'case_group',
  source: 'source',
  participant: 'participant',
  speaker: 'speaker',
  coder: 'coder',
  attribute: 'attribute',
  period: 'attribute',
  theme: 'guide_theme',
  question: 'guide_question',
  researchQuestion: 'research_question',
} as const satisfies Record<Exclude<EntityKind, 'sourceKind'>, TableName>;

const { category, case: studyCase, source, participant } = TABLE_OF_ENTITY;

/** Where the things that memos can be on, or link to, are kept. */
export const TABLE_OF_TARGET = {
  category,
  case: studyCase,
  source,
  participant,
  passage: 'passage',
  coding: 'coding',
  matrix: 'matrix',
  question: 'guide_question',
  memo: 'memo',
} as const satisfies Record<Exclude<MemoTarget | LinkKind, 'project' | 'cell'>, TableName>;

export function hasRow(sqlite: Sqlite, table: TableName, id: string): boolean {
  return statement<[string]>(sqlite, `SELECT 1 FROM "${table}" WHERE id = ?`).get(id) !== undefined;
}

/** True where the thing that an entity's key names is in the project. What follows `=` may be anything: it may go and come back. */
export function entityStands(sqlite: Sqlite, key: string): boolean {
  const [, kind = '', id = '', value] = /^([a-zA-Z]+):([0-9a-f-]{36})?(=.*)?$/su.exec(key) ?? [];
  if (id === '') return value !== undefined && (kind === 'sourceKind' || kind === 'period');
  if (!Object.hasOwn(TABLE_OF_ENTITY, kind) || (value !== undefined && kind !== 'attribute' && kind !== 'period')) return false;
  return hasRow(sqlite, TABLE_OF_ENTITY[kind as keyof typeof TABLE_OF_ENTITY], id);
}

/** True where everything that a crossing's key names is in the project. */
export function crossingStands(sqlite: Sqlite, key: string): boolean {
  return entityKeysIn(key).every((entity) => entityStands(sqlite, entity));
}
