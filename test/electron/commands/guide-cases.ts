// Acts on interview guides, for the tests of every command.
import { mergeCategories, removeCategory, removeGrid } from '../../../electron/commands/codebook.ts';
import { removeGuide, settleMatches, writeGuide } from '../../../electron/commands/guide.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { listGuides } from '../../../electron/queries/guide.ts';
import type { GuideId } from '../../../shared/domain/ids.ts';
import { DECIDE, FUTURE, HERE, draftFrom, guideOf, questionId, settle, turnOf, withGuide } from '../../support/guide.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

function given({ project }: Study): void {
  withGuide(project);
  settle(project, 'confirmed', [DECIDE, 'Qui décide ?'], [HERE, 'Et ici ?']);
  settle(project, 'rejected', [FUTURE, 'Et ici ?']);
}

const guideId = ({ project }: Study): GuideId => listGuides(project.project)[0]?.id as GuideId;

function rewritten(study: Study): void {
  const draft = draftFrom(study.project);
  const [governance, next] = draft.themes;
  const [decide] = governance?.questions ?? [];
  if (!governance || !next || !decide) throw new Error('two themes');
  const { project } = study;
  const changed = { ...decide, text: 'Qui décide ?', categoryIds: [project.category('Coordination'), project.category('salon')] };
  const fresh = { text: 'Et la feuille de route ?', categoryIds: [project.category('feuille de route')] };
  writeGuide(project.session, {
    guideId: guideId(study),
    guide: {
      title: 'Guide revu',
      themes: [
        { ...next, questions: [changed, ...next.questions] },
        { name: 'Outils', questions: [fresh] },
      ],
    },
  });
}

export const GUIDE_CASES: readonly Case[] = [
  [
    'guide.write',
    'a guide with themes, questions and what they are meant to feed',
    ({ project: p }) =>
      writeGuide(p.session, {
        guideId: null,
        guide: guideOf(p, 'Guide', { Gouvernance: { [DECIDE]: ['Gouvernance', 'Coordination'] }, Suites: { 'Et après ?': [] } }),
      }),
  ],
  ['guide.write', 'questions change, move, come and go with their matches', rewritten, given],
  ['guide.remove', 'a guide goes with all that was said of it', (s) => removeGuide(s.project.session, { guideId: guideId(s) }), given],
  [
    'guide.settle',
    'one match is confirmed, one rejected, one left open again',
    ({ project: p }) =>
      settleMatches(p.session, {
        matches: [
          { questionId: questionId(p, FUTURE), turnId: turnOf(p, 'Et ici ?'), status: 'confirmed' },
          { questionId: questionId(p, HERE), turnId: turnOf(p, 'Qui décide ?'), status: 'rejected' },
          { questionId: questionId(p, DECIDE), turnId: turnOf(p, 'Qui décide ?'), status: null },
        ],
      }),
    given,
  ],
  ['source.remove', 'an interview goes with the questions confirmed in it', ({ project: p }) => removeSource(p.session, p.source('E01')), given],
  [
    'category.merge',
    'what a question was meant to feed is merged into something else that it feeds',
    ({ project: p }) => mergeCategories(p.session, { from: p.category('Gouvernance'), into: p.category('Influence d’acteurs') }),
    given,
  ],
  [
    'category.merge',
    'two categories that one question feeds become one',
    ({ project: p }) => mergeCategories(p.session, { from: p.category('Coordination'), into: p.category('Régulation') }),
    (study) => {
      given(study);
      const draft = draftFrom(study.project);
      for (const { questions } of draft.themes) for (const question of questions) question.categoryIds.push(study.project.category('Régulation'));
      writeGuide(study.project.session, { guideId: guideId(study), guide: draft });
    },
  ],
  [
    'category.remove',
    'a category goes, the questions stay',
    ({ project: p }) => removeCategory(p.session, { categoryId: p.category('Coordination'), withCodings: true }),
    given,
  ],
  [
    'grid.remove',
    'a grid that questions feed goes',
    ({ project: p }) => removeGrid(p.session, { gridId: p.grid('outils'), withCodings: true }),
    given,
  ],
];
