// What a crash file says: where, never what. Every way in which words of a study get into an error is tried.
import { describe, expect, test } from 'vitest';
import { crashWords } from '../../../shared/domain/crash-report.ts';
import { chance } from '../../support/seeded.ts';

const SECRET = 'Directrice : « Chaque collège a une voix », dit Mme Martin';
const machine = { at: '2026-11-23T19:40:00.000Z', versions: ['Trame 0.1.0', 'Node v24.0.0', 'linux x64'] };
const words = (error: unknown, during: string | null = 'source.open') => crashWords({ place: 'core', during, error }, machine);

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('a report', () => {
  test('says where, when, in which versions, during which call', () => {
    const said = words(thrownBy(() => (undefined as unknown as { turns: number }).turns));
    expect(said).toContain('Versions: Trame 0.1.0, Node v24.0.0, linux x64');
    expect(said).toContain('During: source.open');
    expect(said).toContain("Error: TypeError\nMessage: Cannot read properties of undefined (reading 'turns')");
    expect(said).toMatch(/ {2}at .*\(test\/shared\/domain\/crash-report\.test\.ts:\d+:\d+\)|\(shared\/domain\/crash-report\.test\.ts:\d+:\d+\)/u);
  });

  test('names no folder of this computer', () => {
    const error = Object.assign(new Error('x'), {
      stack: 'Error: x\n    at open (/home/anne.martin/Thèse/dist/core/serve.mjs:12:3)\n    at C:\\Users\\Anne\\dist\\core\\cli.mjs:4:5',
    });
    const said = words(error);
    expect(said).toContain('at open (dist/core/serve.mjs:12:3)');
    expect(said).not.toMatch(/anne|Thèse/iu);
  });

  test.each([
    [
      'a message',
      () => {
        throw new Error(SECRET);
      },
    ],
    ['what could not be parsed', () => JSON.parse(SECRET)],
    [
      'a message of several lines that looks like code',
      () => {
        throw new Error(`x\n    at ${SECRET} (file:///${SECRET}:1:1)\n${SECRET}`);
      },
    ],
    [
      'a name',
      () => {
        throw Object.assign(new Error('x'), { name: SECRET });
      },
    ],
    [
      'a code',
      () => {
        throw Object.assign(new Error('x'), { code: SECRET });
      },
    ],
    [
      'a stack that somebody wrote',
      () => {
        throw Object.assign(new Error('x'), { stack: `${SECRET}\n    at ${SECRET}\n at f (${SECRET}:1:2)` });
      },
    ],
    [
      'something that is no error',
      () => {
        // oxlint-disable-next-line typescript/only-throw-error -- others' code may throw anything
        throw SECRET;
      },
    ],
    [
      'an object',
      () => {
        // oxlint-disable-next-line typescript/only-throw-error -- others' code may throw anything
        throw { message: SECRET, stack: SECRET };
      },
    ],
  ])('does not repeat words that came by %s', (_way, act) => {
    const said = words(thrownBy(act), SECRET);
    for (const word of SECRET.split(/[\s,:«»]+/u).filter((each) => each.length > 3)) expect(said).not.toContain(word);
  });

  test('holds nothing of random texts, wherever they stand in an error', () => {
    const { pick } = chance(7);
    const letters = [...'aéèêçœ ’«»(){}:;.\n/\\0123456789'];
    for (let n = 0; n < 200; n += 1) {
      const text = Array.from({ length: 30 }, () => pick(letters)).join('');
      const error = Object.assign(new Error(text), { stack: `Error: ${text}\n${text}\n    at f (file:///app/dist/a.mjs:1:2)` });
      const said = words(error, text);
      expect(said).toContain('at f (app/dist/a.mjs:1:2)');
      expect(said.split('\n').filter((line) => /[éèêçœ’«»]/u.test(line))).toEqual([]);
    }
  });
});
