// The source that is open: its text, and its codings, kept true after every change whoever made it.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../shared/contract/contract.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { MediaInfo, SourceSummary } from '../../shared/domain/source.ts';
import { CoreFailure, call, onCoreEvent } from '../core.ts';
import { OpenText } from '../correction/open-text.ts';
import type { Patch, ShownSource, SourceCalls } from '../correction/open-text.ts';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { sentenceOf } from '../ui/use-run.ts';
import { UNCODED, codedText } from './coded-text.ts';
import type { CodedText } from './coded-text.ts';
import { transcriptOf } from './transcript.ts';
import type { Transcript } from './transcript.ts';
import { useLatest } from './use-latest.ts';

export interface ReadSource {
  /** Both null until the text is there. */
  readonly transcript: Transcript | null;
  readonly summary: SourceSummary | null;
  readonly media: MediaInfo | null;
  readonly coded: CodedText;
  /** How many of the edits typed in this window the transcript holds. */
  readonly version: number;
  readonly failure: Failure | undefined;
  /** Shows what the core has acknowledged, ahead of its next answer. */
  readonly patch: (patch: Patch) => void;
  /** Through which the text is corrected; null while none is open. */
  readonly openText: OpenText | null;
}

interface State {
  readonly sourceId: SourceId | null;
  readonly shown: ShownSource | null;
  readonly failure: Failure | undefined;
}

const CALLS: SourceCalls = {
  open: (input) => call('source.open', input),
  codings: (input) => call('source.codings', input),
  edit: (input) => call('source.editTurn', input),
  undo: () => call('history.undo', {}),
};

function failureOf(error: unknown): Failure {
  return error instanceof CoreFailure ? error.failure : { kind: 'fault', code: 'window.error', data: { message: String(error) } };
}

function useOpenText(sourceId: SourceId | null): { state: State; openText: OpenText | null } {
  const notify = useNotify();
  const { language } = useLanguage();
  const latest = useLatest({ notify, language });
  const [state, setState] = useState<State>({ sourceId: null, shown: null, failure: undefined });
  const openText = useMemo(() => {
    if (sourceId === null) return null;
    return new OpenText(sourceId, {
      calls: CALLS,
      show: (shown) => setState({ sourceId, shown, failure: undefined }),
      onFailure: (error) =>
        setState((before) => ({ sourceId, shown: before.sourceId === sourceId ? before.shown : null, failure: failureOf(error) })),
      onRefused: (error) => latest.current.notify({ text: sentenceOf(failureOf(error), latest.current.language), kind: 'failure' }),
    });
  }, [sourceId, latest]);
  useEffect(() => {
    if (!openText) return undefined;
    void openText.readAll();
    const stop = onCoreEvent((event) => openText.hear(event));
    return () => {
      stop();
      openText.dispose();
    };
  }, [openText]);
  return { state, openText };
}

export function useSource(sourceId: SourceId | null): ReadSource {
  const { state, openText } = useOpenText(sourceId);
  const isOpen = state.sourceId === sourceId;
  const shown = isOpen ? state.shown : null;
  const { opened, turns, codings, version } = shown ?? { opened: null, turns: null, codings: null, version: 0 };
  const name = opened?.source.name;
  const speakers = opened?.speakers;
  const transcript = useMemo(
    () => (sourceId && name !== undefined && turns && speakers ? transcriptOf({ source: { id: sourceId, name }, turns, speakers }) : null),
    [sourceId, name, turns, speakers],
  );
  const before = useRef(UNCODED);
  const coded = useMemo(() => {
    if (transcript && codings) before.current = codedText(transcript, codings, before.current);
    return transcript ? before.current : UNCODED;
  }, [transcript, codings]);
  return {
    transcript,
    summary: opened?.source ?? null,
    media: opened?.media ?? null,
    coded,
    version,
    failure: isOpen ? state.failure : undefined,
    patch: (patch) => openText?.patch(patch),
    openText,
  };
}
