// The coding that a key means among those of the passage in hand.
import type { SourceCoding } from '../../shared/domain/source.ts';
import type { Reader } from './reader-context.tsx';

/** The acting coder's coding whose stance the S key means, and W its weight: of the category whose rule is shown, else the first. */
export function codingInHand(reader: Pick<Reader, 'passageId' | 'coded' | 'me' | 'ruled'>): SourceCoding | undefined {
  const stripes = (reader.passageId && reader.coded.byPassage.get(reader.passageId)) || [];
  const own = stripes.flatMap(({ codings }) => codings).filter(({ coderId }) => coderId === reader.me);
  return own.find(({ categoryId }) => categoryId === reader.ruled?.category.id) ?? own[0];
}
