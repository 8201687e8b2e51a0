// The commands that correct a source's text, one act or several each.
import { replaceText } from '../../../electron/commands/replace-text.ts';
import { joinTurn, setSpeaker, setTime, splitTurn } from '../../../electron/commands/turn-structure.ts';
import { planFor } from '../../../electron/exchange/plan-replacement.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import { recogniseTurns } from '../../../shared/domain/recognise-turns.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const turnWith = ({ project }: Study, words: string): TurnId => project.range(words).start.turnId;

function replaceE01(study: Study, text: string): void {
  const { turns } = recogniseTurns(text, { kind: 'colon' });
  const file = { turns, styles: [], positions: [], originalName: 'E01 corrigé.txt', sha256: '1'.repeat(64), bytes: new TextEncoder().encode(text) };
  replaceText(study.project.session, planFor(study.project.session, study.project.source('E01'), file).replacement);
}

export const TEXT_CASES: readonly Case[] = [
  [
    'source.splitTurn',
    'a turn is cut in two inside a coded passage',
    (study) =>
      splitTurn(study.project.session, {
        turnId: turnWith(study, 'Tout le monde'),
        offsetUtf16: study.project.range('monde décide').start.offsetUtf16,
      }),
  ],
  [
    'source.joinTurn',
    'a turn joins the one before it, a passage goes from the one to the other',
    (study) => joinTurn(study.project.session, { turnId: turnWith(study, 'Non, on nous écoute') }),
  ],
  [
    'source.setSpeaker',
    'a turn is somebody else’s, whom the source did not have',
    (study) => setSpeaker(study.project.session, { turnIds: [turnWith(study, 'Tout le monde'), turnWith(study, 'La feuille')], label: 'Trésorière' }),
  ],
  [
    'source.setSpeaker',
    'a turn is nobody’s',
    (study) => setSpeaker(study.project.session, { turnIds: [turnWith(study, 'Les petits')], label: null }),
  ],
  [
    'source.setTime',
    'a turn gets its time',
    (study) =>
      setTime(study.project.session, {
        turnId: turnWith(study, 'Les petits'),
        offsetUtf16: study.project.range('Les grands').start.offsetUtf16,
        timeMs: 61_000,
      }),
  ],
  [
    'source.setTime',
    'a time is stamped in the middle of a turn',
    (study) =>
      setTime(study.project.session, {
        turnId: turnWith(study, 'Les petits'),
        offsetUtf16: study.project.range('Les petits').start.offsetUtf16,
        timeMs: 0,
      }),
  ],
  [
    'source.replaceText',
    'a transcript is replaced by a corrected one',
    (study) =>
      replaceE01(
        study,
        'Enquêtrice : Qui décide ici ?\nPrésidente : Tout le monde décide, c’est notre règle 😀.\nEnquêtrice : Ah oui, vraiment tous ?\n',
      ),
  ],
  ['source.replaceText', 'a transcript is replaced by another interview', (study) => replaceE01(study, 'Zoé : Rien de tout cela, jamais.\n')],
];
