// Where a reference out of an exported document leads.
import { Refusal } from '../../shared/domain/failure.ts';
import type { PassageId, SourceId, TurnId } from '../../shared/domain/ids.ts';
import type { Reference } from '../../shared/domain/passage-link.ts';
import { citationCode } from '../../shared/domain/source.ts';
import { folded } from '../../shared/domain/category.ts';
import { rowById } from '../storage/open-project.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

interface PlaceInProject {
  readonly sourceId: SourceId;
  readonly passageId: PassageId | null;
  readonly turnId: TurnId;
}

function placeOfPassage(project: Project, passageId: PassageId): PlaceInProject {
  const passage = rowById(project, 'passage', passageId);
  if (!passage) throw new Refusal('passage.unknown', { id: passageId });
  return { sourceId: passage.sourceId as SourceId, passageId, turnId: passage.startTurnId as TurnId };
}

function placeOfCitation(project: Project, code: string, number: number): PlaceInProject {
  const sources = statement<[], { id: string; name: string }>(project.sqlite, 'SELECT id, name FROM source ORDER BY position, rowid').all();
  const wanted = folded(code);
  const source = sources.find(({ name }) => folded(name) === wanted) ?? sources.find(({ name }) => folded(citationCode(name)) === wanted);
  if (!source) throw new Refusal('source.unknown', { source: code });
  const turn = statement<[string, number], { id: string }>(project.sqlite, 'SELECT id FROM turn WHERE source_id = ? AND number = ?').get(
    source.id,
    number,
  );
  if (!turn) throw new Refusal('turn.unknown', { id: `§${number}` });
  return { sourceId: source.id as SourceId, passageId: null, turnId: turn.id as TurnId };
}

/** Refuses (`passage.unknown`, `source.unknown`, `turn.unknown`) what is not in this project. */
export function findReferred(project: Project, reference: Reference): PlaceInProject {
  return reference.kind === 'passage' ? placeOfPassage(project, reference.passageId) : placeOfCitation(project, reference.code, reference.turn);
}
