// What a piece can be of: the study's grids, cases, sources, matrices, as the sheet needs them.
import type { Codebook } from '../../shared/domain/category.ts';
import type { Attribute, Case, CaseGroup, Coder } from '../../shared/domain/corpus.ts';
import type { Guide } from '../../shared/domain/guide.ts';
import type { SavedMatrix } from '../../shared/domain/matrix.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import type { PieceNames } from '../../shared/i18n/piece-sentence.ts';

export interface PrintingFrame {
  readonly codebook: Codebook;
  readonly cases: readonly Case[];
  readonly groups: readonly CaseGroup[];
  readonly sources: readonly SourceSummary[];
  readonly attributes: readonly Attribute[];
  readonly coders: readonly Coder[];
  readonly guides: readonly Guide[];
  readonly matrices: readonly SavedMatrix[];
}

export function namesOf(frame: PrintingFrame): PieceNames {
  const named = (items: readonly { readonly id: string; readonly name: string }[]) =>
    new Map<string, string>(items.map(({ id, name }) => [id, name]));
  const titled = (items: readonly { readonly id: string; readonly title: string }[]) =>
    new Map<string, string>(items.map(({ id, title }) => [id, title]));
  return {
    grids: titled(frame.codebook),
    cases: named(frame.cases),
    sources: named(frame.sources),
    coders: named(frame.coders),
    guides: titled(frame.guides),
    attributes: named(frame.attributes),
  };
}
