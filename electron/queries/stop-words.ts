// The words that counts leave out: what ships, and what the project decided otherwise.
import type { StopWords } from '../../shared/domain/words.ts';
import { FILLERS, STOP_WORDS, stoppedWords } from '../../shared/words/stop-words.ts';
import type { StopWordDifference } from '../../shared/words/stop-words.ts';
import type { Project } from '../storage/open-project.ts';
import { readProject } from './project.ts';
import type { Dictionary } from './word-store.ts';

function readDifferences({ sqlite }: Project): StopWordDifference[] {
  return sqlite
    .prepare<[], { word: string; isStopped: 0 | 1 }>('SELECT word, is_stopped AS isStopped FROM stop_word ORDER BY word')
    .all()
    .map(({ word, isStopped }) => ({ word, isStopped: isStopped === 1 }));
}

export function readStopWords(project: Project): StopWords {
  const { language } = readProject(project);
  return { language, shipped: [...STOP_WORDS[language]], fillers: [...FILLERS[language]], differences: readDifferences(project) };
}

export interface LeavingOut {
  readonly withFillers: boolean;
  readonly keepsStopWords: boolean;
}

/** By the forms' numbers: 1 where a list of words leaves the form out (stop words; what has no letter). */
export function formsLeftOut(project: Project, { language, forms, isWord }: Dictionary, { withFillers, keepsStopWords }: LeavingOut): Uint8Array {
  const stopped = keepsStopWords ? new Set<string>() : stoppedWords({ language, withFillers, differences: readDifferences(project) });
  return Uint8Array.from(forms, (form, at) => (isWord[at] === 0 || stopped.has(form) ? 1 : 0));
}
