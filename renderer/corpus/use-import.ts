// Brings files into the project: chosen, sent in batches, followed, and reported on.
import { useRef, useState } from 'react';
import type { ImportReport } from '../../shared/contract/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { SourceKind } from '../../shared/domain/source.ts';
import { CoreFailure, call, onCoreEvent } from '../core.ts';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { sentenceOf } from '../ui/use-run.ts';
import { base64Of, inBatches } from './chosen-files.ts';
import type { ChosenFile } from './chosen-files.ts';

export type ImportState =
  | { readonly phase: 'choosing'; readonly files: readonly ChosenFile[] }
  | { readonly phase: 'running'; readonly done: number; readonly total: number; readonly label: string }
  | { readonly phase: 'reported'; readonly report: ImportReport; readonly isCancelled: boolean };

const NOTHING: ImportReport = { imported: [], refused: [] };

export function useImport() {
  const { language } = useLanguage();
  const notify = useNotify();
  const [state, setState] = useState<ImportState | null>(null);
  const running = useRef<{ job: string; isCancelled: boolean } | null>(null);

  const choose = (files: readonly ChosenFile[]) => {
    if (running.current === null) setState({ phase: 'choosing', files });
  };

  const start = async (files: readonly ChosenFile[], caseId: CaseId | null, kind: SourceKind) => {
    const job = crypto.randomUUID();
    const own = { job, isCancelled: false };
    running.current = own;
    let before = 0;
    const show = (done: number, label: string) => setState({ phase: 'running', done, total: files.length, label });
    const stopListening = onCoreEvent((event) => {
      if (event.kind === 'progress' && event.job === job) show(Math.min(files.length, before + event.done), event.label);
    });
    show(0, '');
    let report = NOTHING;
    try {
      for (const batch of inBatches(files)) {
        const sent = await Promise.all(batch.map(async ({ path, file }) => ({ name: path, base64: await base64Of(file) })));
        if (own.isCancelled) break;
        const part = await call('source.import', { job, files: sent, caseId, kind });
        report = { imported: [...report.imported, ...part.imported], refused: [...report.refused, ...part.refused] };
        before += batch.length;
      }
      setState({ phase: 'reported', report, isCancelled: own.isCancelled });
    } catch (error) {
      const failure = error instanceof CoreFailure ? error.failure : { kind: 'fault' as const, code: String(error), data: {} };
      const isCancelled = failure.code === 'job.cancelled';
      if (!isCancelled) notify({ text: sentenceOf(failure, language), kind: 'failure' });
      setState(isCancelled || report.imported.length > 0 ? { phase: 'reported', report, isCancelled } : { phase: 'choosing', files });
    } finally {
      stopListening();
      running.current = null;
    }
  };

  const cancel = () => {
    if (!running.current) return;
    running.current.isCancelled = true;
    call('job.cancel', { job: running.current.job }).catch(() => undefined);
  };
  return { state, choose, start, cancel, close: () => setState(null) };
}
