// Writes what researchers put where a row meets a column. A crossing is the same whatever matrix shows it.
import type { CellStatus, QuoteCut } from '../../shared/domain/cell.ts';
import type { CellEvidence } from '../../shared/domain/cell-evidence.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { PassageId, RatingScaleId } from '../../shared/domain/ids.ts';
import { crossingKey } from '../../shared/domain/matrix.ts';
import { leavesWords } from '../../shared/domain/quote-cuts.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { wordsOf } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import { entityStands } from '../queries/entity-tables.ts';
import { exampleWords, passageWords } from '../queries/example-passages.ts';
import { readSteps } from '../queries/rating-scales.ts';
import { cellAt, openSynthesis, orderPins, pinsAt, writeCell } from './cell-rows.ts';
import { removePassageIfBare } from './passage-rows.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

type EntityKeys = readonly string[];

/** The crossing's key, after checking that every entity in it exists. */
function crossing({ project }: Session, entityKeys: EntityKeys): string {
  const unknown = entityKeys.find((key) => !entityStands(project.sqlite, key));
  if (unknown !== undefined) throw new Refusal('matrix.cellUnknown', { key: unknown });
  return crossingKey(entityKeys);
}

export interface Synthesis {
  readonly entityKeys: EntityKeys;
  readonly text: string;
  /** Its form, where it has any beyond its words; then `text` is what the form says. */
  readonly document?: WrittenText | null;
  readonly status: CellStatus;
  /** What it was written on; null where nobody says: it is then never out of date. */
  readonly evidence?: CellEvidence | null;
}

/** Writes the synthesis of a crossing; an empty one removes it. Typing that goes on in the same cell is one entry of the log. */
export function writeSynthesis(session: Session, input: Synthesis): void {
  const key = crossing(session, input.entityKeys);
  const synthesis = (input.document ? wordsOf(input.document) : input.text).trim();
  const document = input.document ? JSON.stringify(input.document) : null;
  const evidence = input.evidence ? JSON.stringify(input.evidence) : null;
  const { entityKeys, status } = input;
  const known = cellAt(session, key);
  const burst = known && openSynthesis(session, known, Date.now());
  // the form is in the differences
  const logged = { entityKeys, text: synthesis, status };
  const header = {
    name: 'cell.writeSynthesis',
    input: logged,
    subject: { name: synthesis.slice(0, 40) },
    ...(burst === undefined ? {} : { continues: { entryId: burst, join: () => logged } }),
  };
  runCommand(session, header, (context) => {
    // the same words seen again say nothing new
    if (known?.synthesis === synthesis && known.document === document && known.status === status) return;
    writeCell(context, key, { synthesis, document, status, evidence });
  });
}

export function setStatus(session: Session, input: { entityKeys: EntityKeys; status: CellStatus }): void {
  const key = crossing(session, input.entityKeys);
  if (!cellAt(session, key)?.synthesis) throw new Refusal('cell.nothingWritten');
  runCommand(session, { name: 'cell.setStatus', input, subject: { status: input.status } }, (context) =>
    writeCell(context, key, { status: input.status }),
  );
}

/** The synthesis still holds, though its passages have changed. */
export function confirmSynthesis(session: Session, input: { entityKeys: EntityKeys; evidence: CellEvidence }): void {
  const key = crossing(session, input.entityKeys);
  if (!cellAt(session, key)?.synthesis) throw new Refusal('cell.nothingWritten');
  const evidence = JSON.stringify(input.evidence);
  runCommand(session, { name: 'cell.confirm', input: { entityKeys: input.entityKeys }, subject: {} }, (context) =>
    writeCell(context, key, { evidence }),
  );
}

/** Rates a crossing on a step of a scale; null takes the rating away. */
export function rate(session: Session, input: { entityKeys: EntityKeys; rating: { scaleId: RatingScaleId; value: number } | null }): void {
  const key = crossing(session, input.entityKeys);
  const { rating } = input;
  const scale = rating && requireRow(session, 'rating_scale', rating.scaleId, 'scale.unknown');
  const step = scale && readSteps(scale.steps).find(({ value }) => value === rating.value);
  if (rating && !step) throw new Refusal('scale.valueUnknown', { value: rating.value, name: scale?.name ?? '' });
  runCommand(session, { name: 'cell.rate', input, subject: step ? { name: step.label } : {} }, (context) =>
    writeCell(context, key, { scaleId: rating?.scaleId ?? null, rating: rating?.value ?? null }),
  );
}

