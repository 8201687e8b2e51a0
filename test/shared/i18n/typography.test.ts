// French as it is set: a no-break space before double signs and inside quotation marks, and the curved apostrophe.
import { readFileSync, readdirSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const folder = new URL('../../../shared/i18n/', import.meta.url);

/** The strings of a file's French half; what is filled in is an x. */
function frenchStrings(file: string): string[] {
  const { program } = parseSync(file, readFileSync(new URL(file, folder), 'utf8'));
  const strings: string[] = [];
  const walk = (node: unknown, isFrench: boolean): void => {
    if (Array.isArray(node)) for (const part of node) walk(part, isFrench);
    if (typeof node !== 'object' || node === null) return;
    const { type, id, value, quasis } = node as { type?: string; id?: { name?: string }; value?: unknown; quasis?: { value: { cooked: string } }[] };
    const within = type === 'VariableDeclarator' ? /^fr$|Fr$/.test(id?.name ?? '') : isFrench;
    if (within && type === 'Literal' && typeof value === 'string') strings.push(value);
    if (within && quasis) strings.push(quasis.map((quasi) => quasi.value.cooked).join('x'));
    for (const part of Object.values(node)) walk(part, within);
  };
  walk(program.body, false);
  return strings;
}

test.each(readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((file) => file.endsWith('.ts')))(
  '%s breaks no line before a sign',
  (file) => {
    const broken = frenchStrings(file).filter((text) => /[^\s] [:;?!»%]|« |\p{L}'\p{L}/u.test(text));
    expect(broken).toEqual([]);
  },
);
