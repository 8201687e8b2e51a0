// What every export of a matrix is told, whatever its format.
import type { CaseComparison } from '../../../shared/domain/compare-cases.ts';
import type { RatingScale } from '../../../shared/domain/cell.ts';
import type { PassageId, SourceId } from '../../../shared/domain/ids.ts';
import type { FigureKind } from '../../../shared/domain/print.ts';
import type { Language } from '../../../shared/domain/project.ts';
import type { ExportLabels } from '../../../shared/i18n/export.ts';
import type { CellBlock } from './formats/printed-document.ts';

export interface ExportOptions {
  readonly language: Language;
  /** Adds a second table: what the cases have in common, and what only one of them has. */
  readonly comparison: CaseComparison | null;
  readonly labels: ExportLabels;
  readonly author?: string;
  /** References then lead back to their passages in the workbench. */
  readonly projectId?: string;
  /** Replaces the source line made of the author and the number of sources. */
  readonly sourceLine?: string;
  /** Who spoke, as references say it; without it the label in the source. */
  readonly speaker?: (sourceId: SourceId, label: string | null) => string | null;
  /** The form that the synthesis of a crossing was given; null where its words are all there is. */
  readonly formOf?: (key: string) => readonly CellBlock[] | null;
  /** The passages that the synthesis of a crossing quotes: they are not printed again among the verbatims under it. */
  readonly citedIn?: (key: string) => ReadonlySet<PassageId>;
  /** The project's scales: those that the table's ratings are on stand under it with their rules. */
  readonly scales?: readonly RatingScale[];
  readonly figure?: FigureKind;
  /** Names of the coders in `definition.coderIds`; without them the note says how many they are. */
  readonly coderNames?: readonly string[];
  readonly theme?: 'light' | 'dark';
  /** Where the DejaVu fonts lie when the program is packed and its packages cannot be resolved. */
  readonly fontsDir?: string;
}