export function writeRemark(session: Session, input: { entityKeys: EntityKeys; text: string }): void {
  const key = crossing(session, input.entityKeys);
  const remark = input.text.trim();
  runCommand(session, { name: 'cell.remark', input, subject: { name: remark.slice(0, 40) } }, (context) => writeCell(context, key, { remark }));
}

/** What a passage does to a cell's claim; null goes back to the codings' own stance. */
export function setCellStance(session: Session, input: { entityKeys: EntityKeys; passageId: PassageId; stance: Stance | null }): void {
  const cellKey = crossing(session, input.entityKeys);
  requireRow(session, 'passage', input.passageId, 'passage.unknown');
  const known = session.project.sqlite
    .prepare<[string, string], { id: string }>('SELECT id FROM cell_stance WHERE cell_key = ? AND passage_id = ?')
    .get(cellKey, input.passageId);
  runCommand(session, { name: 'cell.setStance', input, subject: { stance: input.stance ?? '' } }, ({ writer }) => {
    if (known && input.stance === null) writer.remove('cell_stance', known.id);
    else if (known && input.stance !== null) writer.update('cell_stance', known.id, { stance: input.stance });
    else if (input.stance !== null) writer.insert('cell_stance', { id: newId(), cellKey, passageId: input.passageId, stance: input.stance });
  });
}

/** Pins a verbatim at a place among those pinned there, from 0; null: after them. One already pinned moves. */
export function pinQuote(session: Session, input: { entityKeys: EntityKeys; passageId: PassageId; position: number | null }): void {
  const cellKey = crossing(session, input.entityKeys);
  requireRow(session, 'passage', input.passageId, 'passage.unknown');
  const { words } = exampleWords(session.project, input.passageId);
  runCommand(session, { name: 'cell.pin', input, subject: { name: words.slice(0, 40) } }, (context) => {
    const pins = pinsAt(context, cellKey);
    const known = pins.find(({ passageId }) => passageId === input.passageId);
    const order = pins.filter((pin) => pin !== known).map(({ id }) => id);
    const id = known?.id ?? newId<string>();
    if (!known) context.writer.insert('cell_quote', { id, cellKey, passageId: input.passageId, position: order.length, cuts: null, cutFrom: null });
    order.splice(input.position ?? order.length, 0, id);
    orderPins(context, order);
  });
}

/** Finds the pin of a passage in a cell, or refuses. */
function requirePin(session: Session, cellKey: string, passageId: PassageId): string {
  const pin = pinsAt(session, cellKey).find((each) => each.passageId === passageId);
  if (!pin) throw new Refusal('cell.notPinned');
  return pin.id;
}

export function unpinQuote(session: Session, input: { entityKeys: EntityKeys; passageId: PassageId }): void {
  const cellKey = crossing(session, input.entityKeys);
  const id = requirePin(session, cellKey, input.passageId);
  const { words } = exampleWords(session.project, input.passageId);
  runCommand(session, { name: 'cell.unpin', input, subject: { name: words.slice(0, 40) } }, (context) => {
    context.writer.remove('cell_quote', id);
    removePassageIfBare(context, input.passageId);
    orderPins(
      context,
      pinsAt(context, cellKey).map((pin) => pin.id),
    );
  });
}

/** Leaves out stretches of a pinned verbatim; none: it is shown in full. Refused where they lie outside its words, touch, or leave nothing. */
export function cutQuote(session: Session, input: { entityKeys: EntityKeys; passageId: PassageId; cuts: readonly QuoteCut[] }): void {
  const cellKey = crossing(session, input.entityKeys);
  const id = requirePin(session, cellKey, input.passageId);
  const words = passageWords(session.project, input.passageId);
  const isApart = input.cuts.every(([start, end], at) => start < end && end <= words.length && start > (input.cuts[at - 1]?.[1] ?? -1));
  if (!isApart || !leavesWords(words, input.cuts)) throw new Refusal('cell.cutInvalid');
  const cuts = input.cuts.length > 0 ? { cuts: JSON.stringify(input.cuts), cutFrom: words } : { cuts: null, cutFrom: null };
  runCommand(session, { name: 'cell.cut', input, subject: { name: words.slice(0, 40) } }, ({ writer }) => writer.update('cell_quote', id, cuts));
}
