// What writing a guide keeps, and what it lets go.
import { describe, expect, it } from 'vitest';
import { moveMatches, removeMatchesIn } from '../../../electron/commands/rows.ts';
import { runCommand } from '../../../electron/commands/run-command.ts';
import { settleMatches, writeGuide } from '../../../electron/commands/guide.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listGuides, readMatches } from '../../../electron/queries/guide.ts';
import type { GuideQuestionId, GuideThemeId } from '../../../shared/domain/ids.ts';
import { DECIDE, FUTURE, HERE, draftFrom, guideOf, questionId, settle, turnOf, withGuide } from '../../support/guide.ts';
import { aStudy } from '../../support/study.ts';

const statuses = (project: ReturnType<typeof aStudy>['project']): unknown[] =>
  project.project.sqlite.prepare('SELECT q.text, m.status FROM question_turn m JOIN guide_question q ON q.id = m.question_id ORDER BY q.text').all();

describe('a guide', () => {
  it('writes only what differs, and nothing where nothing does', () => {
    const { project } = aStudy();
    const guideId = withGuide(project);
    const entries = project.log().length;
    writeGuide(project.session, { guideId, guide: draftFrom(project) });
    expect(project.log()).toHaveLength(entries);
    const draft = draftFrom(project);
    draft.themes[0]?.questions.reverse();
    writeGuide(project.session, { guideId, guide: draft });
    const { diffs } = project.log().at(-1) as { diffs: string };
    expect((JSON.parse(diffs) as { table: string }[]).map(({ table }) => table)).toEqual(['guide_question', 'guide_question']);
  });

  it('takes an identity that the writer gives to what is new, and keeps it from then on', () => {
    const { project } = aStudy();
    const id = 'aaaaaaaa-0000-4000-8000-000000000001' as GuideQuestionId;
    const theme = 'aaaaaaaa-0000-4000-8000-000000000002' as GuideThemeId;
    const guide = { title: 'G', themes: [{ id: theme, name: 'T', questions: [{ id, text: 'Qui décide ?', categoryIds: [] }] }] };
    const guideId = writeGuide(project.session, { guideId: null, guide });
    expect(listGuides(project.project)[0]?.themes[0]).toMatchObject({ id: theme, questions: [{ id }] });
    settle(project, 'confirmed', ['Qui décide ?', 'Qui décide ?']);
    writeGuide(project.session, { guideId, guide: { ...guide, title: 'H' } });
    expect(statuses(project)).toHaveLength(1);
    // the same name twice, or one that another guide has, is something else
    const [twice] = guide.themes;
    if (!twice) throw new Error('a theme');
    writeGuide(project.session, { guideId: null, guide: { title: 'Autre', themes: [twice, twice] } });
    const ids = listGuides(project.project).flatMap(({ themes }) => themes.flatMap(({ questions }) => questions.map((question) => question.id)));
    expect(new Set(ids).size).toBe(3);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('a question that moves to another theme takes its links and matches along', () => {
    const { project } = aStudy();
    const guideId = withGuide(project);
    settle(project, 'confirmed', [DECIDE, 'Qui décide ?']);
    const draft = draftFrom(project);
    const moved = draft.themes[0]?.questions.shift();
    if (moved) draft.themes[1]?.questions.push(moved);
    writeGuide(project.session, { guideId, guide: { ...draft, themes: draft.themes.slice(1) } });
    const [theme] = listGuides(project.project)[0]?.themes ?? [];
    expect(theme?.questions.map(({ text, categoryIds }) => [text, categoryIds.length])).toEqual([
      [FUTURE, 1],
      [DECIDE, 2],
    ]);
    expect(statuses(project)).toEqual([{ text: DECIDE, status: 'confirmed' }]);
  });

  it('refuses what it does not know', () => {
    const { project } = aStudy();
    withGuide(project);
    const gone = 'aaaaaaaa-0000-4000-8000-00000000000f';
    const before = project.snapshot();
    const draft = guideOf(project, 'G', { T: { 'Q ?': [] } });
    expect(() => writeGuide(project.session, { guideId: gone as never, guide: draft })).toThrow('guide.unknown');
    draft.themes[0]?.questions[0]?.categoryIds.push(gone as never);
    expect(() => writeGuide(project.session, { guideId: null, guide: draft })).toThrow('category.unknown');
    const turnId = turnOf(project, 'Et ici ?');
    expect(() => settleMatches(project.session, { matches: [{ questionId: gone as never, turnId, status: 'confirmed' }] })).toThrow(
      'guide.questionUnknown',
    );
    expect(() =>
      settleMatches(project.session, { matches: [{ questionId: questionId(project, HERE), turnId: gone as never, status: 'confirmed' }] }),
    ).toThrow('turn.unknown');
    expect(project.snapshot()).toEqual(before);
  });
});

describe('a turn that goes', () => {
  const header = { name: 'source.joinTurn', input: {}, subject: {} };

  it('leaves its matches to the turn it becomes part of, a confirmation outweighing a rejection', () => {
    const { project } = aStudy();
    const guideId = withGuide(project);
    settle(project, 'confirmed', [DECIDE, 'Qui décide ?'], [HERE, 'Qui décide ?']);
    settle(project, 'rejected', [HERE, 'Tout le monde décide']);
    const before = project.snapshot();
    const [from, into] = [turnOf(project, 'Qui décide ?'), turnOf(project, 'Tout le monde décide')];
    runCommand(project.session, header, (context) => moveMatches(context, from, into));
    const matches = readMatches(project.project, { guideId, sourceId: project.source('E01') });
    expect(matches.filter(({ status }) => status !== null).map(({ turnId, status }) => [turnId, status])).toEqual([
      [into, 'confirmed'],
      [into, 'confirmed'],
    ]);
    expect(checkProject(project.project)).toEqual([]);
    undo(project.session);
    expect(project.snapshot()).toEqual(before);
  });

  it('or takes them along', () => {
    const { project } = aStudy();
    withGuide(project);
    settle(project, 'confirmed', [DECIDE, 'Qui décide ?'], [HERE, 'Et ici ?']);
    runCommand(project.session, header, (context) => removeMatchesIn(context, turnOf(project, 'Qui décide ?')));
    expect(statuses(project)).toEqual([{ text: HERE, status: 'confirmed' }]);
  });
});
