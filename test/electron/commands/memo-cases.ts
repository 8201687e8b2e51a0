// Acts on memos and on what they point to, for the tests of every command.
import { mergeCategories, removeCategory } from '../../../electron/commands/codebook.ts';
import { removeOneCoding, resizePassage } from '../../../electron/commands/codings.ts';
import { removeCase } from '../../../electron/commands/corpus.ts';
import { removeGuide, writeGuide } from '../../../electron/commands/guide.ts';
import { mergeParticipants } from '../../../electron/commands/merge-participants.ts';
import { addImage, removeMemo, writeMemo } from '../../../electron/commands/memos.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { listGuides } from '../../../electron/queries/guide.ts';
import { findMemos } from '../../../electron/queries/memos.ts';
import { crossingKey } from '../../../shared/domain/matrix.ts';
import { guideOf } from '../../support/guide.ts';
import { ONE_POINT_PNG, aMemo, linkTo, memoOf, rewriteMemo } from '../../support/memos.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const crossing = ({ project: p }: Study): string => crossingKey([`category:${p.category('Gouvernance')}`, `case:${p.case('Pôle 1')}`]);

/** A memo that points to some of everything, one on a cell, one that points to that one. */
function linked(study: Study): void {
  const { project: p } = study;
  const onCell = aMemo(p, 'Cellule', memoOf('Ce que dit la cellule'), { kind: 'cell', id: crossing(study) });
  aMemo(
    p,
    'Liens',
    memoOf(
      linkTo('category', p.category('Gouvernance')),
      linkTo('category', p.category('Influence d’acteurs')),
      linkTo('case', p.case('Pôle 1')),
      linkTo('source', p.source('E01')),
      linkTo('participant', p.participant('Directrice')),
      linkTo('passage', study.alone),
      linkTo('matrix', study.matrix),
      linkTo('cell', crossing(study)),
      linkTo('memo', onCell),
    ),
  );
}

const memoCalled = ({ project: p }: Study, title: string) => {
  const found = findMemos(p.project, {}).find((memo) => memo.title === title);
  if (!found) throw new Error(title);
  return found.id;
};

export const MEMO_CASES: readonly Case[] = [
  ['memo.write', 'a memo with links to some of everything', (s) => aMemo(s.project, 'Un lien', memoOf(linkTo('passage', s.shared)))],
  [
    'memo.write',
    'a memo on a cell becomes theoretical, with a picture',
    (s) => {
      const { sha256 } = addImage(s.project.session, { name: 'schéma.png', bytes: ONE_POINT_PNG });
      const document = memoOf({ type: 'memo-image', version: 1, sha256, alt: 'schéma', width: null });
      writeMemo(s.project.session, {
        memoId: memoCalled(s, 'Cellule'),
        targetKind: 'cell',
        targetId: '',
        kind: 'theoretical',
        title: 'T',
        text: '',
        document,
      });
    },
    (s) => {
      linked(s);
      // what comes between ends the burst of typing
      aMemo(s.project, 'Autre', memoOf('x'));
    },
  ],
  [
    'memo.write',
    'links come and go with the text',
    (s) =>
      rewriteMemo(s.project, memoCalled(s, 'Liens'), memoOf(linkTo('case', s.project.case('Pôle 2')), linkTo('source', s.project.source('E01')))),
    (s) => {
      linked(s);
      aMemo(s.project, 'Autre', memoOf('x'));
    },
  ],
  ['memo.remove', 'a memo that another points to goes', (s) => removeMemo(s.project.session, { memoId: memoCalled(s, 'Cellule') }), linked],
  ['memo.remove', 'a memo goes with its links', (s) => removeMemo(s.project.session, { memoId: memoCalled(s, 'Liens') }), linked],
  [
    'category.remove',
    'a category that memos point to goes, the memo on its cell with it',
    ({ project: p }) => removeCategory(p.session, { categoryId: p.category('Gouvernance'), withCodings: true }),
    linked,
  ],
  [
    'category.merge',
    'links lead to what the category became, in the text too, once where both were named',
    ({ project: p }) => mergeCategories(p.session, { from: p.category('Gouvernance'), into: p.category('Influence d’acteurs') }),
    linked,
  ],
  [
    'participant.merge',
    'links lead to the one person that two labels were',
    ({ project: p }) => mergeParticipants(p.session, { from: p.participant('Directrice') as never, into: p.participant('Président') as never }),
    linked,
  ],
  ['case.remove', 'a case goes with the memos on its cells', ({ project: p }) => removeCase(p.session, { caseId: p.case('Pôle 1') }), linked],
  ['source.remove', 'an interview that memos point to goes', ({ project: p }) => removeSource(p.session, p.source('E01')), linked],
  [
    'coding.remove',
    'the last coding of a passage that memos point to goes',
    (s) => removeOneCoding(s.project.as('AB'), { codingId: s.coding(s.alone, 'AB') }),
    linked,
  ],
  [
    'passage.resize',
    'links follow the passage whose ends move',
    (s) => resizePassage(s.project.as('AB'), { passageId: s.alone, ...s.project.range('Les petits') }),
    linked,
  ],
  [
    'guide.remove',
    'a guide goes with the memos on its questions',
    ({ project: p }) => removeGuide(p.session, { guideId: listGuides(p.project)[0]?.id as never }),
    ({ project: p }) => {
      writeGuide(p.session, { guideId: null, guide: guideOf(p, 'Guide', { Gouvernance: { 'Qui décide ?': [] } }) });
      const question = listGuides(p.project)[0]?.themes[0]?.questions[0]?.id ?? '';
      aMemo(p, 'Question', memoOf('Mal posée'), { kind: 'question', id: question });
    },
  ],
];
