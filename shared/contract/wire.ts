// How long answers travel between the core and its clients: packed by the one, unpacked by the other, so that handlers and callers
// know nothing of it. Kept apart from the schemas, which windows do without.
import type { Channel, Output } from './contract.ts';
import { packMatrix, packMatrixAnswer, unpackMatrix, unpackMatrixAnswer } from './packed-matrix.ts';
import type { PackedAnswer, PackedMatrix } from './packed-matrix.ts';
import { packCodings, packSource, unpackCodings, unpackSource } from './packed-source.ts';
import type { PackedCodings, PackedSource } from './packed-source.ts';

interface Wire<Value, Packed> {
  readonly pack: (value: Value) => Packed;
  readonly unpack: (packed: Packed) => Value;
}

const WIRES = {
  'source.open': { pack: packSource, unpack: unpackSource } satisfies Wire<Output<'source.open'>, PackedSource>,
  'matrix.compute': { pack: packMatrix, unpack: unpackMatrix } satisfies Wire<Output<'matrix.compute'>, PackedMatrix>,
  'matrix.read': { pack: packMatrixAnswer, unpack: unpackMatrixAnswer } satisfies Wire<Output<'matrix.read'>, PackedAnswer>,
  'source.codings': { pack: packCodings, unpack: unpackCodings } satisfies Wire<Output<'source.codings'>, PackedCodings>,
};

function wireOf(channel: Channel): Wire<unknown, unknown> | undefined {
  return Object.hasOwn(WIRES, channel) ? (WIRES[channel as keyof typeof WIRES] as Wire<unknown, unknown>) : undefined;
}

/** An answer as it travels. */
export function packAnswer(channel: Channel, value: unknown): unknown {
  return wireOf(channel)?.pack(value) ?? value;
}

/** The inverse of `packAnswer`. */
export function unpackAnswer<C extends Channel>(channel: C, packed: unknown): Output<C> {
  return (wireOf(channel)?.unpack(packed) ?? packed) as Output<C>;
}
