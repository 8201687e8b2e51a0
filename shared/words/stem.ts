// The stem that the forms of a word share: Snowball's own, for figures; and one for searches, where accents do not count.
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as frenchStem } from '@orama/stemmers/french';
import type { Language } from '../domain/project.ts';
import { foldedForFinding } from './folded-text.ts';

const snowball: Readonly<Record<Language, (word: string) => string>> = { fr: frenchStem, en: englishStem };

/** Inclusive writing: « acteur·rice·s » is a form of « acteur ». */
const INCLUSIVE = /[·•‧].*$/u;

/** Snowball's stem (French: agrees with its published vocabulary), of a word in any capitals. The accents of French count. */
export function stemOf(word: string, language: Language): string {
  return snowball[language](word.normalize('NFC').toLowerCase().replace(INCLUSIVE, ''));
}

/** French endings that Snowball knows by their accent only. */
const ACCENTED_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ite(s?)$/u, 'ité$1'],
  [/ee(s?)$/u, 'ée$1'],
  [/erent$/u, 'èrent'],
];

/** « Ils décident »: Snowball leaves these endings alone, for the sake of « président ». */
const THEY = /(?:[^aeioum]|[^aeiou]u|[^avt]i|u[ae]|[eo]u|(?:^ai|[fn]or|fir|nom|som|esti|pri|ani|assu|resu)m)ent$/u;
/** What is no verb in spite of its ending, by how it ends. */
const NO_VERB = new RegExp(
  `^(?:${[
    'abs|accid|adher|adjac|adolesc|affer|afflu|ag|appar|ard|arg|ascend|auv|av|cli|coher|compet|concurr|confid|consci|consequ|constitu',
    'cont|contin|conv|couv|cresc|d|decad|delinqu|descend|differ|dilig|disc|effic|eloqu|emin|equival|evid|excell|expedi|fain',
    'ferv|frequ|gradi|immin|impati|imprud|impud|incid|incoher|indiff|indiffer|indulg|influ|ingredi|inher|innoc|insol|intellig|intermitt',
    'jouv|leni|l|luc|mecont|neglig|nutrim|occid|occurr|ori|par|pati|perman|pertin|pest|preced|prefer|pres|presid|prud|pud|quoti|rec',
    'retic|refer|regent|resid|resurg|s|serg|serp|sil|souv|strid|subsequ|succul|tal|torr|transpar|turbul|urg|v|vehem|viol|virul',
  ].join('|')})ent$`,
  'u',
);

function withAccents(folded: string): string {
  if (NO_VERB.test(folded)) return folded;
  const ending = ACCENTED_ENDINGS.find(([pattern]) => pattern.test(folded));
  if (ending) return folded.replace(...ending);
  return THEY.test(folded) ? folded.slice(0, -2) : folded;
}

/**
 * The stem by which searches put words together, with accents or without: « ecoutee », « écoutée », « écouter » and « écoutent » have the
 * same. Where an accent makes a difference to Snowball, its commoner ending is meant.
 */
export function searchStemOf(word: string, language: Language): string {
  const folded = foldedForFinding(word);
  return foldedForFinding(stemOf(language === 'fr' ? withAccents(folded) : folded, language));
}
