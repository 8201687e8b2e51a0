// What is done with a source's recording: chosen, sent, found again, taken away; and its times written out.
import { useCallback } from 'react';
import { MEDIA_EXTENSIONS } from '../../shared/domain/media-format.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { MediaInfo } from '../../shared/domain/source.ts';
import type { SubtitleFormat } from '../../shared/domain/subtitles-out.ts';
import { mediaText } from '../../shared/i18n/media.ts';
import { CoreFailure } from '../core.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useQuery } from '../ui/use-query.ts';
import { sentenceOf, useRun } from '../ui/use-run.ts';
import { uploadRecording } from './uploads.ts';

const ACCEPTED = MEDIA_EXTENSIONS.map((extension) => `.${extension}`).join(',');

/** The system's dialog; null when nothing was chosen. */
function chosenRecording(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPTED;
    input.onchange = () => resolve(input.files?.[0] ?? null);
    input.oncancel = () => resolve(null);
    input.click();
  });
}

export interface RecordingActs {
  /** Asks first where another one would be replaced. */
  readonly add: (file: File) => Promise<void>;
  readonly choose: () => Promise<void>;
  /** The very file that is missing, from wherever it is now. */
  readonly find: () => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly exportTimes: (format: SubtitleFormat) => Promise<void>;
}

export function useRecordingActs(sourceId: SourceId, media: MediaInfo | null): RecordingActs {
  const { language } = useLanguage();
  const notify = useNotify();
  const confirm = useConfirm();
  const run = useRun();
  const text = mediaText[language];
  const { data: team } = useQuery('team.status', {});

  const send = useCallback(
    async (file: File, restores: boolean) => {
      try {
        const sent = await uploadRecording(sourceId, file, restores);
        const where = team ? `${text.added(file.name)} ${text.staysHere}` : text.added(file.name);
        if (sent) notify({ text: restores ? text.found(file.name) : where, kind: 'done' });
      } catch (error) {
        const failure = error instanceof CoreFailure ? error.failure : { kind: 'fault' as const, code: String(error), data: {} };
        notify({ text: sentenceOf(failure, language), kind: 'failure' });
      }
    },
    [sourceId, notify, text, language, team],
  );
  const add = async (file: File) => {
    const question = {
      title: text.replaceTitle,
      text: text.replaceText(media?.originalName ?? '', file.name),
      action: text.replaceAction,
    };
    if (media === null || (await confirm(question))) await send(file, false);
  };
  return {
    add,
    choose: async () => {
      const file = await chosenRecording();
      if (file) await add(file);
    },
    find: async () => {
      const file = await chosenRecording();
      if (file) await send(file, true);
    },
    remove: async () => {
      if ((await run('media.remove', { sourceId })) !== undefined) notify({ text: text.removed, kind: 'done' });
    },
    exportTimes: async (format) => {
      const file = await run('source.subtitles', { sourceId, format });
      if (file) saveFile(file);
    },
  };
}
