// The choices of an attribute while they are being written: lines that are added, moved and taken away; no React here.

/** A line keeps its key when it moves, so that its field keeps the focus. */
export interface ChoiceLine {
  readonly key: number;
  readonly text: string;
}

export function linesOf(choices: readonly string[]): ChoiceLine[] {
  return choices.map((text, key) => ({ key, text }));
}

/** What is kept of the lines: those that say something. */
export function choicesOf(lines: readonly ChoiceLine[]): string[] {
  return lines.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
}

export function hasTwice(lines: readonly ChoiceLine[]): boolean {
  const choices = choicesOf(lines);
  return new Set(choices).size < choices.length;
}

function newKey(lines: readonly ChoiceLine[]): number {
  return Math.max(-1, ...lines.map(({ key }) => key)) + 1;
}

/** An empty line after the one at `at`, or first for -1; answers its key too. */
export function withLineAfter(lines: readonly ChoiceLine[], at: number): { readonly lines: ChoiceLine[]; readonly key: number } {
  const key = newKey(lines);
  return { lines: lines.toSpliced(at + 1, 0, { key, text: '' }), key };
}

export function withoutLine(lines: readonly ChoiceLine[], key: number): ChoiceLine[] {
  return lines.filter((line) => line.key !== key);
}

export function withText(lines: readonly ChoiceLine[], key: number, text: string): ChoiceLine[] {
  return lines.map((line) => (line.key === key ? { key, text } : line));
}

/** The line moved to the 0-based place `to`, within the list. */
export function movedTo(lines: readonly ChoiceLine[], key: number, to: number): ChoiceLine[] {
  const from = lines.findIndex((line) => line.key === key);
  const line = lines[from];
  const place = Math.max(0, Math.min(lines.length - 1, to));
  if (line === undefined || place === from) return [...lines];
  return lines.toSpliced(from, 1).toSpliced(place, 0, line);
}

/** A column copied from a spreadsheet, or a list: its first line goes where the caret is, the others below. */
export function withPasted(lines: readonly ChoiceLine[], key: number, pasted: string): ChoiceLine[] {
  const [first = '', ...others] = pasted
    .split(/[\n\r\t;]+/)
    .map((text) => text.trim())
    .filter(Boolean);
  const at = lines.findIndex((line) => line.key === key);
  const begin = newKey(lines);
  return withText(lines, key, first).toSpliced(at + 1, 0, ...others.map((text, index) => ({ key: begin + index, text })));
}
