// What a source's text was: every correction with who and when, and any two states compared.
import { describe, expect, it } from 'vitest';
import { replaceText } from '../../../electron/commands/replace-text.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { joinTurn, setSpeaker, splitTurn } from '../../../electron/commands/turn-structure.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { planReplacement } from '../../../electron/exchange/plan-replacement.ts';
import { compareRevisions, readRevisions } from '../../../electron/queries/revisions.ts';
import { textPieces } from '../../../electron/queries/text-diff.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { Revision, RevisionComparison } from '../../../shared/domain/revision.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TEXT =
  'Enquêtrice : Qui décide ici, au fond ?\nDirectrice : Tout le monde décide ensemble, c’est écrit.\nDirectrice : Et la charte le dit depuis longtemps.\n';

const sourceId = (project: TestProject) => project.source('E01');
const revisions = (project: TestProject): Revision[] => readRevisions(project.project, sourceId(project));
const compare = (project: TestProject, from: EntryId | null, to: EntryId | null): RevisionComparison =>
  compareRevisions(project.project, { sourceId: sourceId(project), from, to });

function correct(project: TestProject, words: string, into: string, as = project.session): void {
  const { start, end } = project.range(words);
  editTurn(as, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: end.offsetUtf16 - start.offsetUtf16, inserted: into }] });
}

/** The later text of the turns that differ, and the earlier one. */
const sides = ({ turns }: RevisionComparison): [string, string][] =>
  turns.map(({ pieces }) => {
    const side = (other: string): string => pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');
    return [side('added'), side('removed')];
  });

