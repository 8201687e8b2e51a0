// The round trip of a review without a browser: what a page holds, what a file of comments does, what a copy refuses.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createCase } from '../../../electron/commands/corpus.ts';
import { sendPack, settleThreads, writeComment } from '../../../electron/commands/reviews.ts';
import { updateSource } from '../../../electron/commands/sources.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { makeCopy, makePack, measurePack } from '../../../electron/exchange/review/review-packs.ts';
import { commentsToSend, previewComments, takeCommentsFile } from '../../../electron/exchange/review/take-comments.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { cellMarks, listPacks, listThreads } from '../../../electron/queries/reviews.ts';
import { readProject } from '../../../electron/queries/project.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { WHOLE_STUDY } from '../../../shared/domain/review-pack.ts';
import type { PackSource, PackStudy } from '../../../shared/domain/review-pack.ts';
import type { SentComment } from '../../../shared/domain/review-file.ts';
import { aFolder } from '../../support/project.ts';
import { PACK, aComment, fileOf } from '../../support/review.ts';
import { aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing was refused';
}

const blockOf = (html: string, id: string): unknown => {
  const packed = new RegExp(`id="${id}">([^<]*)<`, 'u').exec(html)?.[1] ?? '';
  return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'));
};
const HOSTILE = '</script><script>alert(1)</script> <img src=x onerror=alert(2)> javascript:alert(3) \u2028 $& $1';

describe('a page', () => {
  it('holds what was chosen, and says how much it weighs before', async () => {
    const { project } = aStudy();
    const choice = { ...WHOLE_STUDY, sourceIds: [project.source('E02')], memoIds: [], message: 'Le chapitre 5' };
    const measure = await measurePack(project.session, choice);
    expect(listPacks(project.project)).toEqual([]);
    const { html, counts } = await makePack(project.session, choice, 'Pôles.html');
    expect(counts).toEqual(measure.counts);
    expect(counts).toMatchObject({ matrices: 1, sources: 1, memos: 0 });
    expect(Math.abs(html.length - measure.bytes)).toBeLessThan(2000);
    const study = blockOf(html, 'study') as PackStudy;
    expect(study.sources.map(({ name }) => name)).toEqual(['E02']);
    const { turns, codings } = blockOf(html, 'source-0') as PackSource;
    const said = codings.map(([, , category, , turn, start, end, stop]) => [
      study.categories[category]?.name,
      turn === end ? turns[turn]?.[4].slice(start, stop) : '…',
    ]);
    expect(said).toContainEqual(['salon', 'au salon']);
    expect(html).not.toContain('id="source-1"');
    expect(listPacks(project.project)).toMatchObject([{ fileName: 'Pôles.html', message: 'Le chapitre 5', comments: 0 }]);
  });

  it('takes no word of the study for markup', async () => {
    const { project } = aStudy();
    updateSource(project.session, { sourceId: project.source('E01'), name: HOSTILE });
    const { html } = await makePack(project.session, { ...WHOLE_STUDY, message: HOSTILE }, 'Pôles.html');
    expect(html).not.toContain('alert(');
    expect(html.match(/<script/gu)?.length).toBe(html.match(/<\/script>/gu)?.length);
    expect((blockOf(html, 'study') as PackStudy).message).toBe(HOSTILE);
  });

  it('pseudonymised names nobody where Trame shows names', async () => {
    const { project } = aStudy();
    const { html, replaced } = await makePack(project.session, { ...WHOLE_STUDY, isPseudonymised: true }, 'Pôles.html');
    const study = blockOf(html, 'study') as PackStudy;
    const speakers = [0, 1, 2].flatMap((at) => (blockOf(html, `source-${at}`) as PackSource).speakers.map(({ name }) => name));
    expect(speakers.join(' ')).not.toMatch(/Directrice|Président|Entrepreneur/u);
    expect(JSON.stringify([study.memos.map(({ on }) => on), blockOf(html, 'matrix-0')])).not.toMatch(/Directrice/u);
    expect(replaced.people).toBeGreaterThan(0);
  });

  it('of nothing is refused', async () => {
    const { project } = aStudy();
    const nothing = { ...WHOLE_STUDY, matrixIds: [], sourceIds: [], memoIds: [], hasCodebook: false };
    await expect(makePack(project.session, nothing, 'Pôles.html')).rejects.toThrow('review.nothingChosen');
  });
});

