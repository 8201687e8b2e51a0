// What codes of the exchange formats say in one description and one colour, and categories in several fields: for codebooks and projects alike.
import type { Category } from '../../../shared/domain/category.ts';
import type { GridFileCategory } from '../../../shared/domain/grid-file.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { codebookFileText } from '../../../shared/i18n/codebook-file.ts';

const RULES = ['inclusion', 'exclusion', 'example'] as const;

/** The standard knows one description: the other parts of the rule follow the definition, each after its word. */
export function descriptionOf(category: Pick<Category, 'definition' | (typeof RULES)[number]>, language: Language): string {
  const words = codebookFileText[language];
  const rules = RULES.filter((field) => category[field].trim() !== '').map((field) => `${words[field]}\u00a0: ${category[field]}`);
  return [category.definition, ...rules].filter((part) => part.trim() !== '').join('\n\n');
}

const RULE_WORDS = new Map(RULES.flatMap((field) => (['fr', 'en'] as const).map((language) => [codebookFileText[language][field], field] as const)));
const RULE_START = new RegExp(`(?:^|\\n\\n)(${[...RULE_WORDS.keys()].join('|')})[\\u00a0 ]?: `, 'u');

export type Rule = Pick<GridFileCategory, 'definition' | (typeof RULES)[number]>;

/** The definition, and the parts of the rule that this program wrote behind it. */
export function ruleIn(description: string): Partial<Record<keyof Rule, string>> {
  const [definition = '', ...rest] = description.split(RULE_START);
  const rule: Partial<Record<keyof Rule, string>> = definition.trim() === '' ? {} : { definition };
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const field = RULE_WORDS.get(rest[at] ?? '');
    if (field) rule[field] = rest[at + 1] ?? '';
  }
  return rule;
}

const HEX_PAIR = 16;

/** `#rgb`, `#rrggbbaa` and `rgb(…)`, `rgba(…)` stand for `#rrggbb`; anything else is no colour. */
export function colorIn(value: string | undefined): string | undefined {
  const text = value?.trim() ?? '';
  const long = /^(#[0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(text);
  if (long) return long[1];
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const parts = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,[^)]*)?\)$/i.exec(text);
  if (!parts || parts.slice(1, 4).some((part) => Number(part) > 255)) return undefined;
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(HEX_PAIR).padStart(2, '0'))
    .join('')}`;
}
