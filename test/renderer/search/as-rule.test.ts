// What is found can be coded: the search becomes a rule that looks for the same words; and what it is narrowed by reads back as chosen.
import { describe, expect, it } from 'vitest';
import { attributeOptions, attributesFrom, optionIds } from '../../../renderer/search/attribute-options.ts';
import { hasOtherFilters, ruleOfSearch } from '../../../renderer/search/as-rule.ts';
import { searchPlace } from '../../../renderer/search/search-place.ts';
import type { AttributeId, CaseId, ParticipantId } from '../../../shared/domain/ids.ts';
import { plainSearch, searchSetting } from '../../../shared/domain/search.ts';
import { wordFinder } from '../../../shared/words/find-words.ts';

const uuid = (end: string): string => `00000000-0000-4000-8000-0000000000${end}`;

describe('a search as a rule of autocoding', () => {
  it('looks for the same words, and finds them', () => {
    const text = 'La règle commune, un outil ; les règles.';
    const find = ruleOfSearch(plainSearch('règle NEAR/1 commun'))?.find;
    expect(find).toEqual({ kind: 'text', words: 'règle NEAR/1 commun', mode: 'search' });
    const quotes = (words: string): string[] =>
      wordFinder({ words, mode: 'search' }, 'fr')
        .find(text)
        .map(({ start, end }) => text.slice(start, end));
    expect(quotes('règle NEAR/1 commun')).toEqual(['règle commune']);
    expect(quotes('outil OU règle')).toEqual(['règle', 'outil', 'règles']);
    expect(quotes('= Règle')).toEqual([]);
    expect(quotes('= règles')).toEqual(['règles']);
    expect(quotes('…')).toEqual([]);
  });

  it('keeps that words are meant as written, and a regular expression', () => {
    expect(ruleOfSearch({ ...plainSearch('Écoute'), isExact: true })?.find).toEqual({ kind: 'text', words: '= Écoute', mode: 'search' });
    expect(ruleOfSearch(plainSearch('/d[eé]cid/'))?.find).toEqual({ kind: 'regex', pattern: 'd[eé]cid', ignoresCase: true, ignoresAccents: true });
    expect(ruleOfSearch(plainSearch('-outil'))).toBeNull();
  });

  it('takes sources and cases along, and says when other filters do not follow', () => {
    const setting = searchSetting.parse({ query: 'règle', filter: { caseIds: [uuid('01')], withInterviewers: false } });
    expect(ruleOfSearch(setting)?.scope).toEqual({ sourceIds: null, caseIds: [uuid('01') as CaseId], withInterviewers: false });
    expect(hasOtherFilters(setting)).toBe(false);
    expect(hasOtherFilters({ ...setting, filter: { ...setting.filter, participantIds: [uuid('02') as ParticipantId] } })).toBe(true);
  });
});

it('values of attributes are chosen from one list, and read back', () => {
  const attributeId = uuid('0a') as AttributeId;
  const attributes = [{ id: attributeId, scope: 'case', name: 'Statut', position: 0, type: 'text', choices: [] }] as const;
  const values = ['élu du lieu', 'agent', 'agent'].map((value, at) => ({ attributeId, targetId: String(at), value }));
  const options = attributeOptions({ attributes, values });
  expect(options.map(({ label }) => label)).toEqual(['Statut\u00a0: agent', 'Statut\u00a0: élu du lieu']);
  const chosen = attributesFrom(options.map(({ id }) => id));
  expect(chosen).toEqual([{ attributeId, values: ['agent', 'élu du lieu'] }]);
  expect(optionIds({ ...plainSearch('').filter, attributes: chosen })).toEqual(options.map(({ id }) => id));
});

it('words chosen anywhere are looked for as they follow one another', () => {
  expect(searchPlace(' décident ')).toEqual({ screen: 'search', words: 'décident' });
  expect(searchPlace('deux maisons')).toEqual({ screen: 'search', words: '"deux maisons"' });
  expect(searchPlace('une fin.\nUn début')).toEqual({ screen: 'search' });
  expect(searchPlace('')).toEqual({ screen: 'search' });
});
