// Long answers on their way between the core and a window.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packRows, unpackRows } from '../../../shared/contract/packed-rows.ts';
import { packAnswer, unpackAnswer } from '../../../shared/contract/wire.ts';
import type { SourceCoding } from '../../../shared/domain/source.ts';

const cell = fc.oneof(
  fc.constantFrom(null, '', 'supports', 0, 1, true),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.array(fc.record({ start: fc.nat(), style: fc.constantFrom('bold', 'italic') }), { maxLength: 2 }),
);
const row = fc.record({ id: fc.uuid(), often: fc.constantFrom('a', 'b'), always: fc.constant(null), some: cell });

/** What a message makes of a value. */
const travelled = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('long lists on their way to the window', () => {
  test('rows come out as they went in, however many values they share', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        expect(unpackRows(travelled(packRows(rows)))).toEqual(travelled(rows));
      }),
    );
  });

  test('a value that all rows have is written once', () => {
    const packed = packRows(Array.from({ length: 500 }, (_, index) => ({ id: index, stance: null, styles: [] })));
    expect(packed.columns.stance).toEqual({ values: [null] });
    expect(packed.columns.styles).toEqual({ values: [[]] });
  });
});

const anchor = fc.record({ turnId: fc.constantFrom('t1', 't2', 't3'), offsetUtf16: fc.nat(5000) });
const coding = fc.record({
  id: fc.uuid(),
  passageId: fc.uuid(),
  categoryId: fc.constantFrom('c1', 'c2'),
  coderId: fc.constantFrom('me', 'you'),
  start: anchor,
  end: anchor,
  weight: fc.option(fc.integer({ min: -2, max: 2 })),
  stance: fc.option(fc.constantFrom('supports', 'contrasts', 'mentions')),
  memos: fc.nat(3),
  createdAt: fc.constant('2026-11-23T08:00:00.000Z'),
}) as unknown as fc.Arbitrary<SourceCoding>;

test('codings keep both their ends, in one turn or across several', () => {
  fc.assert(
    fc.property(fc.array(coding, { maxLength: 40 }), (codings) => {
      expect(unpackAnswer('source.codings', travelled(packAnswer('source.codings', codings)))).toEqual(codings);
    }),
  );
});

test('answers that are short travel as they are', () => {
  const answer = { name: 'E12', caseIds: [] };
  expect(packAnswer('project.current', answer)).toBe(answer);
  expect(unpackAnswer('project.current', answer)).toBe(answer);
});
