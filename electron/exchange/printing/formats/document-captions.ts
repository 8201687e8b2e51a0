// What captions are called in each language: the name of Word's sequence too, from which lists of tables are built.
import type { Language } from '../../../../shared/domain/project.ts';
import { exportText } from '../../../../shared/i18n/export.ts';
import type { CaptionLabels } from './document-layout.ts';

export function captionLabels(language: Language): CaptionLabels {
  const { table, figureLabel, captionSeparator } = exportText[language];
  return { table, figure: figureLabel, separator: captionSeparator };
}
