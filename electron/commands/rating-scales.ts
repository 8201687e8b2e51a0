// Writes the scales that cells are rated on.
import type { RatingStep } from '../../shared/domain/cell.ts';
import { isSameName } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { RatingScaleId } from '../../shared/domain/ids.ts';
import { listScales } from '../queries/rating-scales.ts';
import { writeCell } from './cell-rows.ts';
import { nextPosition, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

interface ScaleInput {
  /** Null makes a new one. */
  readonly scaleId: RatingScaleId | null;
  readonly name: string;
  readonly steps: readonly RatingStep[];
}

function assertSteps(steps: readonly RatingStep[]): void {
  steps.forEach((step, at) => {
    const twin = steps.slice(0, at).find(({ value, label }) => value === step.value || isSameName(label, step.label));
    if (twin) throw new Refusal('scale.stepTwice', { label: step.label, value: step.value });
  });
}

/** Cells rated on the scale, with their rating. */
function ratedOn({ project }: Session, scaleId: RatingScaleId): { key: string; rating: number }[] {
  return project.sqlite
    .prepare<[string], { key: string; rating: number }>('SELECT key, rating FROM cell WHERE scale_id = ? ORDER BY rowid')
    .all(scaleId);
}

/** Keeps a scale, its steps in rising order. A value that cells have cannot go; its label and its rule may change. */
export function saveScale(session: Session, input: ScaleInput): RatingScaleId {
  const known = input.scaleId && requireRow(session, 'rating_scale', input.scaleId, 'scale.unknown');
  assertSteps(input.steps);
  if (listScales(session.project).some(({ id, name }) => id !== input.scaleId && isSameName(name, input.name)))
    throw new Refusal('scale.nameTaken', { name: input.name });
  const values = new Set(input.steps.map(({ value }) => value));
  const lost = input.scaleId ? ratedOn(session, input.scaleId).filter(({ rating }) => !values.has(rating)) : [];
  if (lost.length > 0) throw new Refusal('scale.valueUsed', { value: lost[0]?.rating ?? 0, cells: lost.length });
  const steps = JSON.stringify(input.steps.toSorted((a, b) => a.value - b.value));
  return runCommand(session, { name: 'scale.save', input, subject: { name: input.name } }, (context) => {
    const id = input.scaleId ?? newId<RatingScaleId>();
    if (known) context.writer.update('rating_scale', id, { name: input.name, steps });
    else context.writer.insert('rating_scale', { id, name: input.name, position: nextPosition(context, 'rating_scale'), steps });
    return id;
  });
}

/** Removes a scale and the ratings given on it. */
export function removeScale(session: Session, input: { scaleId: RatingScaleId }): void {
  const scale = requireRow(session, 'rating_scale', input.scaleId, 'scale.unknown');
  const rated = ratedOn(session, input.scaleId);
  runCommand(session, { name: 'scale.remove', input, subject: { name: scale.name, count: rated.length } }, (context) => {
    for (const { key } of rated) writeCell(context, key, { scaleId: null, rating: null });
    context.writer.remove('rating_scale', scale.id);
  });
}
