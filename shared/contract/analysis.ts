// Calls that all analyses share: settings kept by name, the passages behind a number, pictures and tables as files.
import { z } from 'zod';
import { MOST_LISTED } from '../domain/analysis.ts';
import type { ListedPassage, SavedAnalysis } from '../domain/analysis.ts';
import { passageId, savedAnalysisId } from '../domain/ids.ts';
import type { SavedAnalysisId } from '../domain/ids.ts';
import { LANGUAGES } from '../domain/project.ts';
import { returns } from './endpoint.ts';
import type { FileOut } from './fields.ts';
import { longText, title } from './fields.ts';

const attribute = z.union([z.string().max(100_000), z.number()]);

/** What is drawn, mark by mark: the elements that every format can draw, without scripts, styles or addresses. */
const sceneNode = z.object({
  tag: z.enum(['g', 'rect', 'line', 'circle', 'path', 'polygon', 'text']),
  attrs: z.record(z.string().regex(/^(?!on)[a-zA-Z][\w-]*$/), attribute),
  text: z.string().max(10_000).optional(),
  key: z.string().max(4000).optional(),
  title: z.string().max(10_000).optional(),
  get children() {
    return z.array(sceneNode).max(100_000);
  },
});

const scene = z.object({
  tag: z.literal('svg'),
  attrs: z.record(z.string().regex(/^(?!on)[a-zA-Z][\w-]*$/), attribute),
  children: z.array(sceneNode).max(100_000),
  title: z.string().max(10_000).optional(),
  width: z.number().min(1).max(100_000),
  height: z.number().min(1).max(100_000),
  background: z.string().max(40),
});

const table = z.object({
  columns: z.array(z.string().max(4000)).min(1).max(16_000),
  rows: z.array(z.array(z.union([z.string().max(1_000_000), z.number()]))).max(1_000_000),
});

export const analysisContract = {
  /** Of one analysis, by name. */
  'analysis.list': returns<SavedAnalysis[]>().from(z.object({ kind: z.string().min(1).max(60) })),
  /** Null keeps a new one. */
  'analysis.save': returns<SavedAnalysisId>().from(
    z.object({ analysisId: savedAnalysisId.nullable(), kind: z.string().min(1).max(60), name: title, setting: longText, note: longText }),
  ),
  'analysis.remove': returns<null>().from(z.object({ analysisId: savedAnalysisId })),
  /** The words of passages, in the order asked for; those that are gone are left out. */
  'passage.list': returns<ListedPassage[]>().from(z.object({ passageIds: z.array(passageId).max(MOST_LISTED) })),
  /** A picture drawn by the window, as a file. */
  'picture.write': returns<FileOut>().from(
    z.object({ scene, format: z.enum(['svg', 'png', 'pdf']), title, language: z.enum(LANGUAGES), widthCm: z.number().min(4).max(60) }),
  ),
  /** The table behind a picture, as a file; `caption` says what is counted. */
  'table.write': returns<FileOut>().from(z.object({ table, format: z.enum(['xlsx', 'csv']), title, caption: longText, language: z.enum(LANGUAGES) })),
};
