// A key or keys held together, as they are written, kept and compared: `Ctrl+Shift+Z`, `Alt+ArrowUp`, `1`, `?`.
// A name of a key's place (`KeyE`, `Num1`) means that key whatever the layout writes there.

export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard: `Digit1` also where digits need Shift (AZERTY). */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** By action; an empty list is an action that has lost its keys. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>;

const MODIFIERS = ['Ctrl', 'Alt', 'Shift'] as const;
/** Held down they are no key of their own. */
const HELD = ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'CapsLock', 'NumLock', 'Dead', 'Process', 'Unidentified', 'Fn', 'OS'];

const MOST_ACTIONS = 300;
export const MOST_KEYS = 4;
const CHORD = /^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:[^\s+]|\+|[A-Z][A-Za-z0-9]{1,19})$/u;

export function isChord(text: string): boolean {
  return CHORD.test(text);
}

const PADS: Readonly<Record<string, string>> = {
  NumpadAdd: 'NumAdd',
  NumpadSubtract: 'NumSubtract',
  NumpadMultiply: 'NumMultiply',
  NumpadDivide: 'NumDivide',
  NumpadDecimal: 'NumDecimal',
  NumpadEnter: 'NumEnter',
};

function nameOf(key: string): string {
  if (key === ' ') return 'Space';
  return key.length === 1 ? key.toUpperCase() : key;
}

/** Shift that was needed to write a sign is part of the sign; with letters and named keys it is one that is held. */
function writesBySign(key: string): boolean {
  return [...key].length === 1 && !/[\p{L} ]/u.test(key);
}

/** Every chord that a press can mean, the one that says most exactly which key it is first. Empty for a mere modifier. */
export function chordsOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string[] {
  if (HELD.includes(key)) return [];
  const held = [ctrlKey || metaKey, altKey, shiftKey];
  const chord = (name: string, isHeld: readonly boolean[] = held): string => [...MODIFIERS.filter((_, index) => isHeld[index]), name].join('+');
  const pad = PADS[code] ?? /^Numpad(\d)$/.exec(code)?.[1]?.replace(/^/, 'Num');
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  const chords = [
    ...(pad === undefined ? [] : [chord(pad)]),
    ...(/^(?:Key[A-Z]|Digit\d)$/.test(code) ? [chord(code)] : []),
    writesBySign(key) ? chord(nameOf(key), [held[0] === true, altKey, false]) : chord(nameOf(key)),
    // a digit's key where it writes another sign
    ...(digit === undefined || key === digit ? [] : [chord(digit)]),
  ];
  return [...new Set(chords)];
}

/** The chord to keep for a press, where somebody chooses a key: what the keyboard writes, a digit by its place; null for a mere modifier. */
export function chordToKeep(press: KeyPress): string | null {
  const chords = chordsOf(press).filter((chord) => !/(?:^|\+)(?:Key[A-Z]|Digit\d)$/.test(chord));
  const digit = /^Digit(\d)$/.exec(press.code)?.[1];
  const byDigit = digit === undefined ? undefined : chords.find((chord) => chord === digit || chord.endsWith(`+${digit}`));
  return byDigit ?? chords[0] ?? null;
}

/** The press that a chord is, as far as a test or a conflict needs it. */
export function pressOf(chord: string): KeyPress {
  const name = chord.endsWith('+') ? '+' : (chord.split('+').at(-1) ?? '');
  const held = chord.slice(0, chord.length - name.length);
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(name);
  const pad = /^Num(\d)$/.exec(name)?.[1];
  const padCode = Object.entries(PADS).find(([, short]) => short === name)?.[0];
  const key = place?.[1] ?? pad ?? (name === 'Space' ? ' ' : name);
  return {
    key: [...key].length === 1 ? key.toLowerCase() : key,
    code: place ? name : pad ? `Numpad${pad}` : (padCode ?? (/^\d$/.test(name) ? `Digit${name}` : '')),
    ctrlKey: held.includes('Ctrl+'),
    metaKey: false,
    altKey: held.includes('Alt+'),
    shiftKey: held.includes('Shift+'),
  };
}

/** What of a stored or sent value is a choice of keys; the rest is left out. */
export function chosenKeysIn(value: unknown): ChosenKeys {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const entries = Object.entries(value).filter(
    ([action, chords]) =>
      /^[a-zA-Z0-9.]{1,60}$/.test(action) &&
      Array.isArray(chords) &&
      chords.length <= MOST_KEYS &&
      chords.every((chord) => typeof chord === 'string' && isChord(chord)),
  );
  return Object.fromEntries(entries.slice(0, MOST_ACTIONS)) as ChosenKeys;
}

export function areChosenKeys(value: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.keys(chosenKeysIn(value)).length === Object.keys(value).length;
}
