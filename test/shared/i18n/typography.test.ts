// French as it is set: a no-break space before double signs and inside quotation marks, and the curved apostrophe.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../shared/i18n/', import.meta.url);

/** The strings of a file's French half, without the code between `${` and `}`. */
function frenchStrings(file: string): string[] {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const french = /\nconst fr\b[\s\S]*?\n\};/.exec(text)?.[0] ?? '';
  return [...french.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g)].map((match) => (match[1] ?? match[2] ?? '').replace(/\$\{[^}]*\}/g, 'x'));
}

test.each(readdirSync(folder).filter((file) => file.endsWith('.ts')))('%s breaks no line before a sign', (file) => {
  const broken = frenchStrings(file).filter((text) => /[^\s] [:;?!»%]|« |\p{L}'\p{L}/u.test(text));
  expect(broken).toEqual([]);
});
