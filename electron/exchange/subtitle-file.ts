// A source's times as a subtitle file.
import { Refusal } from '../../shared/domain/failure.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { printSubtitles, subtitleCues } from '../../shared/domain/subtitles-out.ts';
import type { SubtitleFormat } from '../../shared/domain/subtitles-out.ts';
import type { Session } from '../commands/run-command.ts';
import { openSource } from '../queries/sources.ts';

/** Refuses (`media.noTimes`) a source in which nobody knows when anything was said. */
export function subtitleFile(
  project: Session['project'],
  sourceId: SourceId,
  format: SubtitleFormat,
): { readonly name: string; readonly text: string } {
  const { source, turns, speakers, media } = openSource(project, sourceId);
  const cues = subtitleCues(turns, speakers, media?.durationMs ?? null);
  if (cues.length === 0) throw new Refusal('media.noTimes', { source: source.name });
  return { name: source.name, text: printSubtitles(cues, format) };
}
