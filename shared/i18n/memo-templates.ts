// The memo templates' words: headings, questions, and the names of what the project fills in.
import type { MemoTemplateId, MemoTemplateWords } from '../domain/memo-template.ts';
import type { SourceKind } from '../domain/source.ts';
import { formatNumber } from './text.ts';
import type { Texts } from './text.ts';

interface Templates {
  readonly templates: Readonly<Record<MemoTemplateId, MemoTemplateWords>>;
  /** Between a fact's name and its value. */
  readonly colon: string;
  readonly source: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<SourceKind, string>>;
  readonly date: string;
  readonly cases: string;
  readonly speakers: string;
  readonly length: string;
  readonly words: (n: number) => string;
  readonly sources: string;
  readonly people: string;
  readonly groups: string;
}

const fr: Templates = {
  colon: '\u00a0: ',
  source: 'Source',
  kind: 'Nature',
  kinds: { interview: 'entretien', observation: 'observation', document: 'document', survey: 'questionnaire' },
  date: 'Date',
  cases: 'Cas',
  speakers: 'Qui parle',
  length: 'Longueur',
  words: (n) => `${formatNumber('fr', n)} mots`,
  sources: 'Sources',
  people: 'Personnes rencontrées',
  groups: 'Groupes',
  templates: {
    'contact-summary': {
      name: 'Fiche de synthèse d’un contact',
      title: (subject) => `Fiche de synthèse – ${subject}`,
      facts: 'Le contact',
      sections: [
        { heading: 'Thèmes et points principaux', questions: ['Qu’est-ce qui ressort de ce contact, en quelques phrases\u00a0?'] },
        {
          heading: 'Réponses aux questions de la recherche',
          questions: ['Qu’apprend-on sur chaque question du guide\u00a0?', 'Lesquelles restent sans réponse\u00a0?'],
        },
        { heading: 'Ce qui frappe', questions: ['Qu’y avait-il de saillant, de surprenant, d’éclairant\u00a0? Quelles citations garder\u00a0?'] },
        { heading: 'Pistes et hypothèses', questions: ['Quelles idées, quelles explications possibles ce contact suggère-t-il\u00a0?'] },
        {
          heading: 'Conditions du contact',
          questions: ['Lieu, durée, climat, enregistrement\u00a0: qu’est-ce qui a pu peser sur ce qui a été dit\u00a0?'],
        },
        { heading: 'Suites', questions: ['Que demander, à qui, lors du prochain contact\u00a0?'] },
      ],
    },
    'case-monograph': {
      name: 'Monographie de cas',
      title: (subject) => `Monographie – ${subject}`,
      facts: 'Le cas en bref',
      sections: [
        { heading: 'Présentation', questions: ['De quoi s’agit-il, pour quelqu’un qui ne connaît pas ce cas\u00a0?'] },
        { heading: 'Contexte et histoire', questions: ['Comment est-il né, par quelles étapes est-il passé\u00a0?'] },
        { heading: 'Acteurs et relations', questions: ['Qui compte ici, avec quels intérêts, quelles alliances, quelles tensions\u00a0?'] },
        { heading: 'Ce que montrent les données', questions: ['Dimension par dimension, que trouve-t-on, avec quelles preuves\u00a0?'] },
        { heading: 'Épisodes marquants', questions: ['Quels moments font comprendre le reste\u00a0?'] },
        { heading: 'Au regard des autres cas', questions: ['En quoi ce cas ressemble-t-il aux autres, en quoi s’en écarte-t-il\u00a0?'] },
        { heading: 'Limites et questions ouvertes', questions: ['Que ne sait-on pas encore\u00a0?'] },
      ],
    },
  },
};

const en: Templates = {
  colon: ': ',
  source: 'Source',
  kind: 'Kind',
  kinds: { interview: 'interview', observation: 'observation', document: 'document', survey: 'survey' },
  date: 'Date',
  cases: 'Cases',
  speakers: 'Who speaks',
  length: 'Length',
  words: (n) => `${formatNumber('en', n)} words`,
  sources: 'Sources',
  people: 'People met',
  groups: 'Groups',
  templates: {
    'contact-summary': {
      name: 'Contact summary sheet',
      title: (subject) => `Contact summary – ${subject}`,
      facts: 'The contact',
      sections: [
        { heading: 'Main themes and issues', questions: ['What stands out from this contact, in a few sentences?'] },
        {
          heading: 'Answers to the research questions',
          questions: ['What was learnt about each question of the guide?', 'Which are still unanswered?'],
        },
        { heading: 'What is striking', questions: ['What was salient, surprising, illuminating? Which quotes to keep?'] },
        { heading: 'Leads and hypotheses', questions: ['What ideas, what possible explanations does this contact suggest?'] },
        { heading: 'Conditions of the contact', questions: ['Place, duration, atmosphere, recording: what may have weighed on what was said?'] },
        { heading: 'Next steps', questions: ['What to ask, and whom, at the next contact?'] },
      ],
    },
    'case-monograph': {
      name: 'Case monograph',
      title: (subject) => `Monograph – ${subject}`,
      facts: 'The case in brief',
      sections: [
        { heading: 'Presentation', questions: ['What is it, for somebody who does not know this case?'] },
        { heading: 'Context and history', questions: ['How did it come about, what stages has it been through?'] },
        { heading: 'Actors and relations', questions: ['Who matters here, with what interests, alliances and tensions?'] },
        { heading: 'What the data show', questions: ['Dimension by dimension, what is found, on what evidence?'] },
        { heading: 'Telling episodes', questions: ['Which moments make the rest understandable?'] },
        { heading: 'Compared with the other cases', questions: ['In what is this case like the others, in what does it differ?'] },
        { heading: 'Limits and open questions', questions: ['What is not known yet?'] },
      ],
    },
  },
};

export const memoTemplateText: Texts<Templates> = { fr, en };
