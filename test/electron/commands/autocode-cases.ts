// Acts of autocoding, for the tests of every command.
import { applyRule, removeRule, renameRule } from '../../../electron/commands/autocode.ts';
import { mergeParticipants } from '../../../electron/commands/merge-participants.ts';
import { mergeCategories, removeCategory } from '../../../electron/commands/codebook.ts';
import { listRules } from '../../../electron/queries/coding-rules.ts';
import type { CodingRule } from '../../../shared/domain/coding-rule.ts';
import type { CodingRuleId, ParticipantId } from '../../../shared/domain/ids.ts';
import { ruleFor } from '../../support/autocode.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const PLACES = ['Tout le monde décide', 'Les petits suivent', 'La charte', 'décident. Les petits suivent.\nEntrepreneur : Non'];

function run({ project: p }: Study, keepAs: string | null, ruleId: CodingRuleId | null = null, words = PLACES): void {
  const find: CodingRule['find'] = {
    kind: 'speaker',
    participantIds: [p.participant('Directrice') as ParticipantId, p.participant('Président') as ParticipantId],
  };
  const rule = ruleFor(p, '', 'salon', { find, categoryIds: [p.category('salon'), p.category('Gouvernance')] });
  applyRule(p.session, { rule, places: words.map((quote) => p.range(quote)), excluded: ['a place'], keepAs, ruleId });
}

const given = (study: Study): void => run(study, 'Décision', null, PLACES.slice(1));
const rule = ({ project }: Study): CodingRuleId => listRules(project.project)[0]?.id as CodingRuleId;

export const AUTOCODE_CASES: readonly Case[] = [
  ['autocode.apply', 'many places are coded at once, where passages stand and where none does', (study) => run(study, null)],
  ['autocode.apply', 'the rule is kept with its codings', (study) => run(study, 'Décision')],
  ['autocode.apply', 'a kept rule is run again under another name', (study) => run(study, 'Qui décide', rule(study)), given],
  [
    'autocode.renameRule',
    'a rule gets another name',
    (study) => renameRule(study.project.session, { ruleId: rule(study), name: 'Qui décide' }),
    given,
  ],
  ['autocode.removeRule', 'a rule goes, its codings stay', (study) => removeRule(study.project.session, { ruleId: rule(study) }), given],
  [
    'category.remove',
    'a category that a rule applies goes',
    ({ project: p }) => removeCategory(p.session, { categoryId: p.category('Gouvernance'), withCodings: true }),
    given,
  ],
  [
    'category.merge',
    'two categories that a rule applies become one',
    ({ project: p }) => mergeCategories(p.session, { from: p.category('Gouvernance'), into: p.category('salon') }),
    given,
  ],
  [
    'participant.merge',
    'two people whom a rule names become one',
    ({ project: p }) =>
      mergeParticipants(p.session, { from: p.participant('Président') as ParticipantId, into: p.participant('Directrice') as ParticipantId }),
    given,
  ],
];
