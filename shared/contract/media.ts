// Calls about the recording of a source: brought in piece by piece, kept beside the project, its times written out as subtitles.
import { z } from 'zod';
import { sourceId } from '../domain/ids.ts';
import type { MediaInfo } from '../domain/source.ts';
import { returns } from './endpoint.ts';
import type { FileOut } from './fields.ts';

/** A file to play. */
export interface MediaFile {
  readonly path: string;
  readonly mime: string;
}

const upload = z.string().max(80);

export const mediaContract = {
  /**
   * Begins to take in a file; it replaces the recording that the source has. Refuses (`media.formatUnknown`) what no player plays.
   * With `restores` it is the recording that has gone missing: another one is refused (`media.otherFile`).
   */
  'media.begin': returns<{ readonly upload: string }>().from(
    z.object({
      sourceId,
      name: z.string().min(1).max(500),
      sizeBytes: z.number().int().min(1).max(20_000_000_000),
      restores: z.boolean().optional(),
    }),
  ),
  /** The next piece, in order; at most 6 MB. */
  'media.add': returns<null>().from(z.object({ upload, base64: z.string().max(8_400_000) })),
  'media.finish': returns<MediaInfo>().from(z.object({ upload, durationMs: z.number().int().min(0).nullable() })),
  'media.cancel': returns<null>().from(z.object({ upload })),
  /** The file stays beside the project, for undo. */
  'media.remove': returns<null>().from(z.object({ sourceId })),
  /** Where the file of a recording lies. For the desktop shell only, which serves it to the window; refused to the window. */
  'media.path': returns<MediaFile>().from(z.object({ sha256: z.string().max(64) })),
  /** The source's times as a subtitle file: one cue per turn, or per time inside it. Refuses (`media.noTimes`) a source without any. */
  'source.subtitles': returns<FileOut>().from(z.object({ sourceId, format: z.enum(['srt', 'vtt']) })),
};
