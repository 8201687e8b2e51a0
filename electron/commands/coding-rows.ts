// Rows of codings that go from one category to another, or are repeated under another; nothing is ever doubled.
import { Refusal } from '../../shared/domain/failure.ts';
import { isOnScale, parseScale } from '../../shared/domain/weight-scale.ts';
import type { Row } from '../storage/schema.ts';
import { foldCoding, requireRow } from './rows.ts';
import { newId } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

export type CodingPlace = Pick<Row<'coding'>, 'id' | 'passageId' | 'coderId'>;

/** Every coding that names one of these categories, whoever made it. */
export function codingsOf(session: Session, categoryIds: readonly string[]): CodingPlace[] {
  const select = session.project.sqlite.prepare<[string], CodingPlace>(
    'SELECT id, passage_id AS passageId, coder_id AS coderId FROM coding WHERE category_id = ? ORDER BY rowid',
  );
  return categoryIds.flatMap((id) => select.all(id));
}

/** Finds the coding by which the same coder gave the same passage another category. */
function twinFinder({ project }: Session, categoryId: string): (coding: CodingPlace) => string | undefined {
  const select = project.sqlite.prepare<[string, string, string], { id: string }>(
    'SELECT id FROM coding WHERE passage_id = ? AND category_id = ? AND coder_id = ?',
  );
  return ({ passageId, coderId }) => select.get(passageId, categoryId, coderId)?.id;
}

/** Refuses codings whose weights the other category's scale has not: a weight of 80 says nothing between −2 and +2. */
function assertWeightsFit({ project }: Session, codings: readonly CodingPlace[], into: Row<'category'>): void {
  const scale = parseScale(into.scale);
  if (scale === null) return;
  const select = project.sqlite.prepare<[string], { weight: number | null }>('SELECT weight FROM coding WHERE id = ?');
  const weights = new Set(codings.flatMap(({ id }) => select.get(id)?.weight ?? []));
  const off = [...weights].filter((weight) => !isOnScale(scale, weight)).sort((a, b) => a - b);
  if (off.length === 0) return;
  throw new Refusal('coding.weightsOffScale', { name: into.name, weights: off.map(String), min: scale.min, max: scale.max, step: scale.step });
}

/** A coding whose passage and coder already carry the other category goes into that one. Answers with how many did. */
export function moveCodings(context: CommandContext, codings: readonly CodingPlace[], intoId: string): number {
  assertWeightsFit(context, codings, requireRow(context, 'category', intoId, 'category.unknown'));
  const twinOf = twinFinder(context, intoId);
  let folded = 0;
  for (const coding of codings) {
    const twin = twinOf(coding);
    if (twin !== undefined) folded += 1;
    if (twin === undefined) context.writer.update('coding', coding.id, { categoryId: intoId });
    else foldCoding(context, coding.id, twin);
  }
  return folded;
}

/** The same coders give the same passages another category too; their memos stay where they were written. */
export function copyCodings(context: CommandContext, codings: readonly CodingPlace[], intoId: string): number {
  assertWeightsFit(context, codings, requireRow(context, 'category', intoId, 'category.unknown'));
  const twinOf = twinFinder(context, intoId);
  let known = 0;
  for (const coding of codings) {
    if (twinOf(coding) !== undefined) {
      known += 1;
      continue;
    }
    const { weight, stance } = requireRow(context, 'coding', coding.id, 'coding.unknown');
    const { passageId, coderId } = coding;
    context.writer.insert('coding', { id: newId(), passageId, categoryId: intoId, coderId, weight, stance, createdAt: context.at });
  }
  return known;
}
