// Calls about words: how often they are said, what surrounds them, which parts and which classes they belong to; words left out of counts.
import { z } from 'zod';
import type { Undefined } from '../statistics/undefined.ts';
import { classesSetting, frequencySetting, specificitySetting, WORD_UNITS, wordParts, wordTreeSetting } from '../domain/words.ts';
import type { Specificities, StopWords, WordClasses, WordFrequencies, WordPlaces, WordTree } from '../domain/words.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

/** Named by the window, for progress and `job.cancel`: the first time, a large corpus is read as words. */
const job = z.string().min(1).max(80);
const MOST_PLACES = 500;

export const wordsContract = {
  'words.frequencies': returns<WordFrequencies | Undefined>().from(z.object({ setting: frequencySetting, job })),
  'words.specificities': returns<Specificities | Undefined>().from(z.object({ setting: specificitySetting, job })),
  'words.tree': returns<WordTree | Undefined>().from(z.object({ setting: wordTreeSetting, job })),
  'words.classes': returns<WordClasses | Undefined>().from(z.object({ setting: classesSetting, job })),
  /** Where words that follow each other are said; in one part of the corpus or anywhere. */
  'words.places': returns<WordPlaces>().from(
    z.object({
      words: z.string().min(1).max(400),
      unit: z.enum(WORD_UNITS),
      withInterviewers: z.boolean(),
      by: wordParts,
      part: z.string().max(300).nullable(),
      most: z.number().int().min(1).max(MOST_PLACES),
    }),
  ),
  'stopWord.list': returns<StopWords>().from(nothing),
  /** Words as typed: from now on left out of counts, or kept in them. */
  'stopWord.set': returns<null>().from(z.object({ words: z.string().trim().min(1).max(2000), isStopped: z.boolean() })),
  'stopWord.reset': returns<null>().from(nothing),
};
