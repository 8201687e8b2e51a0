// A source as it travels to the window: its turns and its codings packed.
import type { TurnId } from '../domain/ids.ts';
import type { OpenedSource, SourceCoding, Turn } from '../domain/source.ts';
import type { Anchor, Utf16 } from '../domain/text-offset.ts';
import type { PackedRows } from './packed-rows.ts';
import { packRows, unpackRows, valuesOf } from './packed-rows.ts';

/** A coding with both its ends in one row; most end in the turn where they begin. */
type FlatCoding = Omit<SourceCoding, 'start' | 'end'> & {
  readonly startTurnId: TurnId;
  readonly startUtf16: Utf16;
  readonly endTurnId: TurnId | null;
  readonly lengthUtf16: Utf16;
};

export type PackedCodings = PackedRows<FlatCoding>;

export interface PackedSource extends Omit<OpenedSource, 'turns' | 'codings'> {
  readonly turns: PackedRows<Turn>;
  readonly codings: PackedCodings;
}

export function packCodings(codings: readonly SourceCoding[]): PackedCodings {
  return packRows(
    codings.map(({ start, end, ...coding }) => ({
      ...coding,
      startTurnId: start.turnId,
      startUtf16: start.offsetUtf16,
      endTurnId: end.turnId === start.turnId ? null : end.turnId,
      lengthUtf16: end.offsetUtf16 - start.offsetUtf16,
    })),
  );
}

export function unpackCodings({ count, columns }: PackedCodings): SourceCoding[] {
  const { startTurnId, startUtf16, endTurnId, lengthUtf16, ...others } = columns;
  const turns = valuesOf(startTurnId, count);
  const offsets = valuesOf(startUtf16, count);
  const otherTurns = valuesOf(endTurnId, count);
  const lengths = valuesOf(lengthUtf16, count);
  const start = turns.map((turnId, index): Anchor => ({ turnId, offsetUtf16: offsets[index] ?? 0 }));
  const end = turns.map(
    (turnId, index): Anchor => ({ turnId: otherTurns[index] ?? turnId, offsetUtf16: (offsets[index] ?? 0) + (lengths[index] ?? 0) }),
  );
  return unpackRows<SourceCoding>({ count, columns: { ...others, start: { values: start }, end: { values: end } } });
}

export function packSource({ turns, codings, ...source }: OpenedSource): PackedSource {
  return { ...source, turns: packRows(turns), codings: packCodings(codings) };
}

export function unpackSource({ turns, codings, ...source }: PackedSource): OpenedSource {
  return { ...source, turns: unpackRows(turns), codings: unpackCodings(codings) };
}
