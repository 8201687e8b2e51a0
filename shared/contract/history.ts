// Calls about what was done: the history, going back in it, the states of a category's card, and what this sitting has brought.
import { z } from 'zod';
import { HISTORY_KIND_NAMES } from '../domain/history.ts';
import type { CategoryHistory, HistoryPage, HistorySteps, RemovedCategory } from '../domain/history.ts';
import { categoryId, coderId } from '../domain/ids.ts';
import type { HistoryEntry } from '../domain/project.ts';
import { LANGUAGES } from '../domain/project.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

const instant = z.iso.datetime();
const rowId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'uuid');
const number = z.number().int().min(1);

export const historyContract = {
  /** One page; `language` is the one in which `words` are looked for. */
  'history.list': returns<HistoryPage>().from(
    z.object({
      limit: z.number().int().min(1).max(1000),
      before: number.optional(),
      coderId: coderId.optional(),
      kind: z.enum(HISTORY_KIND_NAMES).optional(),
      objectId: rowId.optional(),
      words: z.string().max(200).optional(),
      language: z.enum(LANGUAGES).optional(),
      since: instant.optional(),
      until: instant.optional(),
    }),
  ),
  /** Takes back the latest command; answers with what was taken back. */
  'history.undo': returns<HistoryEntry>().from(nothing),
  'history.redo': returns<HistoryEntry>().from(nothing),
  /** What `history.undoTo` or `history.redoTo` would take back or bring back. */
  'history.steps': returns<HistorySteps>().from(z.object({ direction: z.enum(['undo', 'redo']), number })),
  /** Takes back everything done after this entry, or nothing; answers with what was taken back, the latest first. */
  'history.undoTo': returns<HistorySteps>().from(z.object({ number })),
  /** Brings back what was taken back, up to and with this entry, or nothing. */
  'history.redoTo': returns<HistorySteps>().from(z.object({ number })),
  /** The categories that an entry of the history removed, as they were listed; none where it removed none. */
  'history.removedCategories': returns<RemovedCategory[]>().from(z.object({ number })),
  'category.history': returns<CategoryHistory>().from(z.object({ categoryId })),
  /** Passages that the acting coder has coded by hand since this instant. */
  'coding.sitting': returns<{ passages: number }>().from(z.object({ since: instant })),
};
