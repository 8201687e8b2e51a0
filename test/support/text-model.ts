// A source's text as the simplest thing that can be right: a row of characters, each with an identity of its own, cut into turns.
// A passage is the set of its characters. What the product does to anchors is held against it.

export interface ModelTurn {
  readonly text: string;
  /** One identity for each UTF-16 unit. */
  readonly ids: readonly number[];
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** What a passage holds; null once its words have all gone. */
export type Held = ReadonlySet<number> | null;

export interface TextState {
  readonly turns: readonly ModelTurn[];
  readonly passages: ReadonlyMap<string, Held>;
}

export interface ModelEdit {
  /** In the whole text. */
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

let next = 0;
const fresh = (text: string): number[] => Array.from({ length: text.length }, () => (next += 1));

export function turnOf(text: string, bodyStart: number, bodyEnd: number): ModelTurn {
  return { text, ids: fresh(text), bodyStart, bodyEnd };
}

export const textOf = ({ turns }: TextState): string => turns.map(({ text }) => text).join('');
const idsOf = ({ turns }: TextState): number[] => turns.flatMap(({ ids }) => ids);

/** What is said in characters of a text: those in turns' words, white space aside. */
function said({ turns }: TextState, held: ReadonlySet<number>): string {
  return turns
    .flatMap(({ text, ids, bodyStart, bodyEnd }) => ids.map((id, at) => (at >= bodyStart && at < bodyEnd && held.has(id) ? text[at] : '')))
    .join('')
    .trim();
}

/** The passages once the characters are others: `joined` are the new ones that belong to each passage. */
function withPassages(before: TextState, turns: readonly ModelTurn[], joins: (held: ReadonlySet<number>) => readonly number[]): TextState {
  const after: TextState = { turns, passages: before.passages };
  const present = new Set(idsOf(after));
  const passages = [...before.passages].map(([id, held]): [string, Held] => {
    if (held === null) return [id, null];
    const stays = new Set([...held, ...joins(held)].filter((each) => present.has(each)));
    const isLost = stays.size === 0 || (said(before, held) !== '' && said(after, stays) === '');
    return [id, isLost ? null : stays];
  });
  return { turns, passages: new Map(passages) };
}

/** What is inserted strictly inside a passage, or replaces something of it, belongs to it. */
function joiner(ids: readonly number[], { at, removed }: ModelEdit, inserted: readonly number[]): (held: ReadonlySet<number>) => readonly number[] {
  const isTouched = (held: ReadonlySet<number>): boolean => {
    if (removed > 0) return ids.slice(at, at + removed).some((id) => held.has(id));
    return held.has(ids[at - 1] ?? -1) && held.has(ids[at] ?? -1);
  };
  return (held) => (isTouched(held) ? inserted : []);
}

/** An edit within the words of one turn. */
export function editWords(state: TextState, turn: number, edit: Omit<ModelEdit, 'at'> & { readonly offset: number }): TextState {
  const { offset, removed, inserted } = edit;
  const new_ = fresh(inserted);
  const start = state.turns.slice(0, turn).reduce((sum, { text }) => sum + text.length, 0);
  const turns = state.turns.map((old, index) =>
    index === turn
      ? {
          text: old.text.slice(0, offset) + inserted + old.text.slice(offset + removed),
          ids: old.ids.toSpliced(offset, removed, ...new_),
          bodyStart: old.bodyStart,
          bodyEnd: old.bodyEnd + inserted.length - removed,
        }
      : old,
  );
  return withPassages(state, turns, joiner(idsOf(state), { at: start + offset, removed, inserted }, new_));
}

/** Two turns of one: a line end comes where the second one's first word stands. */
export function splitAt(state: TextState, turn: number, offset: number, lineEnd: string): TextState {
  const old = state.turns[turn] as ModelTurn;
  let at = offset;
  while (/\s/u.test(old.text[at] ?? '')) at += 1;
  let end = at;
  while (/\s/u.test(old.text[end - 1] ?? '')) end -= 1;
  const new_ = fresh(lineEnd);
  const first = { text: old.text.slice(0, at) + lineEnd, ids: [...old.ids.slice(0, at), ...new_], bodyStart: old.bodyStart, bodyEnd: end };
  const second = { text: old.text.slice(at), ids: old.ids.slice(at), bodyStart: 0, bodyEnd: old.bodyEnd - at };
  const ids = idsOf(state);
  const place = ids.indexOf(old.ids[at] ?? -1);
  return withPassages(state, state.turns.toSpliced(turn, 1, first, second), joiner(ids, { at: place, removed: 0, inserted: lineEnd }, new_));
}

/** One turn of those from `into` to `turn`: a space instead of what stands between the words of the first and those of the last. */
export function joinInto(state: TextState, into: number, turn: number): TextState {
  const [first, last] = [state.turns[into] as ModelTurn, state.turns[turn] as ModelTurn];
  const [words, rest] = [first.text.slice(0, first.bodyEnd), last.text.slice(last.bodyStart)];
  const space = /\s$/u.test(words) || /^\s/u.test(rest) ? '' : ' ';
  const new_ = fresh(space);
  const joined = {
    text: words + space + rest,
    ids: [...first.ids.slice(0, first.bodyEnd), ...new_, ...last.ids.slice(last.bodyStart)],
    bodyStart: first.bodyStart,
    bodyEnd: words.length + space.length + last.bodyEnd - last.bodyStart,
  };
  const ids = idsOf(state);
  const place = ids.indexOf(first.ids[first.bodyEnd - 1] ?? -1) + 1;
  return withPassages(state, state.turns.toSpliced(into, turn - into + 1, joined), joiner(ids, { at: place, removed: 0, inserted: space }, new_));
}

/** The turns of a corrected file. Answers with the state and the passages that no change came near. */
export function replaced(state: TextState, turns: readonly ModelTurn[]): { state: TextState; untouched: ReadonlySet<string> } {
  const ids = turns.flatMap((turn) => turn.ids);
  const places = new Map(ids.map((id, index) => [id, index]));
  const isWhole = (held: ReadonlySet<number>): boolean => {
    const at = [...held].map((id) => places.get(id));
    if (at.some((place) => place === undefined)) return false;
    const found = at as number[];
    return Math.max(...found) - Math.min(...found) + 1 === held.size;
  };
  const untouched = new Set([...state.passages].flatMap(([id, held]) => (held === null || isWhole(held) ? [id] : [])));
  return { state: { turns, passages: state.passages }, untouched };
}

export function coded(state: TextState, passage: string, start: number, end: number): TextState {
  const held = new Set(idsOf(state).slice(start, end));
  return { turns: state.turns, passages: new Map([...state.passages, [passage, state.passages.get(passage) ?? held]]) };
}

/** Where a passage is: its first character and the one behind its last; null for one whose words have gone. */
export function placeOf(state: TextState, passage: string): { start: number; end: number } | null {
  const held = state.passages.get(passage);
  if (!held) return null;
  const at = idsOf(state).flatMap((id, index) => (held.has(id) ? [index] : []));
  return { start: at[0] ?? 0, end: (at.at(-1) ?? 0) + 1 };
}

/** The characters between two places, for a passage that a replacement changed. */
export function heldBetween(state: TextState, passage: string, place: { start: number; end: number } | null): TextState {
  const held = place && new Set(idsOf(state).slice(place.start, place.end));
  return { turns: state.turns, passages: new Map([...state.passages, [passage, held]]) };
}
