// Turns cut in two, joined, given to somebody else, set in time: codings, parts of cases, found questions and numbers stay right.
import { describe, expect, it } from 'vitest';
import { assignPart } from '../../../electron/commands/case-parts.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { joinTurn, setSpeaker, setTime, splitTurn } from '../../../electron/commands/turn-structure.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readCorpusFrame } from '../../../electron/queries/corpus.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import { readOrphans, readSpeakers, readText, readTurns } from '../../../electron/queries/sources.ts';
import type { CaseId, TurnId } from '../../../shared/domain/ids.ts';
import type { Turn } from '../../../shared/domain/source.ts';
import { HERE, settle, withGuide } from '../../support/guide.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TEXT =
  'Enquêtrice : Qui décide ?\r\nDirectrice : Tout le monde décide 🎓, c’est écrit.\r\nDirectrice : Cafe\u0301 compris.\r\nPrésident : [0:40] Et ici ?\r\n';

function coded(text = TEXT): TestProject {
  return aProject()
    .withCase('Pôle 1')
    .withSource('E01', text, { case: 'Pôle 1' })
    .withGrid('innovation-sociale')
    .codedBy('AB', 'Gouvernance', 'monde décide')
    .codedBy('AB', 'Changement', 'écrit.\r\nDirectrice : Cafe\u0301')
    .codedBy('CD', 'Gouvernance', 'Cafe\u0301 compris');
}

const turns = (project: TestProject): Turn[] => readTurns(project.project, project.source('E01'));
const wordsOf = (project: TestProject): string[] => turns(project).map(({ text, bodyStart, bodyEnd }) => text.slice(bodyStart, bodyEnd));
const quotes = (project: TestProject): string[] => listCodings(project.project).map(({ quote }) => quote);
const turnWith = (project: TestProject, words: string): TurnId => project.range(words).start.turnId;
const spoken = (project: TestProject): (string | null)[] => {
  const labels = new Map(readSpeakers(project.project, project.source('E01')).map(({ id, label }) => [id, label]));
  return turns(project).map(({ speakerId }) => (speakerId === null ? null : (labels.get(speakerId) ?? '?')));
};

function split(project: TestProject, before: string): TurnId {
  const { start } = project.range(before);
  return splitTurn(project.session, { turnId: start.turnId, offsetUtf16: start.offsetUtf16 });
}

