// What the axes of a matrix that are not the project's own words are called.
import type { AxisTitles } from '../domain/matrix-axis.ts';
import type { Texts } from './text.ts';

export const axisTitles: Texts<AxisTitles> = {
  fr: {
    language: 'fr',
    case: 'Cas',
    caseGroup: 'Groupe de cas',
    source: 'Source',
    participant: 'Participant',
    coder: 'Codeur',
    category: 'Catégories choisies',
    sourceKind: 'Nature de la source',
    kinds: { interview: 'Entretien', observation: 'Observation', document: 'Document', survey: 'Questionnaire' },
    speaker: 'Locuteur',
    theme: 'Thème du guide',
    question: 'Question du guide',
    researchQuestion: 'Question de recherche',
    date: 'Date',
    by: { day: 'par jour', month: 'par mois', quarter: 'par trimestre', year: 'par année', phases: 'par phase' },
    quarter: (quarter, year) => `T${quarter} ${year}`,
    inNoPeriod: (count) => `${count} hors période`,
  },
  en: {
    language: 'en',
    case: 'Case',
    caseGroup: 'Group of cases',
    source: 'Source',
    participant: 'Participant',
    coder: 'Coder',
    category: 'Chosen categories',
    sourceKind: 'Kind of source',
    kinds: { interview: 'Interview', observation: 'Observation', document: 'Document', survey: 'Survey' },
    speaker: 'Speaker',
    theme: 'Theme of the guide',
    question: 'Question of the guide',
    researchQuestion: 'Research question',
    date: 'Date',
    by: { day: 'by day', month: 'by month', quarter: 'by quarter', year: 'by year', phases: 'by phase' },
    quarter: (quarter, year) => `Q${quarter} ${year}`,
    inNoPeriod: (count) => `${count} in no period`,
  },
};
