// Reads what recording a source has, and whether its file still lies beside the project.
import { existsSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { MediaInfo } from '../../shared/domain/source.ts';
import { mediaPath } from '../storage/media-files.ts';
import type { Project } from '../storage/open-project.ts';
import { media } from '../storage/schema.ts';

/** The recording of a source; null for most. */
export function readMedia(project: Project, sourceId: string): MediaInfo | null {
  const row = project.db.select().from(media).where(eq(media.sourceId, sourceId)).get();
  if (!row) return null;
  const { originalName, mime, sizeBytes, durationMs } = row;
  const isMissing = !existsSync(mediaPath(project.path, row.sha256, originalName));
  return { originalName, mime, sizeBytes, durationMs, url: `/media/${row.sha256}`, isMissing };
}
