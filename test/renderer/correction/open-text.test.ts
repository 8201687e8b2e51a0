// The text on screen while it is typed in: one's own letters are not read again, everybody else's are.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OpenText } from '../../../renderer/correction/open-text.ts';
import type { ShownSource } from '../../../renderer/correction/open-text.ts';
import type { EntryId, SourceId } from '../../../shared/domain/ids.ts';
import type { OpenedSource, SourceCoding, Turn } from '../../../shared/domain/source.ts';
import { applyEdit } from '../../../shared/domain/turn-edit.ts';
import type { TextEdit } from '../../../shared/domain/turn-edit.ts';
import { anInterview, coded } from '../reader/interview.ts';

const TYPING = { kind: 'changes', command: 'source.editTurn', tables: ['turn', 'source', 'passage'] } as const;

/** A core with one interview, that tells of every change before it answers. */
function study(...lines: string[]) {
  const transcript = anInterview(...lines);
  let turns: readonly Turn[] = transcript.turns;
  let codings: readonly SourceCoding[] = [];
  let shown: ShownSource | null = null;
  let reads = 0;
  let entries = 0;
  const refused: unknown[] = [];
  const sent: string[] = [];
  const change = (turnId: string, edits: readonly TextEdit[]) => {
    turns = turns.map((turn) => {
      if (turn.id !== turnId) return turn;
      const text = edits.reduce(applyEdit, turn.text);
      return { ...turn, text, bodyEnd: turn.bodyEnd + text.length - turn.text.length };
    });
  };
  const text = new OpenText('source-1' as SourceId, {
    calls: {
      open: () => {
        reads += 1;
        return Promise.resolve({ source: { id: 'source-1', name: 'E03' }, turns, speakers: [], codings, media: null } as unknown as OpenedSource);
      },
      codings: () => Promise.resolve([...codings]),
      edit: async ({ turnId, edits }) => {
        await Promise.resolve();
        change(turnId, edits);
        text.hear(TYPING);
        entries += 1;
        sent.push(edits.map(({ at, removed, inserted }) => `${at}-${removed}+${inserted}`).join(' '));
        return { touched: [], orphaned: [], entryId: `entry-${entries}` as EntryId };
      },
      undo: async () => {
        await Promise.resolve();
        sent.push('undo');
        turns = transcript.turns;
        text.hear(TYPING);
      },
    },
    show: (next) => {
      shown = next;
    },
    onFailure: (error) => refused.push(error),
    onRefused: (error) => refused.push(error),
  });
  return {
    transcript,
    text,
    refused,
    sent,
    code: (...made: SourceCoding[]) => (codings = made),
    change,
    hear: () => text.hear(TYPING),
    reads: () => reads,
    words: (turn: number) => (shown as ShownSource | null)?.turns[turn]?.text.trim(),
    shown: () => shown as unknown as ShownSource,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const rest = () => vi.advanceTimersByTimeAsync(400);

const insert = (inserted: string, at: number) => ({ at, removed: 0, inserted });

test('letters reach the screen when the hand rests, without the text being read again', async () => {
  const { transcript, text, reads, words } = study('Directrice : le pole est neuf');
  await text.readAll();
  const [turn] = transcript.turns;
  for (const [index, letter] of [...'bien '].entries()) text.type(turn!.id, insert(letter, 13 + 'le pole est '.length + index));
  await rest();
  expect(words(0)).toBe('Directrice : le pole est bien neuf');
  expect(reads()).toBe(1);
});

test('codings stay on their words, and one whose words all went is left out', async () => {
  const { transcript, text, code, shown } = study('Directrice : le pole est neuf', 'Enquêtrice : ah');
  code(coded(transcript, 'Neuf', [0, 12], [0, 16]), coded(transcript, 'Pôle', [0, 3], [0, 7]), coded(transcript, 'Ah', [1, 0], [1, 2]));
  await text.readAll();
  const start = transcript.turns[0]!.bodyStart;
  text.type(transcript.turns[0]!.id, insert('beau ', start + 3));
  text.type(transcript.turns[0]!.id, { at: start + 17, removed: 4, inserted: '' });
  const before = shown().codings;
  text.settle();
  const after = shown().codings;
  expect(after.map(({ categoryId, start: from, end: to }) => [categoryId, from.offsetUtf16 - start, to.offsetUtf16 - start])).toEqual([
    ['Pôle', 8, 12],
    ['Ah', 0, 2],
  ]);
  expect(after[1]).toBe(before[2]);
});

test('what another window types is read again, once one’s own letters are written', async () => {
  const { transcript, text, change, hear, reads, words } = study('Directrice : un', 'Enquêtrice : deux');
  await text.readAll();
  text.type(transcript.turns[0]!.id, insert('X', 13));
  change('turn-1', [insert('Y', 13)]);
  hear();
  await rest();
  expect([words(0), words(1)]).toEqual(['Directrice : Xun', 'Enquêtrice : Ydeux']);
  expect(reads()).toBe(2);
});

test('an answer asked for before a letter was typed is not shown over it', async () => {
  const { transcript, text, words } = study('Directrice : un');
  await text.readAll();
  const reading = text.readAll();
  text.type(transcript.turns[0]!.id, insert('X', 13));
  text.settle();
  await reading;
  await rest();
  expect(words(0)).toBe('Directrice : Xun');
});

test('turns that did not change stay the same objects when the text is read again', async () => {
  const { text, change, shown } = study('Directrice : un', 'Enquêtrice : deux');
  await text.readAll();
  const before = shown().turns;
  change('turn-1', [insert('Y', 13)]);
  await text.readAll();
  expect(shown().turns[0]).toBe(before[0]);
  expect(shown().turns[1]).not.toBe(before[1]);
  await text.readAll();
  expect(shown().turns).toBe(shown().turns);
});

test('edits that the text on screen does not hold yet are told apart from those it does', async () => {
  const { transcript, text, shown } = study('Directrice : un', 'Enquêtrice : deux');
  await text.readAll();
  const [first, second] = transcript.turns.map(({ id }) => id);
  text.type(first!, insert('a', 13));
  text.settle();
  const version = shown().version;
  text.type(first!, insert('b', 14));
  text.type(second!, insert('c', 13));
  expect(text.typedSince(version, first!).map(({ inserted }) => inserted)).toEqual(['b']);
  expect(text.typedSince(0, first!).map(({ inserted }) => inserted)).toEqual(['a', 'b']);
});

test('undo inside a correction brings back the coding of words that had all gone', async () => {
  const { transcript, text, code, shown, sent, words } = study('Directrice : le pole est neuf');
  code(coded(transcript, 'Neuf', [0, 12], [0, 16]));
  await text.readAll();
  const { id, bodyStart } = transcript.turns[0]!;
  text.type(id, { at: bodyStart + 12, removed: 4, inserted: '' });
  text.settle();
  expect(shown().codings).toEqual([]);
  text.type(id, insert('neuf', bodyStart + 12), true);
  await rest();
  expect([sent.at(-1), words(0)]).toEqual(['undo', 'Directrice : le pole est neuf']);
  expect(shown().codings.map(({ start, end }) => [start.offsetUtf16 - bodyStart, end.offsetUtf16 - bodyStart])).toEqual([[12, 16]]);
});

test('undo of plain letters is an edit like another', async () => {
  const { transcript, text, sent } = study('Directrice : le pole est neuf');
  await text.readAll();
  const { id, bodyStart } = transcript.turns[0]!;
  text.type(id, insert('a', bodyStart));
  text.type(id, { at: bodyStart, removed: 1, inserted: '' }, true);
  await rest();
  expect(sent).not.toContain('undo');
});

test('what somebody else did in between is never taken back', async () => {
  const { transcript, text, code, sent } = study('Directrice : le pole est neuf');
  code(coded(transcript, 'Neuf', [0, 12], [0, 16]));
  await text.readAll();
  const { id, bodyStart } = transcript.turns[0]!;
  text.type(id, { at: bodyStart + 12, removed: 4, inserted: '' });
  text.hear({ kind: 'changes', command: 'coding.apply', tables: ['coding'] });
  text.type(id, insert('neuf', bodyStart + 12), true);
  await rest();
  expect(sent).not.toContain('undo');
});
