// A cell of the corpus table in words, the same in every document.
import { shownValue } from '../../../shared/domain/attribute-value.ts';
import type { CorpusCell, CorpusCellKind } from '../../../shared/domain/corpus-table.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { typeset } from '../../../shared/domain/typography.ts';
import { formatDuration, shortDate } from '../../../shared/i18n/corpus-table.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { printable } from './formats/printable-words.ts';

/** Empty where the cell is. */
export function cellWords(cell: CorpusCell, kind: CorpusCellKind, language: Language): string {
  if (cell === null || cell === '') return '';
  if (kind === 'date') return shortDate(language, String(cell));
  if (kind === 'duration') return formatDuration(language, Number(cell));
  // an attribute may be a year
  if (kind === 'text' && typeof cell === 'number') return shownValue(String(cell), 'number', language);
  return typeof cell === 'number' ? formatNumber(language, cell) : typeset(printable(cell), language);
}
