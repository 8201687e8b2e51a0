// Matrices as a pack shows them: what is written in their cells, the verbatims chosen, the first passages.
import { Refusal } from '../../../shared/domain/failure.ts';
import type { MatrixId } from '../../../shared/domain/ids.ts';
import { withoutCuts } from '../../../shared/domain/cell.ts';
import type { CitedPassage } from '../../../shared/domain/cell.ts';
import type { MatrixCell, MatrixHeader, SavedMatrix } from '../../../shared/domain/matrix.ts';
import type { PackCell, PackHeader, PackMatrix, PackQuote } from '../../../shared/domain/review-pack.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import type { Session } from '../../commands/run-command.ts';
import { computeMatrix } from '../../queries/matrix.ts';
import { listMatrices } from '../../queries/saved-matrices.ts';
import type { PackNames } from './pack-names.ts';

type Project = Session['project'];

/** Passages of a cell whose words are in the pack beside those pinned; the transcripts have the others. */
const MOST_QUOTES = 8;

/** Refuses (`matrix.unknown`) one that is not there. */
export function chosenMatrices(project: Project, ids: readonly MatrixId[] | null): SavedMatrix[] {
  const all = listMatrices(project);
  for (const id of ids ?? []) if (!all.some((matrix) => matrix.id === id)) throw new Refusal('matrix.unknown', { id });
  return all.filter(({ id }) => ids === null || ids.includes(id));
}

function toHeader({ entities, path, label }: MatrixHeader, names: PackNames): PackHeader {
  const own = entities.map((entity) => names.entity(entity.key, entity.label));
  const above = entities.length > 1 ? own.slice(0, -1) : path.slice(0, -1);
  return { label: own.at(-1) ?? label, above, color: entities.at(-1)?.color ?? null };
}

function toQuote(quote: CitedPassage, text: string, names: PackNames): PackQuote {
  const { passageId, sourceId, ref, speaker } = quote;
  return { passageId, sourceId, ref: names.reference(sourceId, ref), speaker: names.speaker(sourceId, speaker), text };
}

function toCell(cell: MatrixCell, names: PackNames): PackCell | { key: string } {
  const pinned = cell.pinned.map((quote) => toQuote(quote, withoutCuts(quote.text, quote.cuts), names));
  const others = cell.quotes.filter(({ passageId }) => !cell.pinned.some((quote) => quote.passageId === passageId)).slice(0, MOST_QUOTES);
  const isBlank = cell.passages === 0 && pinned.length === 0 && cell.synthesis === null && cell.rating === null && cell.remark === null;
  if (isBlank) return { key: cell.key };
  return {
    key: cell.key,
    passages: cell.passages,
    sources: cell.sources,
    rating: cell.rating?.label ?? null,
    status: cell.status,
    synthesis: cell.synthesis ?? '',
    remark: cell.remark ?? '',
    stance: cell.stance,
    categories: cell.categories.map(({ name, color, passages }) => ({ name, color, passages })),
    pinned,
    quotes: others.map((quote) => toQuote(quote, quote.text, names)),
  };
}

export function packMatrix(project: Project, { id, name, notes, definition }: SavedMatrix, names: PackNames, language: Language): PackMatrix {
  const table = computeMatrix(project, definition, axisTitles[language], { title: name, withQuotes: true, mostQuotes: MOST_QUOTES });
  return {
    id,
    name,
    notes,
    rowTitle: table.rowAxes.join(' › '),
    columnTitle: table.columnAxes.join(' › '),
    rows: table.rows.map((header) => toHeader(header, names)),
    columns: table.columns.map((header) => toHeader(header, names)),
    cells: table.cells.map((line) => line.map((cell) => toCell(cell, names))),
  };
}