describe('the revisions of a text', () => {
  it('are told newest first, with who, what and how many words', () => {
    const project = aProject().withSource('E01', TEXT).withSource('E02', 'Zoé : Rien.\n').withGrid('innovation-sociale');
    correct(project, 'le monde', 'tout le grand monde', project.as('AB'));
    correct(project, 'Rien', 'Oui');
    project.codedBy('CD', 'Gouvernance', 'la charte');
    correct(project, ' au fond', '');
    undo(project.reopen().session);
    expect(
      revisions(project).map(({ number, command, kind, coderName, added, removed }) => [number, command, kind, coderName, added, removed]),
    ).toEqual([
      [3, 'source.editTurn', 'undo', 'Anne Berger', 2, 0],
      [2, 'source.editTurn', 'do', 'Anne Berger', 0, 2],
      [1, 'source.editTurn', 'do', 'AB', 2, 0],
    ]);
    expect(Date.parse(revisions(project)[0]?.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('do not count words that only changed their turn', () => {
    const project = aProject().withSource('E01', TEXT);
    const { start } = project.range('ensemble');
    const turnId = splitTurn(project.session, { turnId: start.turnId, offsetUtf16: start.offsetUtf16 });
    joinTurn(project.session, { turnId });
    setSpeaker(project.session, { turnIds: [start.turnId], label: 'Présidente' });
    expect(revisions(project).map(({ command, added, removed }) => [command, added, removed])).toEqual([
      ['source.setSpeaker', 0, 0],
      ['source.joinTurn', 0, 0],
      ['source.splitTurn', 0, 0],
    ]);
  });
});

describe('two revisions compared', () => {
  it('show the turns that differ, word by word', () => {
    const project = aProject().withSource('E01', TEXT);
    correct(project, 'le monde', 'le grand monde');
    correct(project, 'depuis longtemps', 'enfin');
    const [second, first] = revisions(project);
    const whole = compare(project, null, null);
    expect(whole).toMatchObject({ unchanged: 1, added: 2, removed: 2 });
    expect(whole.turns[0]).toMatchObject({ number: 2, speaker: 'Directrice' });
    expect(whole.turns[0]?.pieces).toEqual([
      { kind: 'same', text: 'Tout le ' },
      { kind: 'added', text: 'grand ' },
      { kind: 'same', text: 'monde décide ensemble, c’est écrit.' },
    ]);
    expect(sides(compare(project, first?.id ?? null, second?.id ?? null))).toEqual([
      ['Et la charte le dit depuis longtemps.', 'Et la charte le dit enfin.'],
    ]);
    expect(compare(project, second?.id ?? null, null).turns).toEqual([]);
    // backwards, too
    expect(sides(compare(project, second?.id ?? null, first?.id ?? null))).toEqual([
      ['Et la charte le dit enfin.', 'Et la charte le dit depuis longtemps.'],
    ]);
  });

  it('know turns that came and went, where they stood', () => {
    const project = aProject().withSource('E01', TEXT);
    const { start } = project.range('ensemble');
    splitTurn(project.session, { turnId: start.turnId, offsetUtf16: start.offsetUtf16 });
    const [split] = revisions(project);
    joinTurn(project.session, { turnId: project.range('ensemble').start.turnId });
    const comparison = compare(project, split?.id ?? null, null);
    expect(comparison.turns.map(({ number, pieces }) => [number, pieces.map(({ kind }) => kind)])).toEqual([
      [2, ['same', 'added']],
      [null, ['removed']],
    ]);
    expect(compare(project, null, split?.id ?? null).turns.map(({ number }) => number)).toEqual([2, 3]);
    expect(compare(project, null, null).turns).toEqual([]);
  });

  it('name who spoke, also by a label that is gone', () => {
    const project = aProject().withSource('E01', TEXT);
    setSpeaker(project.session, { turnIds: [project.range('Tout').start.turnId, project.range('Et la').start.turnId], label: 'Présidente' });
    const [named] = revisions(project);
    undo(project.session);
    expect(compare(project, null, named?.id ?? null).turns.map(({ speaker, pieces }) => [speaker, pieces.map(({ kind }) => kind)])).toEqual([
      ['Présidente', ['same']],
      ['Présidente', ['same']],
    ]);
    expect(compare(project, null, null).turns).toEqual([]);
  });

  it('hold after a replacement, an undo, a redo and a restart', async () => {
    const project = aProject().withSource('E01', TEXT);
    correct(project, 'au fond', 'vraiment');
    const replacing = TEXT.replace('le monde', 'le quartier').replace(/^Directrice : Et.*\n/mu, '');
    const file = { name: 'relu.txt', bytes: new TextEncoder().encode(replacing) };
    replaceText(project.session, (await planReplacement(project.session, { sourceId: sourceId(project), file })).replacement);
    undo(project.session);
    redo(project.reopen().session);
    const [again, , replaced, corrected] = revisions(project);
    expect(compare(project, replaced?.id ?? null, again?.id ?? null)).toMatchObject({ turns: [], unchanged: 2 });
    expect(sides(compare(project, corrected?.id ?? null, null))).toEqual([
      ['Qui décide ici, vraiment ?', 'Qui décide ici, au fond ?'],
      ['Tout le monde décide ensemble, c’est écrit.', 'Tout le quartier décide ensemble, c’est écrit.'],
      ['Et la charte le dit depuis longtemps.', ''],
    ]);
    expect(sides(compare(project, null, null)).map(([before]) => before)).toEqual([
      'Tout le monde décide ensemble, c’est écrit.',
      'Et la charte le dit depuis longtemps.',
    ]);
  });

  it('are refused for what is no revision of this source', () => {
    const project = aProject().withSource('E01', TEXT);
    const entry = project.log().at(-1)?.['id'] as EntryId;
    expect(() => compare(project, entry, null)).toThrow('source.revisionUnknown');
  });

  it('survive that the import itself was undone and brought back', () => {
    const project = aProject().withSource('E01', TEXT);
    correct(project, 'au fond', 'vraiment');
    undo(project.session);
    undo(project.session);
    redo(project.session);
    redo(project.session);
    expect(revisions(project).map(({ kind }) => kind)).toEqual(['redo', 'undo', 'do']);
    expect(sides(compare(project, null, null))).toEqual([['Qui décide ici, au fond ?', 'Qui décide ici, vraiment ?']]);
  });
});

it('the pieces of two texts joined are the one and the other text', () => {
  const [before, after] = ['Il dit « oui », e\u0301videmment 🎓.', 'Il a dit « non » évidemment 🎓 !'];
  const pieces = textPieces(before, after);
  const without = (other: string): string => pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');
  expect([without('added'), without('removed')]).toEqual([before, after]);
});
