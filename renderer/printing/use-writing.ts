// Writes what was put together: one file to save, or the whole pack with its progress, which can be stopped.
import { useEffect, useRef, useState } from 'react';
import type { WrittenPack } from '../../shared/contract/print.ts';
import type { PrintFormat, PrintPack, PrintPiece, PrintStyle } from '../../shared/domain/print.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { CoreFailure, callDesktop, isDesktop, onCoreEvent } from '../core.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { sentenceOf, useRun } from '../ui/use-run.ts';

export interface Progress {
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  /** The piece of a pack that is being written; empty where one piece is written alone, whose lines are counted and not its files. */
  readonly label: string;
}

export interface Writing {
  /** Null while nothing is being written. */
  readonly progress: Progress | null;
  /** True when all of it was written. */
  readonly writeFiles: (piece: PrintPiece, style: PrintStyle, formats: readonly PrintFormat[]) => Promise<boolean>;
  readonly writePack: (pack: PrintPack, name: string) => Promise<boolean>;
  readonly stop: () => void;
}

const BEGUN: Progress = { done: 0, total: 0, label: '' };

export function useWriting(): Writing {
  const words = useText(printingText);
  const { language } = useLanguage();
  const run = useRun();
  const notify = useNotify();
  const [progress, setProgress] = useState<Progress | null>(null);
  /** How far all formats of one piece are, where one is so far. */
  const ofFormats = useRef((share: number): Progress => ({ done: share, total: 1, label: '' }));
  useEffect(
    () =>
      onCoreEvent((event) => {
        if (event.kind !== 'progress' || event.job !== 'print') return;
        const { done, total, label } = event;
        setProgress((before) => before && (label === '' ? ofFormats.current(done / total) : { done, total, label }));
      }),
    [],
  );
  const writeFiles: Writing['writeFiles'] = async (piece, style, formats) => {
    setProgress(BEGUN);
    for (const [at, format] of formats.entries()) {
      ofFormats.current = (share) => ({ done: at + share, total: formats.length, label: '' });
      if (at > 0) setProgress(ofFormats.current(0));
      const file = await run('print.make', { piece, style, format });
      if (!file) {
        setProgress(null);
        return false;
      }
      saveFile(file);
      notify({ text: words.exported(file.fileName), kind: 'done' });
    }
    setProgress(null);
    return true;
  };
  const intoFolder = async (pack: PrintPack, name: string): Promise<boolean> => {
    try {
      const written = (await callDesktop('desktop.writePack', { pack, name })) as WrittenPack | null;
      if (written === null) return false;
      const action = { label: words.reveal, onPress: () => void callDesktop('desktop.revealPack') };
      notify({ text: words.packWritten(written.files.length, written.folder), kind: 'done', stays: true, action });
      return true;
    } catch (error) {
      if (!(error instanceof CoreFailure)) throw error;
      const { failure } = error;
      if (failure.code === 'job.cancelled') notify({ text: words.stopped });
      else notify({ text: sentenceOf(failure, language), kind: 'failure' });
      return false;
    }
  };
  const asZip = async (pack: PrintPack, name: string): Promise<boolean> => {
    const file = await run('print.zipPack', { pack, name });
    if (!file) return false;
    saveFile(file);
    notify({ text: words.exported(file.fileName), kind: 'done' });
    return true;
  };
  const writePack: Writing['writePack'] = async (pack, name) => {
    setProgress(BEGUN);
    const isWritten = await (isDesktop ? intoFolder(pack, name) : asZip(pack, name));
    setProgress(null);
    return isWritten;
  };
  return { progress, writeFiles, writePack, stop: () => void run('job.cancel', { job: 'print' }) };
}
