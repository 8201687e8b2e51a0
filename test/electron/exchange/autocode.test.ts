// Autocoding: what rules find, shown before it is done, done as one act, kept and run again.
import { describe, expect, it } from 'vitest';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { removeOneCoding } from '../../../electron/commands/codings.ts';
import { removeCategory, mergeCategories } from '../../../electron/commands/codebook.ts';
import { joinTurn, splitTurn } from '../../../electron/commands/turn-structure.ts';
import { undo, undoSeveral } from '../../../electron/commands/undo.ts';
import { removeRule, renameRule } from '../../../electron/commands/autocode.ts';
import { findRuleHits } from '../../../electron/exchange/find-rule-hits.ts';
import { countNewHits, previewRule } from '../../../electron/exchange/rule-preview.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listRules } from '../../../electron/queries/coding-rules.ts';
import { readCodings } from '../../../electron/queries/sources.ts';
import { wordFinder } from '../../../shared/words/find-words.ts';
import type { CodingRule } from '../../../shared/domain/coding-rule.ts';
import type { CodingRuleId, ParticipantId } from '../../../shared/domain/ids.ts';
import { apply, hitsOf, quotesOf, ruleFor } from '../../support/autocode.ts';
import { DECIDE, HERE, questionId, settle, withGuide } from '../../support/guide.ts';
import type { TestProject } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';

const regex = (pattern: string): CodingRule['find'] => ({ kind: 'regex', pattern, ignoresCase: true, ignoresAccents: true });
const everybody = { sourceIds: null, caseIds: null, withInterviewers: true } as const;

function codingsOf(project: TestProject): number {
  return (project.snapshot()['coding'] ?? []).length;
}

describe('a rule finds', () => {
  it('words, phrases and forms where people other than interviewers say them', async () => {
    const { project: p } = aStudy();
    expect(await quotesOf(p.session, ruleFor(p, 'decide', 'salon'))).toEqual(['décide']);
    expect(await quotesOf(p.session, ruleFor(p, 'decide', 'salon', { scope: everybody }))).toEqual(['décide', 'décide']);
    const stem = { kind: 'text', words: 'décider', mode: 'stem' } as const;
    expect(await quotesOf(p.session, ruleFor(p, '', 'salon', { find: stem }))).toEqual(['décide', 'décident']);
  });

  it('an expression, and shows it in its words', async () => {
    const { project: p } = aStudy();
    const [hit] = await hitsOf(p.session, ruleFor(p, '', 'salon', { find: regex('r[èe]gle 😀') }));
    expect(hit).toMatchObject({
      before: 'Tout le monde décide, c’est notre ',
      quote: 'règle 😀',
      after: '.',
      number: 2,
      speaker: 'Directrice',
      state: 'new',
    });
  });

  it('as much of the text as it is told to take', async () => {
    const { project: p } = aStudy();
    const taking = (extend: CodingRule['extend'], words = 'petits') => quotesOf(p.session, ruleFor(p, words, 'salon', { extend }));
    expect(await taking('sentence')).toEqual(['Les petits suivent.']);
    expect(await taking('paragraph')).toEqual(['Les grands groupes décident. Les petits suivent.']);
    // the director goes on in her second paragraph
    expect(await taking('turn', 'monde, membres')).toEqual([
      'Tout le monde décide, c’est notre règle 😀.\nDirectrice : La feuille de route vient des membres.',
    ]);
    const [both] = await hitsOf(p.session, ruleFor(p, 'groupes, suivent', 'salon', { extend: 'paragraph' }));
    expect(both?.marks.map(({ start, end }) => both.quote.slice(start, end))).toEqual(['groupes', 'suivent']);
  });

  it('all that a person says', async () => {
    const { project: p } = aStudy();
    const find: CodingRule['find'] = { kind: 'speaker', participantIds: [p.participant('Directrice') as ParticipantId] };
    expect(await quotesOf(p.session, ruleFor(p, '', 'salon', { find, extend: 'sentence' }))).toEqual([
      'Tout le monde décide, c’est notre règle 😀.',
      'La feuille de route vient des membres.',
    ]);
    expect(await quotesOf(p.session, ruleFor(p, '', 'salon', { find, extend: 'turn' }))).toHaveLength(1);
  });

  it('the answers to a question, as far as the next one', async () => {
    const { project: p } = aStudy();
    withGuide(p);
    settle(p, 'confirmed', [DECIDE, 'Qui décide ?'], [HERE, 'Et ici ?']);
    const find: CodingRule['find'] = { kind: 'question', questionIds: [questionId(p, HERE)] };
    const said = 'Les grands groupes décident. Les petits suivent.\nEntrepreneur : Non, on nous écoute au salon.';
    expect(await quotesOf(p.session, ruleFor(p, '', 'salon', { find }))).toEqual([said]);
    expect(await quotesOf(p.session, ruleFor(p, '', 'salon', { find, extend: 'turn' }))).toEqual([
      'Les grands groupes décident. Les petits suivent.',
      'Non, on nous écoute au salon.',
    ]);
  });

  it('every place that the words hold: the word index leaves out none', async () => {
    const { project: p } = aStudy();
    p.withSource('E06', "Directrice : L’œuvre s'e\u0301crit vis‑à‑vis du cœur 😀 ; ÉCRIRE, écrit-on ? (l'ŒUVRE).\n");
    const said = p.project.sqlite
      .prepare<[], { text: string; at: number; end: number }>('SELECT text, body_start_utf16 AS at, body_end_utf16 AS end FROM turn')
      .all();
    const bodies = said.map(({ text, at, end }) => text.slice(at, end));
    const words = new Set(bodies.flatMap((body) => body.match(/[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}]+)?/gu) ?? []));
    for (const mode of ['words', 'prefix', 'stem', 'phrase'] as const)
      for (const word of words) {
        const find = { kind: 'text', words: word, mode } as const;
        const there = bodies.flatMap((body) => wordFinder(find, 'fr').find(body)).length;
        expect(await quotesOf(p.session, ruleFor(p, '', 'salon', { find, scope: everybody })), `${mode} ${word}`).toHaveLength(there);
        expect(there).toBeGreaterThan(0);
      }
  });

  it('only where it is told to look', async () => {
    const { project: p } = aStudy();
    const inCase = ruleFor(p, 'décide, décident', 'salon', { scope: { ...everybody, caseIds: [p.case('Pôle 2')] } });
    expect(await quotesOf(p.session, inCase)).toEqual(['décident']);
    const inSource = ruleFor(p, 'décide, décident', 'salon', { scope: { ...everybody, sourceIds: [p.source('E03')] } });
    expect(await quotesOf(p.session, inSource)).toEqual([]);
  });
});

