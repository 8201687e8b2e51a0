// Where questions may be asked, and what the answers hold.
import { describe, expect, it } from 'vitest';
import { updateParticipant } from '../../../electron/commands/corpus.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { writeGuide } from '../../../electron/commands/guide.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { readAskingTurns, readCoverage, readMatches } from '../../../electron/queries/guide.ts';
import type { GuideId, ParticipantId } from '../../../shared/domain/ids.ts';
import { guideOf, questionId, settle } from '../../support/guide.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const ROUTE = 'Comment la feuille de route a-t-elle été élaborée ?';
const DECIDE = 'Qui prend les décisions au conseil ?';
const FUTURE = 'Comment voyez-vous l’avenir du pôle ?';

const E01 =
  'Enquêtrice : Bonjour, merci de me recevoir.\n' +
  'Directrice : Je vous en prie.\n' +
  'Enquêtrice : La feuille de route, comment est-elle élaborée ?\n' +
  'Directrice : Par les membres, en quatre ateliers.\n' +
  'Président : Pas seulement.\n' +
  'Enquêtrice : C’est-à-dire ?\n' +
  'Directrice : La Région écrit aussi.\n' +
  'Enquêtrice : Et les décisions du conseil, qui les prend ?\n' +
  'Directrice : Le président décide seul.\n' +
  'Enquêtrice : Revenons à la feuille de route et à son élaboration.\n' +
  'Directrice : Elle change.\n';
const E02 = 'Comment la feuille de route a-t-elle été élaborée ?\nAu bar, je crois.\nJe vous le demande : qui le sait ?\nPersonne.\n';

function study(): { project: TestProject; guideId: GuideId } {
  const project = aProject()
    .withSource('E01', E01)
    .withSource('E02', E02)
    .withOwnGrid('Outils', { Gouvernance: [], Coordination: ['feuille de route'] });
  const guide = guideOf(project, 'Guide', { Pilotage: { [ROUTE]: ['feuille de route'], [DECIDE]: ['Gouvernance'] }, Suites: { [FUTURE]: [] } });
  return { project, guideId: writeGuide(project.session, { guideId: null, guide }) };
}

const told = ({ project, guideId }: ReturnType<typeof study>, source: string): string[] =>
  readMatches(project.project, { guideId, sourceId: project.source(source) }).map(({ number, questionId: id, status, words }) => {
    const key = [ROUTE, DECIDE, FUTURE].find((text) => questionId(project, text) === id);
    return `§${number} ${status ?? 'proposed'}: ${words.slice(0, 12)} = ${key?.slice(0, 12)}`;
  });

describe('questions are looked for', () => {
  it('in what interviewers say, in the text’s order, the settled ones kept', () => {
    const made = study();
    const { project } = made;
    expect(told(made, 'E01')).toEqual([
      '§3 proposed: La feuille d = Comment la f',
      '§8 proposed: Et les décis = Qui prend le',
      '§10 proposed: Revenons à l = Comment la f',
    ]);
    settle(project, 'confirmed', [ROUTE, 'comment est-elle élaborée']);
    settle(project, 'rejected', [ROUTE, 'Revenons à'], [FUTURE, 'merci de me recevoir']);
    expect(told(made, 'E01')).toEqual([
      '§1 rejected: Bonjour, mer = Comment voye',
      '§3 confirmed: La feuille d = Comment la f',
      '§8 proposed: Et les décis = Qui prend le',
      '§10 rejected: Revenons à l = Comment la f',
    ]);
    settle(project, null, [ROUTE, 'Revenons à']);
    expect(told(made, 'E01')).toContain('§10 proposed: Revenons à l = Comment la f');
  });

  it('in what ends in a question mark, where nobody is known to ask', () => {
    const made = study();
    const { project } = made;
    expect(readAskingTurns(project.project, project.source('E02')).map(({ number }) => number)).toEqual([1, 3]);
    expect(readAskingTurns(project.project, project.source('E01')).map(({ number }) => number)).toEqual([1, 3, 6, 8, 10]);
    expect(told(made, 'E02')).toEqual(['§1 proposed: Comment la f = Comment la f']);
  });

  it('again, when the guide or the words change', () => {
    const made = study();
    const { project, guideId } = made;
    const place = project.range('Bonjour, merci de me recevoir.');
    const { turnId, offsetUtf16: at } = place.start;
    const removed = 'Bonjour, merci de me recevoir.'.length;
    editTurn(project.session, { turnId, edits: [{ at, removed, inserted: 'Comment voyez-vous l’avenir, au pôle ?' }] });
    expect(told(made, 'E01')[0]).toBe('§1 proposed: Comment voye = Comment voye');
    writeGuide(project.session, { guideId, guide: { title: 'Guide', themes: [] } });
    expect(told(made, 'E01')).toEqual([]);
  });
});

