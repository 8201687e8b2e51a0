// Correcting a coded transcript: codings stay on their words, whatever is typed, taken back and brought back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCategories } from '../../../electron/commands/codings.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import { readCodings, readOrphans, readText, readTurns } from '../../../electron/queries/sources.ts';
import type { Turn } from '../../../shared/domain/source.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TEXT = 'Enquêtrice : Qui décide ?\r\nDirectrice : Tout le monde décide 🎓, c’est écrit.\r\nDirectrice : Cafe\u0301 compris.\r\n';

function coded(): TestProject {
  return aProject()
    .withSource('E01', TEXT)
    .withGrid('innovation-sociale')
    .codedBy('AB', 'Gouvernance', 'le monde')
    .codedBy('AB', 'Changement', 'décide 🎓')
    .codedBy('CD', 'Dimension collective', 'écrit.\r\nDirectrice : Cafe\u0301');
}

function edit(project: TestProject, words: string, inserted: string) {
  const { start, end } = project.range(words);
  return editTurn(project.session, {
    turnId: start.turnId,
    edits: [{ at: start.offsetUtf16, removed: end.offsetUtf16 - start.offsetUtf16, inserted }],
  });
}

const quotes = (project: TestProject): string[] => listCodings(project.project).map((coding) => coding.quote);

describe('a correction', () => {
  it('leaves untouched codings exactly on their words', () => {
    const project = coded();
    const { touched, orphaned } = edit(project, 'Tout', 'Honnêtement, tout');
    expect(quotes(project)).toEqual(['le monde', 'décide 🎓', 'écrit.\r\nDirectrice : Cafe\u0301']);
    expect([touched, orphaned]).toEqual([[], []]);
  });

  it('names the codings whose words it changed', () => {
    const project = coded();
    const { touched } = edit(project, 'monde', 'quartier');
    expect(quotes(project)[0]).toBe('le quartier');
    expect(touched).toEqual([readCodings(project.project, project.source('E01'))[0]?.passageId]);
  });

  it('keeps a coding whose words all went, apart, and undo brings them back', () => {
    const project = coded();
    const sourceId = project.source('E01');
    const { orphaned } = edit(project, 'le monde décide', 'on décide');
    // « le monde » was swallowed by a replacement, which belongs to it
    expect(orphaned).toEqual([]);
    undo(project.session);
    const again = edit(project, 'Tout le monde ', '');
    expect(again.orphaned).toHaveLength(1);
    expect(readOrphans(project.project, sourceId).map((orphan) => [orphan.quote, orphan.codings.length])).toEqual([['le monde', 1]]);
    expect(readCodings(project.project, sourceId)).toHaveLength(2);
    expect(checkProject(project.project)).toEqual([]);
    undo(project.reopen().session);
    expect(readOrphans(project.project, sourceId)).toEqual([]);
    expect(quotes(project)).toEqual(['le monde', 'décide 🎓', 'écrit.\r\nDirectrice : Cafe\u0301']);
  });

  it('is refused outside the words of the turn, with a line break, or inside a character; nothing is written', () => {
    const project = coded();
    const before = project.snapshot();
    const { start } = project.range('🎓');
    const attempt = (at: number, removed: number, inserted: string) => () =>
      editTurn(project.session, { turnId: start.turnId, edits: [{ at, removed, inserted }] });
    expect(attempt(0, 3, 'x')).toThrow(/turn\.outsideWords/);
    expect(attempt(start.offsetUtf16, 400, 'x')).toThrow(/turn\.outsideWords/);
    expect(attempt(start.offsetUtf16, 0, 'a\nb')).toThrow(/turn\.lineBreak/);
    expect(attempt(start.offsetUtf16 + 1, 0, 'x')).toThrow(/passage\.insideSurrogatePair/);
    expect(project.snapshot()).toEqual(before);
  });
});

/** Offsets of whole characters in a turn's words, its two ends included. */
function bordersOf(turn: Turn): number[] {
  const borders = [turn.bodyStart];
  for (const point of turn.text.slice(turn.bodyStart, turn.bodyEnd)) borders.push((borders.at(-1) ?? 0) + point.length);
  return borders;
}

type Act = {
  readonly kind: 'edit' | 'code' | 'undo' | 'redo';
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
};

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('edit', 'edit', 'edit', 'code', 'undo', 'redo'),
  turn: fc.nat(2),
  from: share,
  to: share,
  text: fc.constantFrom('', 'a', 'é', '🎓', 'e\u0301', ' mot ', '…'),
});

function perform(project: TestProject, { kind, turn: at, from, to, text }: Act): void {
  const turn = readTurns(project.project, project.source('E01'))[at];
  if (!turn) throw new Error('no turn');
  const borders = bordersOf(turn);
  const [a, b] = [borders[Math.floor(from * borders.length)] ?? 0, borders[Math.floor(to * borders.length)] ?? 0];
  const [start, end] = [Math.min(a, b), Math.max(a, b)];
  if (kind === 'edit') editTurn(project.session, { turnId: turn.id, edits: [{ at: start, removed: end - start, inserted: text }] });
  else if (kind === 'code' && start < end) {
    const range = { start: { turnId: turn.id, offsetUtf16: start }, end: { turnId: turn.id, offsetUtf16: end } };
    applyCategories(project.session, { sourceId: project.source('E01'), ...range, categoryIds: [project.category('Gouvernance')] });
  } else if (kind === 'undo') undo(project.session);
  else if (kind === 'redo') redo(project.session);
}

/** Nothing to bring back is an answer, too. */
function performIfPossible(project: TestProject, one: Act): void {
  try {
    perform(project, one);
  } catch (error) {
    expect(String(error)).toMatch(/redo\.nothing/);
  }
}

describe('any sequence of corrections, codings, undo and redo', () => {
  it('leaves a sound project, and taken back whole leaves the project as it was', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
        const project = coded();
        const entries = project.log().length;
        const before = project.snapshot();
        const text = readText(project.project, project.source('E01'));
        // how many acts of this test stand: undo never goes below where it began
        const standing = (): number =>
          project
            .log()
            .slice(entries)
            .reduce((sum, entry) => sum + (entry.kind === 'undo' ? -1 : 1), 0);
        for (const one of acts) if (one.kind !== 'undo' || standing() > 0) performIfPossible(project, one);
        expect(checkProject(project.project)).toEqual([]);
        while (standing() > 0) undo(project.session);
        expect(readText(project.project, project.source('E01'))).toBe(text);
        expect(project.snapshot()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
