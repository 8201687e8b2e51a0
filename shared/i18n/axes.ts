// What the axes of a matrix that are not the project's own words are called.
import type { AxisTitles } from '../domain/matrix-axes.ts';
import type { Texts } from './text.ts';

export const axisTitles: Texts<AxisTitles> = {
  fr: { case: 'Cas', source: 'Source', participant: 'Participant', coder: 'Codeur' },
  en: { case: 'Case', source: 'Source', participant: 'Participant', coder: 'Coder' },
};