describe('a rule is applied', () => {
  it('as one act, whatever the number of hits, and undo takes all of it back', async () => {
    const { project: p } = aStudy();
    const [before, entries] = [p.snapshot(), p.log().length];
    const rule = ruleFor(p, '', 'salon', { find: regex('\\p{L}{4,}'), scope: everybody });
    const { print, total } = await previewRule(p.session, { rule, ruleId: null });
    expect(await apply(p.session, rule, { print, keepAs: 'Longs mots' })).toMatchObject({ codings: total, passages: total, already: 0 });
    expect(p.log()).toHaveLength(entries + 1);
    expect(checkProject(p.project)).toEqual([]);
    undo(p.session);
    expect(p.snapshot()).toEqual(before);
  });

  it('to passages that are there already; a second time nothing changes, and that is said', async () => {
    const { project: p } = aStudy();
    const passages = (p.snapshot()['passage'] ?? []).length;
    const rule = ruleFor(p, 'Les petits suivent', 'salon', { find: { kind: 'text', words: 'Les petits suivent', mode: 'phrase' } });
    expect(await apply(p.session, rule)).toMatchObject({ codings: 1 });
    expect(p.snapshot()['passage']).toHaveLength(passages);
    const [once, entries] = [p.snapshot(), p.log().length];
    expect(await apply(p.session, rule)).toMatchObject({ codings: 0, passages: 0, already: 1 });
    expect(p.snapshot()).toEqual(once);
    expect(p.log()).toHaveLength(entries);
    expect((await hitsOf(p.session, rule)).map(({ state }) => state)).toEqual(['coded']);
    // another coder codes for themselves
    expect((await hitsOf(p.as('CD'), rule)).map(({ state }) => state)).toEqual(['new']);
  });

  it('without what was unticked, which stays left out when the kept rule is run again', async () => {
    const { project: p } = aStudy();
    const rule = ruleFor(p, 'décide, décident, suivent', 'Régulation');
    const hits = await hitsOf(p.session, rule);
    const keys = hits.filter(({ quote }) => quote === 'suivent').map(({ key }) => key);
    const { ruleId, codings } = await apply(p.session, rule, { keepAs: 'Décision', excluded: { sourceIds: [], keys } });
    expect(codings).toBe(2);
    expect(await countNewHits(p.session, ruleId as CodingRuleId)).toBe(0);
    p.withSource('E04', 'Enquêtrice : Qui suit ?\nDirectrice : Ils décident, elles suivent.\n');
    expect(await countNewHits(p.session, ruleId as CodingRuleId)).toBe(2);
    const again = await hitsOf(p.session, rule, ruleId);
    expect(again.map(({ quote, state, isExcluded }) => [quote, isExcluded ? 'excluded' : state])).toEqual([
      ['décide', 'coded'],
      ['décident', 'coded'],
      ['suivent', 'excluded'],
      ['décident', 'new'],
      ['suivent', 'new'],
    ]);
    expect(await apply(p.session, rule, { ruleId })).toMatchObject({ codings: 2, already: 2, ruleId });
    expect(listRules(p.project)).toMatchObject([{ name: 'Décision', codings: 4, excluded: 1 }]);
    // a whole interview left out, and what was left out before taken in
    const from = p.snapshot();
    undo(p.session);
    await apply(p.session, rule, { ruleId, excluded: { sourceIds: [p.source('E04')], keys: [] }, included: keys });
    expect(listRules(p.project)).toMatchObject([{ codings: 3, excluded: 2 }]);
    expect(p.snapshot()).not.toEqual(from);
  });

  it('to what was shown, or not at all: a text corrected since is looked at again', async () => {
    const { project: p } = aStudy();
    const rule = ruleFor(p, 'décident', 'salon');
    const { print } = await previewRule(p.session, { rule, ruleId: null });
    const { start } = p.range('Les grands groupes');
    editTurn(p.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 3, inserted: 'Tous les' }] });
    const before = codingsOf(p);
    await expect(apply(p.session, rule, { print })).rejects.toThrow('autocode.changedSince');
    expect(codingsOf(p)).toBe(before);
    expect(await apply(p.session, rule, { print: (await previewRule(p.session, { rule, ruleId: null })).print })).toMatchObject({ codings: 1 });
  });

  it('keeps leaving out a place whose turn was corrected elsewhere', async () => {
    const { project: p } = aStudy();
    const rule = ruleFor(p, 'suivent', 'salon');
    const keys = (await hitsOf(p.session, rule)).map(({ key }) => key);
    const { ruleId } = await apply(p.session, rule, { keepAs: 'Suivre', excluded: { sourceIds: [], keys } });
    const { start } = p.range('Les grands groupes');
    editTurn(p.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 3, inserted: 'Tous les' }] });
    expect(await countNewHits(p.session, ruleId as CodingRuleId)).toBe(0);
  });

  it('keeps leaving out a place whose turn was cut in two, and joined to another one', async () => {
    const { project: p } = aStudy();
    const rule = ruleFor(p, 'décident, suivent', 'salon');
    const keys = (await hitsOf(p.session, rule)).map(({ key }) => key);
    const { ruleId } = await apply(p.session, rule, { keepAs: 'Suivre', excluded: { sourceIds: [], keys } });
    const before = p.snapshot();
    const { start } = p.range('Les petits suivent');
    splitTurn(p.session, start);
    expect((await hitsOf(p.session, rule, ruleId)).map(({ isExcluded }) => isExcluded)).toEqual([true, true]);
    joinTurn(p.session, { turnId: p.range('Les petits suivent').start.turnId });
    expect((await hitsOf(p.session, rule, ruleId)).map(({ isExcluded }) => isExcluded)).toEqual([true, true]);
    joinTurn(p.session, p.range('Les petits suivent').start);
    expect(await countNewHits(p.session, ruleId as CodingRuleId)).toBe(0);
    undoSeveral(p.session, 3);
    expect(p.snapshot()).toEqual(before);
  });

  it('refuses what is no rule', async () => {
    const { project: p } = aStudy();
    const before = p.snapshot();
    await expect(apply(p.session, ruleFor(p, ' , ', 'salon'))).rejects.toThrow('autocode.nothingToFind');
    expect(await quotesOf(p.session, ruleFor(p, '', 'salon', { find: { kind: 'text', words: '…', mode: 'stem' } }))).toEqual([]);
    expect(await quotesOf(p.session, ruleFor(p, '', 'salon', { find: { kind: 'text', words: '😀', mode: 'words' } }))).toEqual(['😀']);
    await expect(apply(p.session, ruleFor(p, 'décide', 'salon', { categoryIds: [] }))).rejects.toThrow('autocode.categoryMissing');
    await expect(apply(p.session, ruleFor(p, '', 'salon', { find: regex('(oui') }))).rejects.toThrow('autocode.patternInvalid');
    await apply(p.session, ruleFor(p, 'absent', 'salon'), { keepAs: 'A' });
    await expect(apply(p.session, ruleFor(p, 'décide', 'salon'), { keepAs: 'A' })).rejects.toThrow('autocode.nameTaken');
    undo(p.session);
    expect(p.snapshot()).toEqual(before);
  });

  it('stops an expression that would run for ever, says so, and goes on', async () => {
    const { project: p } = aStudy();
    p.withSource('E05', `Directrice : ${'a'.repeat(60)}!\n`);
    const start = performance.now();
    await expect(apply(p.session, ruleFor(p, '', 'salon', { find: regex('(a+)+$') }))).rejects.toThrow('autocode.tooSlow');
    expect(performance.now() - start).toBeLessThan(9000);
    expect(await quotesOf(p.session, ruleFor(p, '', 'salon', { find: regex('d[ée]cident') }))).toEqual(['décident']);
  }, 20_000);

  it('can be cancelled while it looks', async () => {
    const { project: p } = aStudy();
    p.withSource('E05', `Directrice : ${'a'.repeat(60)}!\n`);
    const watch = { onProgress: () => undefined, isCancelled: () => true };
    await expect(findRuleHits(p.project, ruleFor(p, '', 'salon', { find: regex('(a+)+$') }), watch)).rejects.toThrow('job.cancelled');
  });
});