function sent(s: Study): SentComment[] {
  const { sourceId, start, end } = s.project.range('Les grands groupes');
  return [
    aComment({ kind: 'passage', id: s.alone, passageId: s.alone, sourceId, label: 'E02 §2', quote: 'Les petits suivent' }),
    aComment({ kind: 'passage', id: '', sourceId, start, end, label: 'E02 §2', quote: 'Les grands groupes' }),
  ];
}

const projectId = ({ project }: Study): string => readProject(project.project).id;

function withPack(s: Study): Study {
  const counts = { matrices: 1, sources: 3, memos: 6, categories: 12 };
  sendPack(s.project.session, { id: PACK, form: 'page', fileName: 'Pôles.html', choice: WHOLE_STUDY, counts, sha256: '' });
  return s;
}

/** A correction: these words become others. */
function rewrite({ project }: Study, words: string, others: string): void {
  const { start, end } = project.range(words);
  const edits = [{ at: start.offsetUtf16, removed: end.offsetUtf16 - start.offsetUtf16, inserted: others }];
  editTurn(project.session, { turnId: start.turnId, edits });
}

describe('a file of comments', () => {
  it('is taken in one act, once, and undone in one', () => {
    const s = withPack(aStudy());
    const file = fileOf(projectId(s), sent(s));
    expect(takeCommentsFile(s.project.session, file).lines.map(({ state, found }) => [state, found])).toEqual([
      ['new', 'same'],
      ['new', 'same'],
    ]);
    expect(takeCommentsFile(s.project.session, file).lines.map(({ state }) => state)).toEqual(['known', 'known']);
    expect(listThreads(s.project.project)).toHaveLength(2);
    expect(checkProject(s.project.project)).toEqual([]);
    expect(listPacks(s.project.project)).toMatchObject([{ comments: 2, reviewers: ['Mme Durand'] }]);
    undo(s.project.session);
    expect(listThreads(s.project.project)).toEqual([]);
    expect(checkProject(s.project.project)).toEqual([]);
  });

  it('sent again with a comment worded otherwise and an answer changes the one and takes up the thread', () => {
    const s = withPack(aStudy());
    const [first, second] = sent(s) as [SentComment, SentComment];
    takeCommentsFile(s.project.session, fileOf(projectId(s), [first, second]));
    settleThreads(s.project.session, { threadIds: [first.id], isResolved: true });
    const reworded = { ...second, text: 'Autrement dit', updatedAt: '2026-03-02T10:00:00.000Z' };
    const answer = aComment(first.place, { threadId: first.id, text: 'Pas encore', verdict: 'redo' });
    const { lines } = takeCommentsFile(s.project.session, fileOf(projectId(s), [first, reworded, answer]));
    expect(lines.map(({ state }) => state)).toEqual(['known', 'changed', 'new']);
    expect(listThreads(s.project.project)).toMatchObject([{ state: 'open', verdict: 'redo' }, { comments: [{ text: 'Autrement dit' }] }]);
  });

  it('about a text that has changed keeps what was read, and finds moved words again', () => {
    const s = withPack(aStudy());
    const file = fileOf(projectId(s), sent(s));
    rewrite(s, 'Les grands groupes', 'Oui, les plus grands, oui : Les grands groupes');
    rewrite(s, 'petits suivent', 'petits se taisent');
    const { lines } = takeCommentsFile(s.project.session, file);
    expect(lines.map(({ found }) => found)).toEqual(['changed', 'moved']);
    expect(listThreads(s.project.project)[0]).toMatchObject({ quote: 'Les petits suivent', quoteNow: 'Les petits se taisent' });
  });

  it('on what is no longer there is kept with its words, and says so', () => {
    const s = withPack(aStudy());
    const gone = aComment({ kind: 'category', id: '00000000-0000-4000-8000-000000000000', label: 'Confiance', quote: 'Compter sur autrui' });
    expect(takeCommentsFile(s.project.session, fileOf(projectId(s), [gone])).lines).toMatchObject([{ found: 'gone', label: 'Confiance' }]);
    expect(listThreads(s.project.project)).toMatchObject([{ isGone: true, label: 'Confiance', quote: 'Compter sur autrui' }]);
    expect(checkProject(s.project.project)).toEqual([]);
  });

  it('edited by hand is read comment by comment, and names those that were changed', () => {
    const s = withPack(aStudy());
    const file = JSON.parse(fileOf(projectId(s), sent(s))) as { comments: { text: string; verdict: string }[] };
    const [first, second] = file.comments;
    if (first) first.text = 'Tout est parfait';
    file.comments.push({ ...second, verdict: 'peut-être' } as never);
    const preview = previewComments(s.project.project, JSON.stringify(file));
    expect(preview.lines.map(({ isAltered }) => isAltered)).toEqual([true, false]);
    expect(preview).toMatchObject({ isListAltered: true, unreadable: [{ number: 3, where: 'verdict' }] });
  });

  it.each([
    ['is no JSON', 'review.notComments', () => 'Bonjour, voici mes commentaires.'],
    ['is another file', 'review.notComments', () => '{"format":"trame-grid"}'],
    ['comes from a newer Trame', 'review.newerFormat', (s: Study) => fileOf(projectId(s), []).replace('"version":1', '"version":2')],
    ['is about another project', 'review.otherProject', (s: Study) => fileOf(PACK, sent(s))],
  ])('that %s is refused', (_, code, text) => {
    const s = aStudy();
    expect(refusalOf(() => takeCommentsFile(s.project.session, text(s)))).toBe(code);
    expect(listThreads(s.project.project)).toEqual([]);
  });

  it('pasted from an e-mail with words around it is taken', () => {
    const s = withPack(aStudy());
    const text = `Chère Anne,\n${fileOf(projectId(s), sent(s))}\nBien à vous`;
    expect(previewComments(s.project.project, text).lines).toHaveLength(2);
  });

  it('cannot change what a coder wrote', () => {
    const s = withPack(aStudy());
    const place = { kind: 'category' as const, id: s.project.category('charte') };
    const id = writeComment(s.project.session, { threadId: null, place, verdict: null, text: 'De moi', author: null });
    const forged = aComment(
      { ...place, label: '', quote: '' },
      { id, threadId: id, text: 'De quelqu’un d’autre', updatedAt: '2099-01-01T00:00:00.000Z' },
    );
    expect(takeCommentsFile(s.project.session, fileOf(projectId(s), [forged])).lines).toMatchObject([{ state: 'known' }]);
    expect(listThreads(s.project.project)[0]?.comments[0]?.text).toBe('De moi');
  });
});

