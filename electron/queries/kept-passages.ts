// What keeps a passage in the project: a coding, a memo, a cell that it is pinned to, a link that names it or rests on it, a reviewer's comment.
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

/** SQL conditions, each on `p.id`; a passage for which none holds has no business in the file. */
const KEEPERS = [
  'EXISTS (SELECT 1 FROM coding k WHERE k.passage_id = p.id)',
  "EXISTS (SELECT 1 FROM memo m WHERE m.target_kind = 'passage' AND m.target_id = p.id)",
  'EXISTS (SELECT 1 FROM cell_quote q WHERE q.passage_id = p.id)',
  'EXISTS (SELECT 1 FROM link l WHERE l.from_passage_id = p.id)',
  'EXISTS (SELECT 1 FROM link l WHERE l.to_passage_id = p.id)',
  'EXISTS (SELECT 1 FROM link_evidence e WHERE e.passage_id = p.id)',
  'EXISTS (SELECT 1 FROM review_comment r WHERE r.passage_id = p.id)',
  'EXISTS (SELECT 1 FROM disagreement_decision d WHERE d.passage_id = p.id)',
] as const;

const KEPT = KEEPERS.join(' OR ');

/** Finds passages that nothing keeps; `place` is their id. */
export const BARE_PASSAGES = `SELECT p.id AS place FROM passage p WHERE NOT (${KEPT})`;

export function isPassageKept({ sqlite }: Project, passageId: string): boolean {
  return statement<[string]>(sqlite, `SELECT 1 FROM passage p WHERE p.id = ? AND (${KEPT})`).get(passageId) !== undefined;
}
