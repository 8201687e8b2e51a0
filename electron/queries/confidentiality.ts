// What the project says about the people in it: until when it is kept, whether names were replaced, who was erased, what the data-protection sheet tells.
import { NO_ANSWERS, dueRetention, sheetAnswers, specialKindOf } from '../../shared/domain/confidentiality.ts';
import type { Confidentiality, Retention, SpecialKind } from '../../shared/domain/confidentiality.ts';
import type { ErasedCounts, ErasureRecord } from '../../shared/domain/erasure.ts';
import { teamRole } from '../storage/team-state.ts';
import type { Project } from '../storage/open-project.ts';

type Sqlite = Project['sqlite'];

const answersIn = (kept: string): Confidentiality['answers'] => {
  const parsed = sheetAnswers.partial().safeParse(JSON.parse(kept));
  return { ...NO_ANSWERS, ...(parsed.success ? parsed.data : {}) } as Confidentiality['answers'];
};

/** A file of an earlier version, that is only read, has no such table. */
function hasTables(sqlite: Sqlite): boolean {
  return sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'confidentiality'`).get() !== undefined;
}

export function pseudonymisedAt({ sqlite }: Pick<Project, 'sqlite'>): string | null {
  if (!hasTables(sqlite)) return null;
  return sqlite.prepare<[], string | null>('SELECT max(at) FROM pseudonymisation').pluck().get() ?? null;
}

export function readErasures({ sqlite }: Pick<Project, 'sqlite'>): ErasureRecord[] {
  const rows = sqlite.prepare<[], Omit<ErasureRecord, 'removed'> & { removed: string }>(
    `SELECT e.id, e.label, e.scope, e.removed, c.name AS "by", e.at, e.state_hash AS stateHash FROM erasure e JOIN coder c ON c.id = e.coder_id ORDER BY e.at DESC`,
  );
  return rows.all().map((row) => ({ ...row, removed: JSON.parse(row.removed) as ErasedCounts }));
}

export function readConfidentiality(project: Pick<Project, 'sqlite'>): Confidentiality {
  const row = project.sqlite
    .prepare<[], { keepUntil: string | null; sheet: string }>('SELECT keep_until AS keepUntil, sheet FROM confidentiality')
    .get();
  return {
    keepUntil: row?.keepUntil ?? null,
    answers: row ? answersIn(row.sheet) : NO_ANSWERS,
    pseudonymisedAt: pseudonymisedAt(project),
    erasures: readErasures(project),
  };
}

/** For the list of projects: null where nobody needs to be reminded. */
export function readRetention({ sqlite }: Pick<Project, 'sqlite'>, today: string): Retention | null {
  if (!hasTables(sqlite)) return null;
  return dueRetention(sqlite.prepare<[], string | null>('SELECT keep_until FROM confidentiality').pluck().get() ?? null, today);
}

export interface HeldAttribute {
  readonly name: string;
  readonly scope: 'case' | 'source' | 'participant';
  readonly values: number;
  readonly special: SpecialKind | null;
}

/** What the data-protection sheet says of the project by itself. */
export interface HeldData {
  readonly title: string;
  readonly question: string;
  readonly createdAt: string;
  readonly sources: readonly { readonly kind: string; readonly count: number }[];
  readonly participants: number;
  readonly cases: number;
  readonly coders: readonly string[];
  readonly recordings: number;
  readonly originals: number;
  readonly codings: number;
  readonly memos: number;
  readonly attributes: readonly HeldAttribute[];
  readonly isProtected: boolean;
  readonly isInTeam: boolean;
}

export function readHeldData(project: Pick<Project, 'sqlite' | 'key'>): HeldData {
  const { sqlite } = project;
  const count = (sql: string): number => sqlite.prepare<[], number>(sql).pluck().get() ?? 0;
  const card = sqlite
    .prepare<[], { title: string; question: string; createdAt: string }>('SELECT title, question, created_at AS createdAt FROM project')
    .get();
  const attributes = sqlite.prepare<[], Omit<HeldAttribute, 'special'>>(
    `SELECT a.name, a.scope, (SELECT count(*) FROM attribute_value v WHERE v.attribute_id = a.id) AS "values" FROM attribute a ORDER BY a.scope, a.position`,
  );
  return {
    ...(card ?? { title: '', question: '', createdAt: '' }),
    sources: sqlite.prepare<[], { kind: string; count: number }>('SELECT kind, count(*) AS count FROM source GROUP BY kind ORDER BY kind').all(),
    participants: count('SELECT count(*) FROM participant WHERE is_interviewer = 0'),
    cases: count('SELECT count(*) FROM study_case'),
    coders: sqlite.prepare<[], string>('SELECT name FROM coder ORDER BY created_at').pluck().all(),
    recordings: count('SELECT count(*) FROM media'),
    originals: count('SELECT count(*) FROM original'),
    codings: count('SELECT count(*) FROM coding'),
    memos: count('SELECT count(*) FROM memo'),
    attributes: attributes.all().map((attribute) => ({ ...attribute, special: specialKindOf(attribute.name) })),
    isProtected: project.key !== null,
    isInTeam: teamRole(sqlite) !== undefined,
  };
}
