// What must hold of memos: their words are those of their form, their links lead somewhere and stand in their text.
import { linksOf, parseWrittenText, wordsOf } from '../../shared/domain/written-text.ts';
import type { LinkKind } from '../../shared/domain/text-link.ts';
import type { Problem } from '../../shared/domain/project.ts';
import type { Project } from '../storage/open-project.ts';
import { TargetNames } from './memo-targets.ts';

export function checkMemos(project: Project): Problem[] {
  const problems: Problem[] = [];
  const pointed = new Map<string, Set<string>>();
  const pictures = new Set(
    project.sqlite
      .prepare<[], { sha256: string }>('SELECT sha256 FROM image')
      .all()
      .map(({ sha256 }) => sha256),
  );
  for (const row of project.sqlite
    .prepare<[], { id: string; text: string; document: string }>('SELECT id, text, document FROM memo WHERE document IS NOT NULL')
    .iterate()) {
    const document = parseWrittenText(row.document);
    if (!document || wordsOf(document) !== row.text) problems.push({ what: 'memo.document', where: row.id });
    if (document) pointed.set(row.id, new Set(linksOf(document).map(({ kind, id }) => `${kind} ${id}`)));
    for (const [, sha256 = ''] of row.document.matchAll(/"sha256":"([0-9a-f]{64})"/gu))
      if (!pictures.has(sha256)) problems.push({ what: 'memo.pictureGone', where: row.id });
  }
  const names = new TargetNames(project);
  const links = project.sqlite
    .prepare<[], { memo: string; kind: LinkKind; id: string }>('SELECT memo_id AS memo, target_kind AS kind, target_id AS id FROM memo_link')
    .all();
  for (const { memo, kind, id } of links) {
    if (!pointed.get(memo)?.has(`${kind} ${id}`)) problems.push({ what: 'memo.linkNotInText', where: memo });
    if (!names.words(kind, id)) problems.push({ what: 'memo.linkTargetGone', where: `${memo}: ${kind} ${id}` });
  }
  return problems;
}
