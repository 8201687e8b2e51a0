// What undo says it takes back: every command's sentence is whole in both languages, with the names that the command was about.
import { describe, expect, it } from 'vitest';
import { readHistoryPage } from '../../../electron/queries/history.ts';
import { commandWords } from '../../../shared/i18n/command-words.ts';
import { aStudy } from '../../support/study.ts';
import { ALL_CASES } from './all-cases.ts';

const NAMES: Readonly<Record<'fr' | 'en', RegExp>> = { fr: /«\u00a0([^»]*)\u00a0»/gu, en: /“([^”]*)”/gu };
/** What a subject that lacks something leaves in a sentence. */
const HOLES = /undefined|NaN|null|\[object|\s\s|\(\)|^\s|\s$/u;

describe('undo says', () => {
  it.each(ALL_CASES)('$command ($sentence) in whole sentences', ({ command, act, given }) => {
    const study = aStudy();
    given?.(study);
    act(study);
    const [entry] = readHistoryPage(study.project.project, { limit: 1 }).entries;
    if (!entry) throw new Error('nothing was logged');
    expect(entry.command).toBe(command);
    for (const language of ['fr', 'en'] as const) {
      const words = commandWords(language, entry);
      expect(words).not.toMatch(HOLES);
      expect(['une modification', 'a change']).not.toContain(words);
      // it stands after « Annuler : »
      expect(words[0]).toBe(words[0]?.toLowerCase());
      expect(words).not.toMatch(/[.:]$/u);
      for (const [, name] of words.matchAll(NAMES[language])) expect(name?.trim()).not.toBe('');
      expect((words.match(/«/gu) ?? []).length).toBe((words.match(/»/gu) ?? []).length);
    }
  });

  it.each([
    ['source.import', { count: 1, name: 'E01' }, 'import de «\u00a0E01\u00a0»', 'import of “E01”'],
    ['source.import', { count: 3, name: 'E01' }, 'import de 3\u00a0sources', 'import of 3\u00a0sources'],
    ['coding.moveMany', { count: 1, name: 'A', into: 'B', copies: 1 }, '1\u00a0passage de «\u00a0A\u00a0» codé aussi en «\u00a0B\u00a0»', null],
    ['coding.moveMany', { count: 2, name: 'A', into: 'B', copies: 1 }, '2\u00a0passages de «\u00a0A\u00a0» codés aussi en «\u00a0B\u00a0»', null],
    ['guide.settle', { count: 1, name: 'E01' }, '1\u00a0question repérée dans «\u00a0E01\u00a0»', '1\u00a0question found in “E01”'],
  ] as const)('%s %o in the singular and the plural', (command, subject, fr, en) => {
    const plain = (text: string): string => text.replace(/[\u202f\u00a0]/gu, ' ');
    expect(plain(commandWords('fr', { command, subject }))).toBe(plain(fr));
    if (en !== null) expect(plain(commandWords('en', { command, subject }))).toBe(plain(en));
  });
});
