// Messages that no window would send: of every channel, well formed with one thing spoilt, or nothing like it. Seeded, so that what fails can be sent again.

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STRANGE: readonly unknown[] = [
  null,
  undefined,
  true,
  -1,
  1e308,
  Number.NaN,
  10n,
  '',
  '\0',
  '../../etc/passwd',
  "'; DROP TABLE source; --",
  '\ud800',
  'x'.repeat(70_000),
  [],
  [[[[]]]],
  {},
  { __proto__: null, constructor: 1 },
  JSON.parse('{"__proto__": {"isAdmin": true}}'),
  new Date(Number.NaN),
  new Uint8Array(3),
  () => 1,
  Symbol('x'),
  '00000000-0000-4000-8000-000000000000',
];

/** One message: some channel, or what is none, with what nobody sends. `fields` are names that inputs have. */
export function strangeMessage(next: () => number, channels: readonly string[], fields: readonly string[]): { channel: unknown; input: unknown } {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const value = (depth: number): unknown => {
    if (depth === 0 || next() < 0.6) return pick(STRANGE);
    if (next() < 0.5) return Array.from({ length: Math.floor(next() * 4) }, () => value(depth - 1));
    return Object.fromEntries(Array.from({ length: Math.floor(next() * 4) }, () => [pick(fields), value(depth - 1)]));
  };
  const channel = next() < 0.95 ? pick(channels) : pick<unknown>(['', 'x.y', '__proto__', 7, null, {}, ['project.list'], 'project.list\0']);
  return { channel, input: value(3) };
}
