// The descending classification against the test of R's rainette (groups 2 2 1 2 2 1 2; an exhaustive search agrees) and on made texts.
import { describe, expect, it } from 'vitest';
import { agreedClasses, classifyTexts } from '../../../shared/statistics/descending-classification.ts';
import type { Classification } from '../../../shared/statistics/descending-classification.ts';
import { firstAxis, formsKept, splitInTwo } from '../../../shared/statistics/reinert-split.ts';
import type { TextForms } from '../../../shared/statistics/reinert-split.ts';

function finished<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

const textsOf = (rows: readonly (readonly number[])[]): TextForms => ({
  texts: rows.map((row) => Int32Array.from(row.flatMap((holds, form) => (holds ? [form] : [])))),
  forms: rows[0]?.length ?? 0,
});

const RAINETTE = textsOf([
  [1, 1, 1, 0, 0],
  [0, 0, 1, 1, 0],
  [1, 0, 0, 0, 0],
  [1, 1, 1, 1, 0],
  [1, 1, 1, 1, 1],
  [1, 0, 0, 0, 0],
  [1, 1, 1, 0, 0],
]);

describe('one cut', () => {
  it('parts the seven texts as rainette does', () => {
    const split = finished(splitInTwo(RAINETTE));
    expect(split?.groups).toEqual([
      [0, 1, 3, 4, 6],
      [2, 5],
    ]);
    expect(split?.chiSquare).toBeCloseTo(4.843137254901961, 6);
  });

  it('has the inertia of the first axis of the correspondence analysis', () => {
    expect(finished(firstAxis(RAINETTE)).inertia).toBeCloseTo(0.34041833, 6);
  });

  it('keeps the forms that say something of each group', () => {
    const split = finished(splitInTwo(RAINETTE));
    if (!split) throw new Error('nothing was cut');
    const [second, first] = formsKept(RAINETTE, split, { leastTexts: 3, mostContingency: 0.3 });
    expect([...second]).toEqual([1, 2, 3]);
    expect([...first]).toEqual([]);
  });

  it('leaves texts without a form apart', () => {
    const split = finished(splitInTwo({ ...RAINETTE, texts: [new Int32Array(), ...RAINETTE.texts] }));
    expect(split?.groups.flat().toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('finds the best of all cuts of small sets', () => {
    const all = RAINETTE.texts.length;
    const best = Array.from({ length: 2 ** (all - 1) - 1 }, (_, n) => n + 1).map((mask) => {
      const counts = [0, 1].map((side) =>
        Array.from(
          { length: RAINETTE.forms },
          (_, form) => RAINETTE.texts.filter((text, at) => ((mask >> at) & 1) === side && text.includes(form)).length,
        ),
      );
      const totals = counts.map((own) => own.reduce((a, b) => a + b, 0));
      const total = (totals[0] ?? 0) + (totals[1] ?? 0);
      return counts.reduce(
        (sum, own, side) =>
          sum +
          own.reduce((inner, count, form) => {
            const expected = (((counts[0]?.[form] ?? 0) + (counts[1]?.[form] ?? 0)) * (totals[side] ?? 0)) / total;
            return inner + (count - expected) ** 2 / expected;
          }, 0),
        0,
      );
    });
    expect(finished(splitInTwo(RAINETTE))?.chiSquare).toBeCloseTo(Math.max(...best), 9);
  });

  it('is none where all texts are alike, or there is one', () => {
    expect(
      finished(
        splitInTwo(
          textsOf([
            [1, 1],
            [1, 1],
            [1, 1],
          ]),
        ),
      ),
    ).toBeNull();
    expect(finished(splitInTwo(textsOf([[1, 1]])))).toBeNull();
  });
});

/** Three vocabularies of six forms, twenty texts of each, and forms that all share. */
const THREE: TextForms = {
  texts: Array.from({ length: 60 }, (_, at) => {
    const [own, turn] = [(at % 3) * 6, Math.floor(at / 3)];
    return Int32Array.of(own + (turn % 6), own + ((turn + 1) % 6), own + ((turn + 3) % 6), 18 + (turn % 2));
  }),
  forms: 20,
};
const SETTING = { classes: 3, leastMembers: 5, leastTexts: 3, mostContingency: 0.3 };

function classify(texts: TextForms): Classification {
  const found = finished(classifyTexts(texts, SETTING));
  if (!found) throw new Error('nothing was classified');
  return found;
}

describe('classes', () => {
  it('put texts of one vocabulary together', () => {
    const { classes, count } = classify(THREE);
    expect(count).toBe(3);
    const seen = [0, 1, 2].map((own) => new Set(Array.from(classes).filter((_, at) => at % 3 === own)));
    expect(seen.map(({ size }) => size)).toEqual([1, 1, 1]);
    expect(new Set(seen.flatMap((own) => [...own])).size).toBe(3);
  });

  it('come out the same each time', () => {
    expect(classify(THREE)).toEqual(classify(THREE));
  });

  it('that two classifications agree on keep their texts; the others have none', () => {
    const one = classify(THREE);
    const other = { ...one, classes: one.classes.map((own, at) => (at < 4 ? (own + 1) % 3 : own)) };
    const agreed = agreedClasses(one, other, 5);
    expect(agreed?.count).toBe(3);
    expect(Array.from(agreed?.classes ?? []).map((own) => own < 0)).toEqual(Array.from({ length: 60 }, (_, at) => at < 4));
  });
});
