// What every export of a matrix is told, whatever its format.
import type { CaseComparison } from '../../shared/domain/compare-cases.ts';
import type { Language } from '../../shared/domain/project.ts';
import type { ExportLabels } from '../../shared/i18n/export.ts';

export type MatrixFigure = 'bubble' | 'heat' | 'toolsByCase';

export interface ExportOptions {
  readonly language: Language;
  /** Adds a second table: what the cases have in common, and what only one of them has. */
  readonly comparison: CaseComparison | null;
  readonly labels: ExportLabels;
  readonly author?: string;
  /** Replaces the source line made of the author and the number of sources. */
  readonly sourceLine?: string;
  readonly figure?: MatrixFigure;
  /** Names of the coders in `definition.coderIds`; without them the note says how many they are. */
  readonly coderNames?: readonly string[];
  readonly theme?: 'light' | 'dark';
  /** Pixels per unit of the figure; 3 prints a full page sharply. */
  readonly pngScale?: number;
  /** Where the DejaVu fonts lie when the program is packed and its packages cannot be resolved. */
  readonly fontsDir?: string;
}
