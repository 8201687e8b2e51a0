// What sources are called, how citations shorten it, and how words are counted.
import { describe, expect, it } from 'vitest';
import { citationCode, citationOf, countWords, sourceNameFromFile, uniqueName } from '../../../shared/domain/source.ts';
import { initialsOf } from '../../../shared/domain/corpus.ts';

describe('a citation', () => {
  it.each([
    ['E12 Directrice générale', 'E12'],
    ['E12_directrice', 'E12'],
    ['ENT-04 – Président', 'ENT-04'],
    ['ENT 4', 'ENT 4'],
    ['É7', 'É7'],
    ['E12 (2)', 'E12 (2)'],
    ['E12 Directrice (2)', 'E12 (2)'],
    ['E12bis', 'E12bis'],
    ['Entretien 12', 'Entretien 12'],
    ['Rhap_D0001', 'Rhap_D0001'],
    ['2019 réunion', '2019 réunion'],
    ['Directrice', 'Directrice'],
  ])('of « %s » names %s', (name, code) => {
    expect(citationCode(name)).toBe(code);
  });

  it('gives the paragraph where there is one', () => {
    expect(citationOf('E12 Directrice', 34)).toBe('E12 §34');
    expect(citationOf('E12 Directrice', null)).toBe('E12');
  });

  it('tells two sources of one name apart', () => {
    expect(citationOf('E12', 3)).not.toBe(citationOf('E12 (2)', 3));
  });
});

describe('a source’s name', () => {
  it.each([
    ['E01 Directrice générale.docx', 'E01 Directrice générale'],
    ['dossier/sous dossier/E01.txt', 'E01'],
    ['C:\\Entretiens\\E01.v2.txt', 'E01.v2'],
    ['.caché', '.caché'],
    ['sans extension', 'sans extension'],
  ])('of %s is %s', (file, name) => {
    expect(sourceNameFromFile(file)).toBe(name);
  });

  it('gets a number where it is taken, the first that is free', () => {
    expect(uniqueName('E01', new Set())).toBe('E01');
    expect(uniqueName('E01', new Set(['E01']))).toBe('E01 (2)');
    expect(uniqueName('E01', new Set(['E01', 'E01 (2)', 'E01 (4)']))).toBe('E01 (3)');
    expect(uniqueName('E01', new Set(['e01']))).toBe('E01');
  });
});

describe('words', () => {
  it.each([
    ['l’innovation, c’est-à-dire « le changement »', 4],
    ["aujourd'hui 12 personnes", 3],
    ['e\u0301te\u0301', 1],
    ['— … !', 0],
    ['😀 oui', 1],
  ])('of « %s » are %d', (text, words) => {
    expect(countWords(text.normalize('NFC'))).toBe(words);
  });

  it('are the same in both compositions', () => {
    expect(countWords('e\u0301te\u0301 a\u0300 venir')).toBe(countWords('été à venir'));
  });
});

describe('a coder’s initials', () => {
  it.each([
    ['Anne Berger', 'AB'],
    ['Jean-Claude de la Tour', 'JCD'],
    ['😀', '😀'],
    ['', '?'],
  ])('of « %s » are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
