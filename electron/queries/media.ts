// Reads what recording a source has, and whether its file still lies beside the project.
import { eq } from 'drizzle-orm';
import type { MediaInfo } from '../../shared/domain/source.ts';
import { mediaPath, mediaSize } from '../storage/media-files.ts';
import type { Project } from '../storage/open-project.ts';
import { media, source } from '../storage/schema.ts';
import type { Row } from '../storage/schema.ts';

/** A file cut short is as good as none: its name promises what its bytes are. */
function isMissing(project: Project, row: Row<'media'>): boolean {
  return mediaSize(mediaPath(project.path, row.sha256, row.originalName)) !== row.sizeBytes;
}

export function storedMedia(project: Project, sourceId: string): Row<'media'> | undefined {
  return project.db.select().from(media).where(eq(media.sourceId, sourceId)).get();
}

/** The recording of a source; null for most. */
export function readMedia(project: Project, sourceId: string): MediaInfo | null {
  const row = storedMedia(project, sourceId);
  if (!row) return null;
  const { originalName, mime, sizeBytes, durationMs } = row;
  return { originalName, mime, sizeBytes, durationMs, url: `/media/${row.sha256}`, isMissing: isMissing(project, row) };
}

/** Where a recording of this project lies; null for what is no recording of it, however it is asked for. */
export function mediaFile(project: Project, sha256: string): { readonly path: string; readonly mime: string } | null {
  const rows = project.db.select().from(media).where(eq(media.sha256, sha256)).all();
  const row = rows.find((each) => !isMissing(project, each));
  return row ? { path: mediaPath(project.path, row.sha256, row.originalName), mime: row.mime } : null;
}

/** Names of the sources whose recording does not lie beside the project. */
export function sourcesWithoutTheirMedia(project: Project): string[] {
  const rows = project.db.select({ media, name: source.name }).from(media).innerJoin(source, eq(source.id, media.sourceId)).all();
  return rows.filter((row) => isMissing(project, row.media)).map(({ name }) => name);
}
