// Answers the calls about the study as a whole.
import type { coverageContract } from '../../shared/contract/coverage.ts';
import { markMeaning } from '../commands/meaning.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readCoverage } from '../queries/coverage.ts';
import { readMeanings } from '../queries/meaning.ts';
import { passagesBelowIn, passagesOfWeek, readOverview, readPortraits } from '../queries/overview.ts';
import { passagesOfCategoryIn, studySaturation } from '../queries/saturation.ts';
import { axisTitlesOf } from './axis-titles.ts';
import { done } from './reply.ts';

export function coverageHandlers(desk: Desk): Pick<Handlers, keyof typeof coverageContract> {
  return {
    'saturation.read': (setting) => studySaturation(desk.project(), setting),
    'category.passageIds': ({ categoryIds, sourceId, below }) => {
      const passagesOf = below ? passagesBelowIn : passagesOfCategoryIn;
      return [...new Set(categoryIds.flatMap((id) => passagesOf(desk.project(), id, sourceId)))];
    },
    'meaning.read': ({ gridId, order }) => readMeanings(desk.project(), gridId, order),
    'meaning.mark': (input) => done(markMeaning(desk.session(), input)),
    'coverage.read': () => readCoverage(desk.project(), axisTitlesOf(desk)),
    'overview.read': () => readOverview(desk.project()),
    'coding.passagesOfWeek': ({ week }) => passagesOfWeek(desk.project(), week),
    'portrait.read': ({ sourceIds }) => readPortraits(desk.project(), sourceIds),
  };
}
