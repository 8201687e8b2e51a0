// The commands about recordings, each on a file that really lies beside the project.
import { addMedia, removeMedia } from '../../../electron/commands/media.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { MediaIntake } from '../../../electron/storage/media-files.ts';
import type { Study } from '../../support/study.ts';
import { aRecording } from '../../support/tones.ts';
import type { Case } from './command-case.ts';

function record({ project: p }: Study, source: string, name: string, seconds: number): void {
  const intake = new MediaIntake(p.path, name);
  intake.add(aRecording(seconds));
  addMedia(p.session, { sourceId: p.source(source), originalName: name, durationMs: seconds * 1000, ...intake.keep() });
}

export const MEDIA_CASES: readonly Case[] = [
  ['media.add', 'an interview gets its recording', (study) => record(study, 'E01', 'E01.wav', 2)],
  [
    'media.add',
    'another recording takes its place',
    (study) => record(study, 'E01', 'meilleure prise.wav', 3),
    (study) => record(study, 'E01', 'E01.wav', 2),
  ],
  [
    'media.remove',
    'the recording is taken away',
    ({ project: p }) => removeMedia(p.session, p.source('E01')),
    (study) => record(study, 'E01', 'E01.wav', 2),
  ],
  [
    'source.remove',
    'a source goes with its recording',
    ({ project: p }) => removeSource(p.session, p.source('E01')),
    (study) => record(study, 'E01', 'E01.wav', 2),
  ],
];
