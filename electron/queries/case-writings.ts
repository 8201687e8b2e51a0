// What is written of cases: every crossing of a case with categories, or with a question of the study, that holds words, a rating or a verbatim.
import { entityKeysIn } from '../../shared/domain/matrix.ts';
import { parseWrittenText } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';
import { readWritten } from './matrix-written.ts';
import type { WrittenCell } from './matrix-written.ts';

export interface CaseWriting extends WrittenCell {
  /** The synthesis with its form; null where only plain words were written. */
  readonly document: WrittenText | null;
  /** What the case is crossed with. */
  readonly categoryIds: readonly string[];
  readonly questionIds: readonly string[];
}

const idsOf = (kind: string, keys: readonly string[]): string[] =>
  keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1));

/** By case, in no order. Crossings with anything else (a source, somebody, a coder) say something of that, and are left out. */
export function readCaseWritings(project: Project): ReadonlyMap<CaseId, readonly CaseWriting[]> {
  const documents = new Map(
    project.sqlite
      .prepare<[], { key: string; document: string }>('SELECT key, document FROM cell WHERE document IS NOT NULL')
      .all()
      .map(({ key, document }) => [key, document]),
  );
  const writings = new Map<CaseId, CaseWriting[]>();
  for (const [key, cell] of readWritten(project).cells) {
    const keys = entityKeysIn(key);
    const [caseIds, categoryIds, questionIds] = [idsOf('case', keys), idsOf('category', keys), idsOf('researchQuestion', keys)];
    const caseId = caseIds[0] as CaseId | undefined;
    const isOfOneCase = caseIds.length === 1 && categoryIds.length + questionIds.length === keys.length - 1 && keys.length > 1;
    if (!isOfOneCase || caseId === undefined) continue;
    const own = writings.get(caseId) ?? [];
    own.push({ ...cell, document: parseWrittenText(documents.get(key) ?? null), categoryIds, questionIds });
    writings.set(caseId, own);
  }
  return writings;
}