describe('a copy in review mode', () => {
  it('takes comments and nothing else; they come back by the same file', () => {
    const s = aStudy();
    const path = join(aFolder(), 'relecture.trame');
    makeCopy(s.project.session, path, 'Bonne lecture');
    expect(refusalOf(() => makeCopy(s.project.session, path, ''))).toBe('project.exists');
    expect(listPacks(s.project.project)).toHaveLength(1);

    const copy = openProject(path);
    const session = { project: copy, coderId: s.project.session.coderId };
    expect(refusalOf(() => createCase(session, { name: 'Pôle 3' }))).toBe('review.copyOnly');
    const cell = { kind: 'cell' as const, id: `case:${s.project.case('Pôle 1')}|category:${s.project.category('Gouvernance')}` };
    const said = { verdict: 'redo' as const, text: 'À reprendre' };
    expect(refusalOf(() => writeComment(session, { threadId: null, place: cell, ...said, author: '' }))).toBe('review.nameless');
    writeComment(session, { threadId: null, place: cell, ...said, author: 'Mme Durand' });
    const range = s.project.range('Les grands groupes');
    const threadId = writeComment(session, { threadId: null, place: { kind: 'passage', id: range.sourceId, range }, ...said, author: 'Mme Durand' });
    const file = JSON.stringify(commentsToSend(copy));
    undo(session);
    expect(refusalOf(() => settleThreads(session, { threadIds: [threadId], isResolved: true }))).not.toBe('nothing was refused');
    closeProject(copy);

    expect(takeCommentsFile(s.project.session, file).lines.map(({ found }) => found)).toEqual(['same', 'same']);
    expect(cellMarks(s.project.project)).toMatchObject([{ key: cell.id, unsettled: 1, verdict: 'redo' }]);
    expect(checkProject(s.project.project)).toEqual([]);
    expect(refusalOf(() => commentsToSend(s.project.project))).toBe('review.notACopy');
  });

  it('that cannot be written was never sent', () => {
    const s = aStudy();
    expect(refusalOf(() => makeCopy(s.project.session, '/nowhere/at/all/relecture.trame', ''))).toBe('project.folderMissing');
    expect(listPacks(s.project.project)).toEqual([]);
    expect(existsSync(`${s.project.path}.new`)).toBe(false);
    expect(readFileSync(s.project.path).length).toBeGreaterThan(0);
  });
});
