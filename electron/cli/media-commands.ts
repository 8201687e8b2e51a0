// trame media | subtitles
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Argument } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { SUBTITLE_FORMATS } from '../../shared/domain/subtitles-out.ts';
import { addMedia, removeMedia } from '../commands/media.ts';
import { subtitleFile } from '../exchange/subtitle-file.ts';
import { sourceByName } from '../queries/corpus.ts';
import { MediaIntake } from '../storage/media-files.ts';
import type { KeptMedia } from '../storage/media-files.ts';
import { assertOutputFolder, extensionOf, withProject, writeOutput } from './session.ts';
import { print, printJson } from './terminal.ts';

const PIECE_BYTES = 1 << 20;

async function takeIn(projectPath: string, path: string): Promise<KeptMedia> {
  const intake = new MediaIntake(projectPath, basename(path));
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: PIECE_BYTES })) intake.add(bytes as Buffer);
    return intake.keep();
  } catch (error) {
    intake.discard();
    const code = (error as NodeJS.ErrnoException).code;
    throw error instanceof Refusal || code === undefined ? error : new Refusal('file.notFound', { path });
  }
}

interface MediaOptions {
  coder?: string;
  json?: boolean;
}

/** `trame media FILE add SOURCE PATH`: the verb stands after the file, as in `trame grid`. */
async function media(file: string, verb: string, source: string, path: string | undefined, options: MediaOptions, command: Command): Promise<void> {
  if (verb === 'add') {
    if (path === undefined) return command.error("error: missing required argument 'path'");
    return add(file, source, path, options);
  }
  return withProject(file, options.coder, (session) => removeMedia(session, sourceByName(session.project, source)));
}

async function add(file: string, source: string, path: string, options: MediaOptions): Promise<void> {
  const kept = await withProject(file, options.coder, async (session) => {
    const sourceId = sourceByName(session.project, source);
    if (session.project.isReadOnly) throw new Refusal('project.readOnly', { path: session.project.path });
    const taken = await takeIn(session.project.path, path);
    // how long it lasts, its player finds out
    addMedia(session, { sourceId, originalName: basename(path), durationMs: null, ...taken });
    return taken;
  });
  if (options.json) await printJson(kept);
  else await print(`${kept.sha256}\n`);
}

async function subtitles(file: string, source: string, { out }: { out: string }): Promise<void> {
  const extension = extensionOf(out);
  const format = SUBTITLE_FORMATS.find((candidate) => candidate === extension);
  if (!format) throw new Refusal('file.formatUnknown', { format: extension, known: SUBTITLE_FORMATS });
  assertOutputFolder(out);
  const { text } = await withProject(file, undefined, ({ project }) => subtitleFile(project, sourceByName(project, source), format));
  writeOutput(out, text);
}

export function addMediaCommands(trame: Command): void {
  trame
    .command('media <file>')
    .description('the recording of a source (mp3, m4a, wav, ogg, flac, mp4, mov, webm), kept beside the project')
    .addArgument(new Argument('<verb>', 'what to do').choices(['add', 'remove']))
    .argument('<source>', 'whose recording')
    .argument('[path]', 'the file to add; it replaces the one that the source has')
    .option('--coder <name>', 'who acts (made if new)')
    .option('--json', 'print JSON')
    .action(media);
  trame
    .command('subtitles <file> <source>')
    .description('write the times of a source as subtitles')
    .requiredOption('--out <path>', 'srt or vtt, by its extension')
    .action(subtitles);
}