describe('a kept rule', () => {
  it('goes without its codings, and lives on when a category that it applies goes or is merged', async () => {
    const { project: p } = aStudy();
    const rule = ruleFor(p, 'décide, décident', 'salon', { categoryIds: [p.category('salon'), p.category('charte')] });
    const { ruleId } = await apply(p.session, rule, { keepAs: 'Décision' });
    const id = ruleId as CodingRuleId;
    renameRule(p.session, { ruleId: id, name: 'Qui décide' });
    mergeCategories(p.session, { from: p.category('charte'), into: p.category('feuille de route') });
    expect(listRules(p.project)).toMatchObject([
      { name: 'Qui décide', rule: { categoryIds: [p.category('salon'), p.category('feuille de route')] } },
    ]);
    removeCategory(p.session, { categoryId: p.category('salon'), withCodings: true });
    expect(listRules(p.project)).toMatchObject([{ codings: 2, rule: { categoryIds: [p.category('feuille de route')] } }]);
    expect(checkProject(p.project)).toEqual([]);
    const codings = codingsOf(p);
    removeRule(p.session, { ruleId: id });
    expect(codingsOf(p)).toBe(codings);
    expect(listRules(p.project)).toEqual([]);
    expect(checkProject(p.project)).toEqual([]);
    undo(p.session);
    expect(listRules(p.project)).toMatchObject([{ codings: 2 }]);
  });

  it('finds again what was taken off by hand, and says what stands in a wider passage', async () => {
    const { project: p } = aStudy();
    const rule = ruleFor(p, 'suivent', 'Influence d’acteurs');
    expect((await hitsOf(p.as('AB'), rule)).map(({ state }) => state)).toEqual(['within']);
    const { ruleId } = await apply(p.session, rule, { keepAs: 'Suivre' });
    const [made] = readCodings(p.project, p.source('E02')).filter(({ coderId }) => coderId === p.session.coderId);
    expect(await countNewHits(p.session, ruleId as CodingRuleId)).toBe(0);
    if (made) removeOneCoding(p.session, { codingId: made.id });
    expect(await countNewHits(p.session, ruleId as CodingRuleId)).toBe(1);
  });
});
