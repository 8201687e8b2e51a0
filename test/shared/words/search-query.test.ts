// What is typed into the search field, and what it finds in French.
import { describe, expect, it } from 'vitest';
import { queryFinder } from '../../../shared/words/query-finder.ts';
import { parseQuery } from '../../../shared/words/search-query.ts';

function found(query: string, text: string, isExact = false): string[] {
  const parsed = parseQuery(query, { isExact });
  if (parsed.kind !== 'query') throw new Error(parsed.kind);
  return queryFinder(parsed.node, 'fr')(text).map(({ start, end }) => text.slice(start, end));
}

/** Query, text, what is found. */
const TABLE: readonly (readonly [string, string, readonly string[]])[] = [
  // accents and capitals
  ['ecoute', 'L’Écoute compte.', ['Écoute']],
  ['ÉTÉ', 'un ete, un e\u0301te\u0301', ['ete', 'e\u0301te\u0301']],
  ['garçon', 'Les garcons', ['garcons']],
  ['ambigu', 'une phrase ambiguë', ['ambiguë']],
  // ligatures
  ['coeur', 'Un cœur, des CŒURS', ['cœur', 'CŒURS']],
  ['œuvre', 'main d’oeuvre', ['oeuvre']],
  ['ex aequo', 'ex æquo', ['ex', 'æquo']],
  // elisions and apostrophes of both kinds
  ['innovation', "L’innovation, l'innovation", ['innovation', 'innovation']],
  ["l'innovation", 'L’innovation, une innovation', ['L’innovation']],
  ['l’innovation', "l'innovation", ["l'innovation"]],
  ['"qu’ils"', "dès qu'ils", ["qu'ils"]],
  ['aujourd’hui', "aujourd'hui", ["aujourd'hui"]],
  ['eau', 'l’eau, jusqu’à l’eau', ['eau', 'eau']],
  // hyphens
  ['rendez-vous', 'un rendez‑vous, rendez vous compte', ['rendez‑vous', 'rendez vous']],
  ['"c’est à dire"', "c'est-à-dire", ["c'est-à-dire"]],
  ['vous', 'un rendez-vous', ['vous']],
  // forms
  ['décider', 'Ils décident, elle décidait, on décidera, décidé', ['décident', 'décidait', 'décidera', 'décidé']],
  ['acteurs', 'un acteur, l’acteur', ['acteur', 'acteur']],
  ['journal', 'des journaux', ['journaux']],
  ['cheval', 'les chevaux', ['chevaux']],
  // beginnings
  ['innov*', 'innover, l’INNOVATION, réinnover', ['innover', 'INNOVATION']],
  ['écout*', 'ecoutons', ['ecoutons']],
  ["l'éco*", 'l’économie, une économie', ['l’économie']],
  // phrases: as they are, not in other forms
  ['"tout le monde"', 'Tout le monde, tous le monde', ['Tout le monde']],
  ['«tout le monde»', 'tout le\u00a0monde', ['tout le\u00a0monde']],
  ['"la décision"', 'les décisions, la décision', ['la décision']],
  // all, any, none
  ['règle outil', 'La règle est un outil.', ['règle', 'outil']],
  ['règle outil', 'La règle.', []],
  ['règle OU outil', 'Des outils.', ['outils']],
  ['règle OR outil', 'La règle.', ['règle']],
  ['règle -outil', 'La règle est un outil.', []],
  ['règle SAUF outil', 'La règle.', ['règle']],
  ['(règle OU outil) commun', 'Un outil commun', ['outil', 'commun']],
  // near, in either order
  ['règle NEAR/2 commune', 'une règle qui est commune', ['règle qui est commune']],
  ['règle NEAR/1 commune', 'une règle qui est commune', []],
  ['commune PRÈS/2 règle', 'une règle qui est commune', ['règle qui est commune']],
  ['règle NEAR/0 commune', 'une règle commune', ['règle commune']],
  // exactly
  ['=écoute', 'écoute, ecoute, Écoute, écouter', ['écoute']],
  ['="la Règle"', 'la règle, la Règle', ['la Règle']],
  ["=l'été", 'l’été, l’ete', ['l’été']],
];

describe('a search', () => {
  it.each(TABLE)('of %s in « %s »', (query, text, expected) => {
    expect(found(query, text)).toEqual(expected);
  });

  it('is of words as written where the switch is on', () => {
    expect(found('acteur', 'acteurs, Acteur, acteur', true)).toEqual(['acteur']);
  });

  it('may be half typed', () => {
    expect(found('"tout le', 'tout le monde')).toEqual(['tout le']);
    expect(found('(règle OU', 'la règle')).toEqual(['règle']);
    expect(found('règle NEAR/3', 'la règle')).toEqual(['règle']);
    expect(found('règle) outil', 'règle, outil')).toEqual(['règle', 'outil']);
  });

  it('says when it looks for nothing', () => {
    for (const query of ['', '  ', '’ -', '""', '()']) expect(parseQuery(query).kind).toBe('nothing');
    for (const query of ['-outil', 'SAUF (règle outil)', 'règle OU -outil']) expect(parseQuery(query).kind).toBe('onlyNot');
  });

  it('is a regular expression between strokes, or where the switch is on', () => {
    expect(parseQuery('/d[eé]cid/')).toEqual({ kind: 'pattern', pattern: 'd[eé]cid' });
    expect(parseQuery('a|b', { isPattern: true })).toEqual({ kind: 'pattern', pattern: 'a|b' });
  });
});
