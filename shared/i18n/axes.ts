// What the axes of a matrix that are not the project's own words are called.
import type { AxisTitles } from '../domain/matrix-axes.ts';
import type { Texts } from './text.ts';

export const axisTitles: Texts<AxisTitles> = {
  fr: { language: 'fr', case: 'Cas', caseGroup: 'Groupe de cas', source: 'Source', participant: 'Participant', coder: 'Codeur' },
  en: { language: 'en', case: 'Case', caseGroup: 'Group of cases', source: 'Source', participant: 'Participant', coder: 'Coder' },
};
