// Memos being written: what is one act, what links do, which pictures come in.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mergeCategories, removeCategory } from '../../../electron/commands/codebook.ts';
import { addImage, removeMemo, writeMemo } from '../../../electron/commands/memos.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { offerLinks } from '../../../electron/queries/memo-targets.ts';
import { countMemos, findMemos, readBacklinks, readMemo, readMemoDocument, readPicture } from '../../../electron/queries/memos.ts';
import type { MemoId } from '../../../shared/domain/ids.ts';
import { LARGEST_IMAGE_BYTES } from '../../../shared/domain/image-kind.ts';
import { crossingKey } from '../../../shared/domain/matrix.ts';
import { linksOf, writtenText } from '../../../shared/domain/written-text.ts';
import { ONE_POINT_PNG, aMemo, linkTo, linksIn, memoOf, rewriteMemo } from '../../support/memos.ts';
import { aStudy } from '../../support/study.ts';

afterEach(() => vi.useRealTimers());

describe('typing', () => {
  it('that goes on in one memo is one entry, taken back as one', () => {
    const { project } = aStudy();
    const memo = aMemo(project, 'Idée', memoOf('a'));
    const entries = project.log().length;
    for (const words of ['ab', 'abc', 'abcd']) rewriteMemo(project, memo, memoOf(words), 'Idée');
    expect(project.log()).toHaveLength(entries + 1);
    expect(findMemos(project.project, { search: 'abcd' })).toHaveLength(1);
    undo(project.session);
    expect(readMemo(project.project, memo).memo.text).toBe('a');
    redo(project.session);
    expect(readMemo(project.project, memo).memo.text).toBe('abcd');
  });

  it('is another act after a rest, by somebody else, in another memo, and after something else was done', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') });
    const { project } = aStudy();
    const [one, two] = [aMemo(project, '1', memoOf('a')), aMemo(project, '2', memoOf('b'))];
    const count = () => project.log().length;
    rewriteMemo(project, one, memoOf('ab'));
    const start = count();
    vi.setSystemTime(new Date('2026-03-02T09:02:00Z'));
    rewriteMemo(project, one, memoOf('abc'));
    expect(count()).toBe(start);
    vi.setSystemTime(new Date('2026-03-02T09:10:00Z'));
    rewriteMemo(project, one, memoOf('abcd'));
    expect(count()).toBe(start + 1);
    writeMemo(project.as('CD'), { memoId: one, targetKind: 'project', targetId: '', title: 'Revu', text: '', document: memoOf('abcde') });
    expect(count()).toBe(start + 2);
    rewriteMemo(project, two, memoOf('x'));
    rewriteMemo(project, one, memoOf('abcdef'));
    expect(count()).toBe(start + 4);
  });

  it('taken back whole with the links it brought', () => {
    const { project } = aStudy();
    const memo = aMemo(project, 'Idée', memoOf('a'));
    const before = project.snapshot();
    rewriteMemo(project, memo, memoOf(linkTo('case', project.case('Pôle 1'))));
    rewriteMemo(project, memo, memoOf(linkTo('case', project.case('Pôle 2'))));
    expect(linksIn(project)).toEqual([`case ${project.case('Pôle 2')}`]);
    undo(project.session);
    expect(project.snapshot()).toEqual(before);
  });
});

describe('the form', () => {
  it('stays while the same plain words are written over it, and goes when others are', () => {
    const { project } = aStudy();
    const memo = aMemo(project, 'Idée', memoOf('a'));
    const plain = (text: string): MemoId => writeMemo(project.session, { memoId: memo, targetKind: 'project', targetId: '', title: 'Idée', text });
    plain('a');
    expect(readMemoDocument(project.project, memo)).not.toBeNull();
    plain('b');
    expect([readMemoDocument(project.project, memo), readMemo(project.project, memo).memo.text]).toEqual([null, 'b']);
  });

  it('keeps the kind that nobody changes', () => {
    const { project } = aStudy();
    const memo = aMemo(project, 'Idée', memoOf('a'));
    const base = { memoId: memo, targetKind: 'project', targetId: '', title: 'Idée', text: 'a' } as const;
    writeMemo(project.session, { ...base, kind: 'diary', document: memoOf('a') });
    rewriteMemo(project, memo, memoOf('b'));
    expect(findMemos(project.project, { kind: 'diary' }).map(({ text }) => text)).toEqual(['b']);
  });
});