describe('a turn cut in two', () => {
  it('gives a second turn of the same speaker, its own line, and the next number', () => {
    const project = coded();
    const second = split(project, 'décide 🎓');
    expect(wordsOf(project)).toEqual(['Qui décide ?', 'Tout le monde', 'décide 🎓, c’est écrit.', 'Cafe\u0301 compris.', 'Et ici ?']);
    expect(turns(project).map(({ number, position }) => [number, position])).toEqual([1, 2, 3, 4, 5].map((number) => [number, number - 1]));
    expect(turns(project)[2]).toMatchObject({ id: second, text: 'décide 🎓, c’est écrit.\r\n', startMs: null });
    expect(spoken(project)).toEqual(['Enquêtrice', 'Directrice', 'Directrice', 'Directrice', 'Président']);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('leaves the codings on their words: one across the cut goes on across it', () => {
    const project = coded();
    split(project, 'décide 🎓');
    expect(quotes(project)).toEqual(['monde \r\ndécide', 'écrit.\r\nDirectrice : Cafe\u0301', 'Cafe\u0301 compris']);
    undo(project.session);
    expect(readText(project.project, project.source('E01'))).toBe(TEXT);
  });

  it('takes bold letters and times along with their words', () => {
    const project = coded();
    const { start } = project.range('décide 🎓');
    const turnId = start.turnId;
    const at = start.offsetUtf16;
    project.project.sqlite.prepare('UPDATE turn SET styles = ? WHERE id = ?').run(JSON.stringify([[at - 6, at + 6, 'bold']]), turnId);
    setTime(project.session, { turnId, offsetUtf16: at - 6, timeMs: 5_000 });
    setTime(project.session, { turnId, offsetUtf16: at + 10, timeMs: 9_000 });
    split(project, 'décide 🎓');
    const [, first, second] = turns(project);
    expect([first?.styles, second?.styles]).toEqual([[{ start: at - 6, end: at + 2, style: 'bold' }], [{ start: 0, end: 6, style: 'bold' }]]);
    expect([first?.marks, second?.marks]).toEqual([[{ at: at - 6, kind: 'time', value: 5_000 }], [{ at: 10, kind: 'time', value: 9_000 }]]);
    // nothing is marked where it begins: the nearest time before
    expect(second?.startMs).toBe(5_000);
  });

  it('begins at the time marked at its first word', () => {
    const project = coded();
    const { start } = project.range('décide 🎓');
    setTime(project.session, { turnId: start.turnId, offsetUtf16: start.offsetUtf16, timeMs: 7_000 });
    split(project, 'décide 🎓');
    expect(turns(project)[2]).toMatchObject({ startMs: 7_000, marks: [] });
  });

  it('is refused where a part would have no words', () => {
    const project = coded();
    const turn = turns(project)[1] as Turn;
    for (const offsetUtf16 of [0, turn.bodyStart, turn.bodyEnd, turn.text.length])
      expect(() => splitTurn(project.session, { turnId: turn.id, offsetUtf16 })).toThrow('turn.nothingToSplit');
    const inside = turn.text.indexOf('🎓') + 1;
    expect(() => splitTurn(project.session, { turnId: turn.id, offsetUtf16: inside })).toThrow('passage.insideSurrogatePair');
  });

  it('of the last line, which has no line end, gets that of the line before', () => {
    const project = aProject().withSource('E01', 'A : Un deux.\r\nB : Trois quatre.');
    split(project, 'quatre');
    expect(readText(project.project, project.source('E01'))).toBe('A : Un deux.\r\nB : Trois \r\nquatre.');
  });
});

describe('a turn joined to the one before', () => {
  it('puts its words behind the others, after a space, and its codings with them', () => {
    const project = coded();
    const { touched, orphaned } = joinTurn(project.session, { turnId: turnWith(project, 'compris') });
    expect(wordsOf(project)).toEqual(['Qui décide ?', 'Tout le monde décide 🎓, c’est écrit. Cafe\u0301 compris.', 'Et ici ?']);
    expect(quotes(project)).toEqual(['monde décide', 'écrit. Cafe\u0301', 'Cafe\u0301 compris']);
    expect([touched, orphaned]).toEqual([[], []]);
    expect(turns(project).map(({ number, position }) => [number, position])).toEqual([1, 2, 3].map((number) => [number, number - 1]));
    expect(checkProject(project.project)).toEqual([]);
  });

  it('keeps its time at the joint', () => {
    const project = coded();
    joinTurn(project.session, { turnId: turnWith(project, 'Et ici') });
    const turn = turns(project).at(-1) as Turn;
    expect(turn.marks).toEqual([{ at: turn.text.indexOf('Et ici'), kind: 'time', value: 40_000 }]);
    // nobody speaks as the president any more
    expect(readSpeakers(project.project, project.source('E01')).map(({ label }) => label)).toEqual(['Enquêtrice', 'Directrice']);
    expect(readCorpusFrame(project.project).participants.map(({ name }) => name)).not.toContain('Président');
    expect(checkProject(project.project)).toEqual([]);
  });

  it('a coding on its label alone is kept apart', () => {
    const project = coded().codedBy('AB', 'Changement', 'Président');
    const { orphaned } = joinTurn(project.session, { turnId: turnWith(project, 'Et ici') });
    expect(readOrphans(project.project, project.source('E01')).map(({ passageId, quote }) => [passageId, quote])).toEqual([
      [orphaned[0], 'Président'],
    ]);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('undoes a cut, but for the space', () => {
    const project = coded();
    joinTurn(project.session, { turnId: split(project, 'décide 🎓') });
    expect(wordsOf(project)[1]).toBe('Tout le monde décide 🎓, c’est écrit.');
    expect(quotes(project)[0]).toBe('monde décide');
  });

  it('is refused for the first one', () => {
    const project = coded();
    expect(() => joinTurn(project.session, { turnId: turnWith(project, 'Qui') })).toThrow('turn.nothingToJoin');
  });

  it('a question found in it is found in the turn that has its words, a part of a case ends there', () => {
    const project = coded()
      .withCase('Pôle 2')
      .withOwnGrid('Outils', { Coordination: ['feuille de route', 'salon'], Régulation: ['charte'] });
    withGuide(project);
    settle(project, 'confirmed', [HERE, 'Et ici ?']);
    const [, second, , last] = turns(project) as [Turn, Turn, Turn, Turn];
    assignPart(project.session, { firstTurnId: second.id, lastTurnId: last.id, caseId: project.case('Pôle 2') as CaseId });
    joinTurn(project.session, { turnId: last.id });
    joinTurn(project.session, { turnId: turnWith(project, 'compris') });
    const { sqlite } = project.project;
    expect(sqlite.prepare('SELECT turn_id FROM question_turn').pluck().all()).toEqual([second.id]);
    expect(sqlite.prepare('SELECT first_turn_id, last_turn_id FROM case_part').raw().all()).toEqual([[second.id, second.id]]);
    const cut = split(project, 'compris');
    expect(sqlite.prepare('SELECT first_turn_id, last_turn_id FROM case_part').raw().all()).toEqual([[second.id, cut]]);
    expect(checkProject(project.project)).toEqual([]);
  });
});

describe('a turn said by somebody else', () => {
  it('shows the other label where it showed one, and the codings stay', () => {
    const project = coded();
    setSpeaker(project.session, { turnIds: [turnWith(project, 'Tout'), turnWith(project, 'compris')], label: 'Madame la trésorière' });
    expect(readText(project.project, project.source('E01'))).toBe(TEXT.replaceAll('Directrice', 'Madame la trésorière'));
    expect(spoken(project)).toEqual(['Enquêtrice', 'Madame la trésorière', 'Madame la trésorière', 'Président']);
    expect(quotes(project)).toEqual(['monde décide', 'écrit.\r\nMadame la trésorière : Cafe\u0301', 'Cafe\u0301 compris']);
    expect(readCorpusFrame(project.project).participants.find(({ name }) => name === 'Madame la trésorière')?.caseId).toBe(project.case('Pôle 1'));
    expect(readCorpusFrame(project.project).participants.map(({ name }) => name)).not.toContain('Directrice');
    expect(checkProject(project.project)).toEqual([]);
  });

  it('is the source’s own speaker, whatever capitals are typed', () => {
    const project = coded();
    setSpeaker(project.session, { turnIds: [turnWith(project, 'compris')], label: 'président' });
    expect(turns(project)[2]?.text).toBe('Président : Cafe\u0301 compris.\r\n');
    expect(spoken(project)).toEqual(['Enquêtrice', 'Directrice', 'Président', 'Président']);
  });

  it('keeps a person of whom something was said though nobody speaks as them', () => {
    const project = coded().withAttribute('participant', 'Président', 'Fonction', 'présidence');
    setSpeaker(project.session, { turnIds: [turnWith(project, 'Et ici')], label: 'Directrice' });
    expect(turns(project)[3]?.text).toBe('Directrice : [0:40] Et ici ?\r\n');
    expect(readCorpusFrame(project.project).participants.map(({ name }) => name)).toContain('Président');
    expect(readSpeakers(project.project, project.source('E01')).map(({ label }) => label)).not.toContain('Président');
    expect(checkProject(project.project)).toEqual([]);
  });

  it('is nobody, and the label leaves the text', () => {
    const project = coded();
    setSpeaker(project.session, { turnIds: [turnWith(project, 'Et ici')], label: null });
    expect(turns(project)[3]).toMatchObject({ text: '[0:40] Et ici ?\r\n', speakerId: null });
    expect(wordsOf(project)[3]).toBe('Et ici ?');
  });

  it('finds a label however its letters are composed', () => {
    const project = aProject().withSource('E01', 'Trésorie\u0300re : Oui.\nAutre : Non.\n'.replace('é', 'e\u0301'));
    setSpeaker(project.session, { turnIds: [turnWith(project, 'Oui')], label: 'Autre' });
    expect(readText(project.project, project.source('E01'))).toBe('Autre : Oui.\nAutre : Non.\n');
  });

  it('is refused for turns of two sources', () => {
    const project = coded().withSource('E02', 'Zoé : Rien.\n');
    expect(() => setSpeaker(project.session, { turnIds: [turnWith(project, 'Tout'), turnWith(project, 'Rien')], label: 'X' })).toThrow(
      'turn.unknown',
    );
  });
});

describe('a time', () => {
  it('at the beginning of the words is the turn’s, inside a mark, and null takes it away', () => {
    const project = coded();
    const { turnId, offsetUtf16 } = project.range('Tout').start;
    const inside = project.range('c’est').start.offsetUtf16;
    setTime(project.session, { turnId, offsetUtf16, timeMs: 3_000 });
    setTime(project.session, { turnId, offsetUtf16: inside, timeMs: 6_000 });
    setTime(project.session, { turnId, offsetUtf16: inside, timeMs: 6_500 });
    expect(turns(project)[1]).toMatchObject({ startMs: 3_000, marks: [{ at: inside, kind: 'time', value: 6_500 }] });
    setTime(project.session, { turnId, offsetUtf16, timeMs: null });
    setTime(project.session, { turnId, offsetUtf16: inside, timeMs: null });
    expect(turns(project)[1]).toMatchObject({ startMs: null, marks: [] });
  });

  it('is refused outside the words', () => {
    const project = coded();
    expect(() => setTime(project.session, { turnId: turnWith(project, 'Tout'), offsetUtf16: 2, timeMs: 0 })).toThrow('turn.outsideWords');
  });

  it('stays before its word when words are corrected', () => {
    const project = coded();
    const { turnId, offsetUtf16 } = project.range('c’est').start;
    setTime(project.session, { turnId, offsetUtf16, timeMs: 6_000 });
    editTurn(project.session, { turnId, edits: [{ at: project.range('Tout').start.offsetUtf16, removed: 4, inserted: 'Ici, tout' }] });
    const turn = turns(project)[1] as Turn;
    expect(turn.text.slice(turn.marks[0]?.at)).toMatch(/^c’est/);
  });
});

describe('a turn whose words all went', () => {
  it('has no number any more, those behind count without it, and typing brings it back', () => {
    const project = coded();
    const { turnId } = project.range('Tout').start;
    const turn = turns(project)[1] as Turn;
    editTurn(project.session, { turnId, edits: [{ at: turn.bodyStart, removed: turn.bodyEnd - turn.bodyStart, inserted: '' }] });
    expect(turns(project).map(({ number }) => number)).toEqual([1, null, 2, 3]);
    expect(checkProject(project.project)).toEqual([]);
    editTurn(project.session, { turnId, edits: [{ at: turn.bodyStart, removed: 0, inserted: 'Oui.' }] });
    expect(turns(project).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('keeps apart a coding that has nothing left but a label between two emptied turns', () => {
    const project = coded();
    for (const words of ['Tout le monde décide 🎓, c’est écrit.', 'Cafe\u0301 compris.']) {
      const { start } = project.range(words);
      editTurn(project.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: words.length, inserted: '' }] });
    }
    expect(readOrphans(project.project, project.source('E01')).map(({ quote }) => quote)).toEqual([
      'monde décide',
      '\r\nDirectrice : Cafe\u0301',
      'Cafe\u0301 compris',
    ]);
    expect(checkProject(project.project)).toEqual([]);
  });
});

it('an interview of 3,000 turns is cut, joined and given another speaker without a wait', () => {
  const text = Array.from(
    { length: 3_000 },
    (_, index) => `${index % 2 === 0 ? 'Enquêtrice' : 'Directrice'} : Des mots qui font une phrase numéro ${index}.\n`,
  ).join('');
  const project = aProject().withSource('E01', text);
  const [, second] = turns(project) as [Turn, Turn];
  const timed = (act: () => unknown): number => {
    const start = performance.now();
    act();
    return performance.now() - start;
  };
  const cut = timed(() => splitTurn(project.session, { turnId: second.id, offsetUtf16: second.bodyStart + 9 }));
  const third = turns(project)[2] as Turn;
  const join = timed(() => joinTurn(project.session, { turnId: third.id }));
  const given = turns(project).flatMap(({ id }, index) => (index % 2 === 1 ? [id] : []));
  const renamed = timed(() => setSpeaker(project.session, { turnIds: given, label: 'Trésorière' }));
  process.stdout.write(`cut ${Math.round(cut)} ms, joined ${Math.round(join)} ms, ${given.length} turns renamed ${Math.round(renamed)} ms\n`);
  expect(checkProject(project.project)).toEqual([]);
  // generous: other tests run beside this one
  expect(Math.max(cut, join)).toBeLessThan(1_500);
});
