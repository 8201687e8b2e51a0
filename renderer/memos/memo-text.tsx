// A memo's text bound to the project: read, written, kept by itself, its links followed.
import { useMemo, useRef, useState } from 'react';
import { writtenTextOfWords } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import type { Memo } from '../../shared/domain/memo.ts';
import type { TextLink } from '../../shared/domain/text-link.ts';
import type { MemoId } from '../../shared/domain/ids.ts';
import { writingText } from '../../shared/i18n/writing.ts';
import { useProject } from '../project.tsx';
import { useText } from '../ui/language.tsx';
import type { DraftState } from '../ui/use-draft.ts';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { base64Of } from '../writing/pictures.ts';
import { WrittenTextEditor } from '../writing/written-text-editor.tsx';
import { useOpenTarget } from './use-open-target.ts';

const NOTHING = writtenTextOfWords('');

/** What a memo not written yet will be on. */
export type MemoPlace = Pick<Memo, 'targetKind' | 'targetId'> & { readonly title: string };

interface MemoTextProps {
  /** Null: the first words kept make a memo on `place`. */
  memo: Memo | null;
  place: MemoPlace;
  label: string;
  placeholder: string;
  isCompact?: boolean;
  focusOn?: number;
  /** Brought into view in the text. */
  showLink?: TextLink | undefined;
  onState?: (state: DraftState) => void;
  onWritten?: (memoId: MemoId) => void;
  onLeave?: () => void;
}

/** To be keyed by the memo. */
export function MemoText({ memo, place, label, placeholder, isCompact = false, focusOn, showLink, onState, onWritten, onLeave }: MemoTextProps) {
  const writing = useText(writingText);
  const run = useRun();
  const { project } = useProject();
  const open = useOpenTarget();
  const made = useRef<Promise<MemoId | undefined>>(undefined);
  const { data: card } = useQuery('memo.read', memo ? { memoId: memo.id } : null);
  const document = useMemo<WrittenText | null>(() => {
    if (!memo) return NOTHING;
    return card ? (card.document ?? writtenTextOfWords(card.memo.text)) : null;
  }, [memo, card]);

  const keep = async (written: WrittenText) => {
    const memoId = memo?.id ?? (await made.current);
    const form = JSON.stringify(written);
    if (memoId) {
      if ((await run('memo.update', { memoId, document: form })) !== undefined) onState?.('kept');
      return;
    }
    const { targetKind, targetId, title } = place;
    // what is typed on before the answer goes into the same memo
    made.current = run('memo.write', { memoId: null, targetKind, targetId, title, text: '', document: form });
    const id = await made.current;
    if (id === undefined) return;
    onState?.('kept');
    onWritten?.(id);
  };
  const takePicture = async (file: File): Promise<string | null> => {
    const taken = await run('memo.addImage', { file: { name: file.name || writing.picture, base64: await base64Of(file) } });
    return taken?.sha256 ?? null;
  };
  if (!document) return null;
  return (
    <WrittenTextEditor
      label={label}
      placeholder={placeholder}
      document={document}
      links={card?.links}
      isReadOnly={project?.isReadOnly === true}
      isCompact={isCompact}
      showLink={card ? showLink : undefined}
      {...(focusOn === undefined ? {} : { focusOn })}
      onTyping={() => onState?.('changed')}
      onChange={(written) => void keep(written)}
      onOpenLink={(link: TextLink) => void open(link)}
      onPicture={takePicture}
      {...(onLeave ? { onLeave } : {})}
    />
  );
}

/** A state for `onState`. */
export function useTextState(): [DraftState, (state: DraftState) => void] {
  return useState<DraftState>('same');
}