describe('coverage', () => {
  const ofE01 = ({ project, guideId }: ReturnType<typeof study>) =>
    Object.fromEntries(
      readCoverage(project.project, guideId)
        .coverage.filter(({ sourceId }) => sourceId === project.source('E01'))
        .map((each) => [[ROUTE, DECIDE, FUTURE].find((text) => questionId(project, text) === each.questionId), each]),
    );

  it('runs from a confirmed turn to the next one, without the words of those who ask', () => {
    const made = study();
    const { project } = made;
    settle(project, 'confirmed', [ROUTE, 'comment est-elle élaborée'], [DECIDE, 'Et les décisions'], [ROUTE, 'Revenons à']);
    project
      .codedBy('AB', 'feuille de route', 'en quatre ateliers')
      .codedBy('CD', 'feuille de route', 'La Région écrit aussi')
      .codedBy('AB', 'Gouvernance', 'écrit aussi.\nEnquêtrice : Et les décisions du conseil, qui les prend ?\nDirectrice : Le président décide')
      .codedBy('AB', 'Coordination', 'Et les décisions du')
      .codedBy('AB', 'Coordination', 'Je vous en prie');
    const answers = ofE01(made);
    expect(answers[ROUTE]).toMatchObject({ asked: [{ number: 3 }, { number: 10 }], words: 6 + 2 + 4 + 2 });
    expect(answers[DECIDE]).toMatchObject({ asked: [{ number: 8 }], words: 4 });
    const [route, governance] = [project.category('feuille de route'), project.category('Gouvernance')];
    expect(answers[ROUTE]?.fed).toEqual([
      { categoryId: route, codings: 2 },
      { categoryId: governance, codings: 1 },
    ]);
    expect(answers[DECIDE]?.fed).toEqual([{ categoryId: governance, codings: 1 }]);
    expect(Object.keys(answers)).toHaveLength(2);
  });

  it('counts a coding once where a question is asked twice', () => {
    const made = study();
    const { project } = made;
    settle(project, 'confirmed', [ROUTE, 'comment est-elle élaborée'], [ROUTE, 'Et les décisions']);
    project.codedBy(
      'AB',
      'Gouvernance',
      'La Région écrit aussi.\nEnquêtrice : Et les décisions du conseil, qui les prend ?\nDirectrice : Le président',
    );
    expect(ofE01(made)[ROUTE]?.fed).toEqual([{ categoryId: project.category('Gouvernance'), codings: 1 }]);
  });

  it('follows what is coded, corrected and taken back, whatever was answered before', () => {
    const made = study();
    const { project } = made;
    settle(project, 'confirmed', [DECIDE, 'Et les décisions']);
    expect(ofE01(made)[DECIDE]).toMatchObject({ words: 6, fed: [] });
    project.codedBy('AB', 'Gouvernance', 'décide seul');
    expect(ofE01(made)[DECIDE]?.fed).toHaveLength(1);
    const { start } = project.range('décide seul');
    editTurn(project.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 0, inserted: 'ne ' }] });
    expect(ofE01(made)[DECIDE]?.words).toBe(7);
    undo(project.session);
    undo(project.session);
    expect(ofE01(made)[DECIDE]).toMatchObject({ words: 6, fed: [] });
    settle(project, 'confirmed', [ROUTE, 'Revenons à']);
    expect(ofE01(made)[DECIDE]?.words).toBe(4);
  });

  it('says how many proposals wait, interview by interview', () => {
    const { project, guideId } = study();
    const waiting = (): Record<string, number> =>
      Object.fromEntries(readCoverage(project.project, guideId).waiting.map(({ sourceId, proposals }) => [sourceId, proposals]));
    const [first, second] = [project.source('E01'), project.source('E02')];
    expect(waiting()).toEqual({ [first]: 3, [second]: 1 });
    // without anybody who is known to ask, what does not end in a question mark is not looked at
    const asks = (isInterviewer: boolean): void =>
      updateParticipant(project.session, { participantId: project.participant('Enquêtrice') as ParticipantId, isInterviewer });
    asks(false);
    expect(waiting()).toEqual({ [first]: 2, [second]: 1 });
    asks(true);
    settle(project, 'confirmed', [ROUTE, 'comment est-elle élaborée']);
    settle(project, 'rejected', [ROUTE, 'Revenons à']);
    expect(waiting()).toEqual({ [first]: 1, [second]: 1 });
  });
});