describe('links', () => {
  it('make backlinks, by the names of today', () => {
    const { project, alone } = aStudy();
    const first = aMemo(project, 'Premier', memoOf(linkTo('passage', alone)));
    const second = aMemo(project, 'Second', memoOf(linkTo('memo', first), linkTo('passage', alone)));
    expect(
      readBacklinks(project.project, { kind: 'passage', id: alone })
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Premier', 'Second']);
    expect(readMemo(project.project, first).backlinks.map(({ id }) => id)).toEqual([second]);
    expect(readMemo(project.project, second).links).toEqual([
      { kind: 'memo', id: first, label: 'Premier', ref: '', sourceId: null },
      { kind: 'passage', id: alone, label: 'Les petits suivent', ref: 'E02 §2', sourceId: project.source('E02') },
    ]);
  });

  it('to what goes away stay as words, and lead there again when it comes back', () => {
    const { project } = aStudy();
    const memo = aMemo(project, 'Idée', memoOf(linkTo('category', project.category('Gouvernance'), 'Gouvernance')));
    removeCategory(project.session, { categoryId: project.category('Gouvernance'), withCodings: true });
    expect(linksIn(project)).toEqual([]);
    expect(readMemo(project.project, memo)).toMatchObject({ memo: { text: 'Gouvernance' }, links: [] });
    expect(linksOf(readMemoDocument(project.project, memo) ?? memoOf(''))).toHaveLength(1);
    undo(project.session);
    expect(linksIn(project)).toEqual([`category ${project.category('Gouvernance')}`]);
  });

  it('written to what is gone already are words only', () => {
    const { project } = aStudy();
    aMemo(project, 'Idée', memoOf(linkTo('case', '00000000-0000-4000-8000-000000000000', 'Pôle 9')));
    expect(linksIn(project)).toEqual([]);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('go when somebody else takes back what they lead to, and redo brings both back', () => {
    const { project } = aStudy();
    const first = aMemo(project, 'Premier', memoOf('a'));
    rewriteMemo(project, aMemo(project, 'Second', memoOf('b')), memoOf(linkTo('memo', first)));
    removeMemo(project.session, { memoId: first });
    expect(linksIn(project)).toEqual([]);
    undo(project.session);
    expect(linksIn(project)).toEqual([`memo ${first}`]);
    redo(project.session);
    expect(linksIn(project)).toEqual([]);
  });

  it('and memos on cells follow a category that becomes another', () => {
    const { project } = aStudy();
    const cell = (name: string): string => crossingKey([`category:${project.category(name)}`, `case:${project.case('Pôle 1')}`]);
    const onCell = aMemo(project, 'Cellule', memoOf('x'), { kind: 'cell', id: cell('Gouvernance') });
    aMemo(project, 'Lien', memoOf(linkTo('cell', cell('Gouvernance'))));
    mergeCategories(project.session, { from: project.category('Gouvernance'), into: project.category('Influence d’acteurs') });
    expect(linksIn(project)).toEqual([`cell ${cell('Influence d’acteurs')}`]);
    expect(readMemo(project.project, onCell).memo.targetLabel).toMatch(/^Influence d.acteurs × Pôle 1$/u);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('are offered by their words, accents aside, passages by their citation too', () => {
    const { project } = aStudy();
    const offered = (search: string) => offerLinks(project.project, { search, kinds: null }).map(({ kind, label }) => `${kind} ${label}`);
    expect(offered('regulation')).toEqual(['category Régulation', 'category Régulation › charte']);
    expect(offered('e02 petits suivent')).toContain('passage Les petits suivent');
    expect(offered('gouvernance pole')).toEqual(['cell Gouvernance × Pôle 1']);
    expect(offerLinks(project.project, { search: '', kinds: ['case'] }).map(({ label }) => label)).toEqual(['Pôle 1', 'Pôle 2']);
  });
});

it('what memos say of the things of one kind is counted: those on it, and those that speak of it', () => {
  const { project } = aStudy();
  const [one, two] = [project.case('Pôle 1'), project.case('Pôle 2')];
  const before = new Map(countMemos(project.project, 'case').map(({ id, on, mentions }) => [id, [on, mentions]]));
  aMemo(project, 'Sur lui, qui se nomme', memoOf(linkTo('case', one)), { kind: 'case', id: one });
  aMemo(project, 'Ailleurs', memoOf(linkTo('case', one), linkTo('case', two)));
  const [on, mentions] = before.get(one) ?? [0, 0];
  expect(countMemos(project.project, 'case')).toEqual(
    [
      { id: one, on: (on ?? 0) + 1, mentions: (mentions ?? 0) + 1 },
      { id: two, on: 0, mentions: 1 },
    ].sort((a, b) => a.id.localeCompare(b.id)),
  );
});

describe('finding', () => {
  it('asks for every word, accents and case aside, and for kind, coder, object and day', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T12:00:00Z') });
    const { project } = aStudy();
    aMemo(project, 'Été à l’œuvre', memoOf('La Régulation marche'));
    const titles = (filter: Parameters<typeof findMemos>[1]) => findMemos(project.project, filter).map(({ title }) => title);
    expect(titles({ search: 'REGULATION ete' })).toEqual(['Été à l’œuvre']);
    expect(titles({ search: 'regulation hiver' })).toEqual([]);
    expect(titles({ from: '2026-03-01', to: '2026-03-02' })).toEqual(['Été à l’œuvre']);
    expect(titles({ from: '2026-03-03' })).not.toContain('Été à l’œuvre');
    expect(titles({ targetKind: 'case' })).toEqual(['case']);
    expect(titles({ coderId: project.coder('AB') })).not.toContain('Été à l’œuvre');
    expect(titles({ search: 'pole 1' })).toEqual(['case']);
  });
});

describe('pictures', () => {
  it('come in once by what they are, and stay for a redo', () => {
    const { project } = aStudy();
    const { sha256, mime } = addImage(project.session, { name: 'point.png', bytes: ONE_POINT_PNG });
    expect(addImage(project.session, { name: 'autre.jpg', bytes: ONE_POINT_PNG }).sha256).toBe(sha256);
    expect([mime, [...readPicture(project.project, sha256).bytes]]).toEqual(['image/png', [...ONE_POINT_PNG]]);
  });

  it.each([
    ['a page that calls itself a picture', new Uint8Array(Buffer.from('<svg onload="alert(1)"/>')), 'image.formatUnknown'],
    ['too large a one', Object.assign(new Uint8Array(LARGEST_IMAGE_BYTES + 1), ONE_POINT_PNG), 'image.tooLarge'],
  ])('are refused: %s', (_what, bytes, code) => {
    const { project } = aStudy();
    expect(() => addImage(project.session, { name: 'x.png', bytes })).toThrow(code);
  });

  it('that the project has not cannot be shown by a memo', () => {
    const { project } = aStudy();
    const document = memoOf({ type: 'memo-image', version: 1, sha256: 'a'.repeat(64), alt: '', width: null });
    expect(() => aMemo(project, 'x', document)).toThrow('image.unknown');
    expect(() => readPicture(project.project, 'a'.repeat(64))).toThrow('image.unknown');
  });
});

it('a memo is on something that is there', () => {
  const { project } = aStudy();
  const gone = '00000000-0000-4000-8000-000000000000';
  for (const [kind, id] of [
    ['cell', `category:${project.category('Gouvernance')}|case:${gone}`],
    ['cell', 'x'],
    ['question', gone],
    ['case', gone],
  ] as const)
    expect(() => aMemo(project, 'x', memoOf('x'), { kind, id })).toThrow('memo.targetUnknown');
  expect(writtenText.parse(memoOf('x'))).toEqual(memoOf('x'));
});
