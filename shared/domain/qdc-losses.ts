// What a grid says that the exchange format of other programs (REFI-QDA, qdc) has no place for, so that whoever exports it is told.
import type { Category, Grid } from './category.ts';

export const QDC_FACTS = ['origin', 'stage', 'status', 'scale', 'alsoUnder', 'card'] as const;
/** `card` is the grid's own source and description. */
export type QdcFact = (typeof QDC_FACTS)[number];

export interface QdcLoss {
  readonly fact: QdcFact;
  /** Categories that say it; 1 for the grid itself. */
  readonly count: number;
}

const SAYS: Readonly<Record<Exclude<QdcFact, 'card'>, (category: Category) => boolean>> = {
  // a category read from such a file counts as given beforehand
  origin: ({ origin }) => origin !== 'a-priori',
  stage: ({ stage }) => stage !== null,
  status: ({ status }) => status !== null,
  scale: ({ scale }) => scale !== null,
  alsoUnder: ({ alsoUnder }) => alsoUnder.length > 0,
};

/** Only what this grid says: an empty list when nothing is lost. The rule's parts are no loss: they go into the description. */
export function lostInQdc({ categories, source, description }: Pick<Grid, 'categories' | 'source' | 'description'>): QdcLoss[] {
  return QDC_FACTS.flatMap((fact) => {
    const says = fact === 'card' ? `${source}${description}`.trim() !== '' && 1 : categories.filter(SAYS[fact]).length;
    return says ? [{ fact, count: says }] : [];
  });
}
