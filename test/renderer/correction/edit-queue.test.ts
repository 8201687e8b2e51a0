// What is typed reaches the core at once, in order, and as one act per burst.
import { expect, test } from 'vitest';
import { EditQueue } from '../../../renderer/correction/edit-queue.ts';
import type { Correction } from '../../../renderer/correction/edit-queue.ts';
import type { EntryId, TurnId } from '../../../shared/domain/ids.ts';

const TURN = 'turn-1' as TurnId;
const letter = (inserted: string, at = 0) => ({ at, removed: 0, inserted });

/** A core that answers when it is told to. */
function slowCore() {
  const sent: Correction[] = [];
  const answers: (() => void)[] = [];
  let entries = 0;
  const send = (correction: Correction) =>
    new Promise<{ touched: []; orphaned: []; entryId: EntryId }>((done) => {
      sent.push(correction);
      entries += 1;
      const entryId = correction.continues ?? (`entry-${entries}` as EntryId);
      answers.push(() => done({ touched: [], orphaned: [], entryId }));
    });
  const answer = async () => {
    answers.shift()?.();
    await new Promise((done) => setTimeout(done, 0));
  };
  return { sent, send, answer };
}

test('the first letter goes at once; those typed meanwhile go together, in order', async () => {
  const core = slowCore();
  const queue = new EditQueue(core.send, () => undefined);
  for (const one of ['a', 'b', 'c']) queue.push(TURN, letter(one));
  expect(core.sent.map(({ edits }) => edits.map(({ inserted }) => inserted))).toEqual([['a']]);
  await core.answer();
  expect(core.sent.map(({ edits }) => edits.map(({ inserted }) => inserted))).toEqual([['a'], ['b', 'c']]);
  await core.answer();
  expect(queue.isIdle).toBe(true);
});

test('a burst continues its entry; a caret that moved begins another', async () => {
  const core = slowCore();
  const queue = new EditQueue(core.send, () => undefined);
  queue.push(TURN, letter('a'));
  await core.answer();
  queue.push(TURN, letter('b'));
  await core.answer();
  queue.endBurst();
  queue.push(TURN, letter('c', 9));
  await core.answer();
  expect(core.sent.map(({ continues }) => continues)).toEqual([null, 'entry-1', null]);
});

test('bursts typed while an answer is awaited stay apart', async () => {
  const core = slowCore();
  const queue = new EditQueue(core.send, () => undefined);
  queue.push(TURN, letter('a'));
  queue.push(TURN, letter('b'));
  queue.endBurst();
  queue.push(TURN, letter('c'));
  await core.answer();
  await core.answer();
  await core.answer();
  expect(core.sent.map(({ edits, continues }) => [edits.length, continues])).toEqual([
    [1, null],
    [1, 'entry-1'],
    [1, null],
  ]);
});

test('after a refusal nothing that was waiting is sent, and typing can begin again', async () => {
  const errors: unknown[] = [];
  let refuses = true;
  const sent: string[] = [];
  const queue = new EditQueue(
    ({ edits }) => {
      sent.push(edits.map(({ inserted }) => inserted).join(''));
      return refuses ? Promise.reject(new Error('no')) : Promise.resolve({ touched: [], orphaned: [], entryId: null });
    },
    (error) => errors.push(error),
  );
  queue.push(TURN, letter('a'));
  queue.push(TURN, letter('b'));
  await queue.settled();
  expect([sent, errors.length, queue.isIdle]).toEqual([['a'], 1, true]);
  refuses = false;
  queue.push(TURN, letter('c'));
  await queue.settled();
  expect(sent).toEqual(['a', 'c']);
});
