// Calls about the way back from an exported document to the text.
import { z } from 'zod';
import type { PassageId, SourceId, TurnId } from '../domain/ids.ts';
import { MOST_REFERENCE } from '../domain/passage-link.ts';
import { returns } from './endpoint.ts';

/** Where a reference leads; `passageId` null: to the turn alone. */
export interface ReferredPlace {
  readonly projectId: string;
  readonly sourceId: SourceId;
  readonly passageId: PassageId | null;
  readonly turnId: TurnId;
}

export const linkContract = {
  /** Finds what a link, a passage's name or a citation leads to; opens the link's project where it is another one that is known here. */
  'link.open': returns<ReferredPlace>().from(z.object({ reference: z.string().trim().min(1).max(MOST_REFERENCE) })),
};
