// Answers the calls about words and about words left out of counts.
import type { wordsContract } from '../../shared/contract/words.ts';
import { resetStopWords, setStopWords } from '../commands/stop-words.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readStopWords } from '../queries/stop-words.ts';
import { readWordClasses } from '../queries/word-classes.ts';
import { readSpecificities, readWordFrequencies } from '../queries/word-counts.ts';
import { readWordPlaces, readWordTree } from '../queries/word-sequences.ts';
import { done } from './reply.ts';

export function wordsHandlers(desk: Desk): Pick<Handlers, keyof typeof wordsContract> {
  return {
    'words.frequencies': ({ setting, job }) => desk.watched(job, (watch) => readWordFrequencies(desk.project(), setting, watch)),
    'words.specificities': ({ setting, job }) => desk.watched(job, (watch) => readSpecificities(desk.project(), setting, watch)),
    'words.tree': ({ setting, job }) => desk.watched(job, (watch) => readWordTree(desk.project(), setting, watch)),
    'words.classes': ({ setting, job }) => desk.watched(job, (watch) => readWordClasses(desk.project(), setting, watch)),
    'words.places': (asked) => readWordPlaces(desk.project(), asked),
    'stopWord.list': () => readStopWords(desk.project()),
    'stopWord.set': (input) => done(setStopWords(desk.session(), input)),
    'stopWord.reset': () => done(resetStopWords(desk.session())),
  };
}
