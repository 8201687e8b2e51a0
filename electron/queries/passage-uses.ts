// Reads where a passage was put to use.
import { Refusal } from '../../shared/domain/failure.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { LinkKind, LinkTarget } from '../../shared/domain/text-link.ts';
import { quotesPassage } from '../../shared/domain/passage-use.ts';
import type { PassageUses } from '../../shared/domain/passage-use.ts';
import { citationOf } from '../../shared/domain/source.ts';
import { rowById } from '../storage/open-project.ts';
import type { Project } from '../storage/open-project.ts';
import { TargetNames } from './memo-targets.ts';
import { readQuote } from './sources.ts';

interface PlacedPassage {
  readonly quote: string;
  readonly ref: string;
}

function placed(project: Project, passageId: string): PlacedPassage {
  const passage = rowById(project, 'passage', passageId);
  const source = passage && rowById(project, 'source', passage.sourceId);
  if (!passage || !source) throw new Refusal('passage.unknown');
  const { startTurnId, startUtf16, endTurnId, endUtf16 } = passage;
  const quote = passage.lostQuote ?? readQuote(project, startTurnId, startUtf16, endTurnId, endUtf16);
  return { quote, ref: citationOf(source.name, rowById(project, 'turn', startTurnId)?.number ?? null) };
}

/** Crossings whose synthesis quotes the passage, and those in which it is pinned or was given a stance; each once, the latest written first. */
function cellsWith(project: Project, passageId: string, passage: PlacedPassage): string[] {
  const { sqlite } = project;
  const named = (table: 'cell_stance' | 'cell_quote'): { key: string }[] =>
    sqlite.prepare<[string], { key: string }>(`SELECT cell_key AS key FROM ${table} WHERE passage_id = ? ORDER BY rowid`).all(passageId);
  const syntheses = sqlite
    .prepare<[string], { key: string; synthesis: string; isLinked: 0 | 1 }>(
      "SELECT key, synthesis, coalesce(instr(document, ?), 0) > 0 AS isLinked FROM cell WHERE synthesis <> '' ORDER BY updated_at DESC",
    )
    .all(passageId);
  const quoting = syntheses.filter(({ synthesis, isLinked }) => isLinked === 1 || quotesPassage(synthesis, passage));
  return [...new Set([...quoting, ...named('cell_quote'), ...named('cell_stance')].map(({ key }) => key))];
}

export function readPassageUses(project: Project, passageId: string): PassageUses {
  const passage = placed(project, passageId);
  const names = new TargetNames(project);
  const named = (kind: LinkKind, ids: readonly string[]): LinkTarget[] =>
    ids.flatMap((id) => {
      const words = names.words(kind, id);
      return words ? [{ kind, id, label: words.label, ref: words.ref, sourceId: words.sourceId as SourceId | null }] : [];
    });
  const { sqlite } = project;
  const memos = sqlite
    .prepare<[string], { id: string }>(
      `SELECT m.id FROM memo_link l JOIN memo m ON m.id = l.memo_id WHERE l.target_kind = 'passage' AND l.target_id = ? ORDER BY m.updated_at DESC, m.rowid`,
    )
    .all(passageId);
  const examples = sqlite.prepare<[string], { id: string }>('SELECT id FROM category WHERE example_passage_id = ? ORDER BY rowid').all(passageId);
  return {
    cells: named('cell', cellsWith(project, passageId, passage)),
    memos: named(
      'memo',
      memos.map(({ id }) => id),
    ),
    examples: named(
      'category',
      examples.map(({ id }) => id),
    ),
  };
}
