// Comments and highlights of Word files coming in with their texts: codings and memos on their words, one act with the import.
import { expect, onTestFinished, test } from 'vitest';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { ImportBatch } from '../../../electron/exchange/import-batch.ts';
import type { BatchReport } from '../../../electron/exchange/import-batch.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readCodebook } from '../../../electron/queries/codebook.ts';
import { listCoders, listSources } from '../../../electron/queries/corpus.ts';
import { listMemos } from '../../../electron/queries/memos.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import type { AnnotationChoice, AnnotationOffer } from '../../../shared/domain/document-annotation.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';
import { comment, end, paragraph, run, start, wordFile } from '../../support/word-file.ts';

const LONG = 'Elle revient ici sur ce qu’elle disait au début de la rencontre, avec d’autres mots.';
const yellow = '<w:highlight w:val="yellow"/>';
const TALK = wordFile(
  paragraph(
    run('Marie : '),
    start(0),
    run('tout le monde'),
    end(0),
    run(' décide, ', yellow),
    start(1),
    start(2),
    run('vraiment', yellow),
    end(1),
    end(2),
  ) + paragraph(run('Léo : '), start(3), run('personne'), end(3)),
  [comment(0, 'Gouvernance'), comment(1, LONG, 'Luc'), comment(2, 'Oui', 'Anne'), comment(3, 'Hésitation', 'Luc')],
  '<w15:commentEx w15:paraId="P2" w15:paraIdParent="P1"/>',
);

async function imported(
  project: TestProject,
  annotations: AnnotationChoice | undefined,
): Promise<{ offer: AnnotationOffer | null; report: BatchReport }> {
  const batch = new ImportBatch(() => project.session);
  onTestFinished(() => batch.close());
  const incoming = await batch.add('E1.docx', () => TALK);
  const choice = { item: incoming.item, ...(annotations ? { annotations } : {}) };
  const report = await batch.finish([choice], { caseId: null, kind: 'interview' }, { onProgress: () => undefined, isCancelled: () => false });
  return { offer: incoming.kind === 'document' ? incoming.annotations : null, report };
}

const told = (project: TestProject): string[] =>
  listCodings(project.project).map(({ quote, category, coder }) => `${coder}: ${quote} → ${category.split(' > ').at(-1) ?? ''}`);

test('short comments name categories, longer ones are memos, a colour is a category; all of it goes with the import', async () => {
  const project = aProject().withOwnGrid('gouv', { Gouvernance: [] });
  const { offer, report } = await imported(project, { comments: 'category', highlights: 'category', names: { '#ffff00': 'À relire' } });
  expect(offer).toMatchObject({
    comments: 3,
    shortComments: 2,
    unplaced: 0,
    onParagraph: 0,
    authors: ['Anne', 'Luc'],
    colors: [{ color: '#ffff00', count: 1 }],
  });
  expect(report.imported[0]?.annotations).toEqual({ codings: 3, memos: 1, unplaced: [], onParagraph: 0 });
  expect(told(project)).toEqual(
    expect.arrayContaining([
      'Anne: tout le monde → Gouvernance',
      'Luc: personne → Hésitation',
      expect.stringMatching(/: décide, vraiment → À relire$/),
    ]),
  );
  const [memo] = listMemos(project.project, null, null);
  expect(memo).toMatchObject({ targetKind: 'passage', text: `${LONG}\n\nAnne\u00a0: Oui` });
  // a category of this name was there already; the others are in a grid of their own
  expect(readCodebook(project.project).map(({ title, categories }) => [title, categories.map(({ name }) => name)])).toEqual([
    ['gouv', ['Gouvernance']],
    ['Commentaires et surlignages', ['Hésitation', 'À relire']],
  ]);
  expect(checkProject(project.project)).toEqual([]);
  const coders = listCoders(project.project).map(({ name }) => name);
  undo(project.session);
  expect([listSources(project.project), listCodings(project.project), listMemos(project.project, null, null)]).toEqual([[], [], []]);
  expect(listCoders(project.project)).toHaveLength(coders.length - 2);
  redo(project.session);
  expect(listCodings(project.project)).toHaveLength(3);
});

test('comments may all be memos, or stay in their file', async () => {
  const project = aProject();
  const { report } = await imported(project, { comments: 'memo', highlights: 'leave' });
  expect(report.imported[0]?.annotations).toMatchObject({ codings: 0, memos: 3 });
  expect(
    listMemos(project.project, null, null)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual([`${LONG}\n\nAnne\u00a0: Oui`, 'Gouvernance', 'Hésitation']);
  const plain = aProject();
  expect((await imported(plain, undefined)).report.imported[0]?.annotations).toBeNull();
  expect(listCodings(plain.project)).toEqual([]);
});
