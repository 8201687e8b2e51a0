// A synthesis bound to the project: written, kept by itself, its links followed; the same in the panel and in the table.
import { useEffect, useMemo, useRef } from 'react';
import type { Ref } from 'react';
import type { LinkKind } from '../../shared/domain/text-link.ts';
import { writtenTextOfWords } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useOpenTarget } from '../memos/use-open-target.ts';
import { useText } from '../ui/language.tsx';
import type { DraftState } from '../ui/use-draft.ts';
import { useRun } from '../ui/use-run.ts';
import { WrittenTextEditor } from '../writing/written-text-editor.tsx';
import type { WrittenTextHandle } from '../writing/written-text-editor.tsx';
import type { OpenCell } from './cell-place.ts';

/** What one quotes first. */
const LINKED: readonly LinkKind[] = ['passage', 'category', 'case', 'cell', 'memo', 'source', 'participant'];

interface CellTextProps extends OpenCell {
  ref?: Ref<WrittenTextHandle>;
  /** The caret goes into it at once. */
  takesFocus?: boolean;
  /** Typed before the text was there; put at its end. */
  firstWords?: string;
  onState?: (state: DraftState) => void;
  onLeave: () => void;
}

/** To be keyed by the cell. */
export function CellText({ ref, place, card, isReadOnly, takesFocus = false, firstWords = '', onState, onLeave }: CellTextProps) {
  const words = useText(matrixCellsText);
  const run = useRun();
  const open = useOpenTarget();
  const { document: form, synthesis, status } = card;
  const document = useMemo<WrittenText>(() => form ?? writtenTextOfWords(synthesis ?? ''), [form, synthesis]);
  const { definition, rowKey, columnKey, entityKeys, title } = place;
  const editor = useRef<WrittenTextHandle>(null);
  const typedBefore = useRef(firstWords);
  useEffect(() => {
    if (!takesFocus) return;
    editor.current?.focus();
    if (typedBefore.current !== '') editor.current?.insertText(typedBefore.current);
    typedBefore.current = '';
  }, [takesFocus]);
  const keep = async (written: WrittenText, text: string) => {
    const seenIn = { definition, rowKey, columnKey };
    const input = { entityKeys: [...entityKeys], text, document: JSON.stringify(written), status: status ?? ('draft' as const), seenIn };
    if ((await run('cell.writeSynthesis', input)) !== undefined) onState?.('kept');
  };
  return (
    <WrittenTextEditor
      ref={ref ?? editor}
      label={words.synthesisLabel(title)}
      placeholder={words.synthesisPlaceholder}
      document={document}
      links={card.links}
      linkKinds={LINKED}
      isReadOnly={isReadOnly}
      isCompact
      onTyping={() => onState?.('changed')}
      onChange={(written, text) => void keep(written, text)}
      onOpenLink={(link) => void open(link)}
      onLeave={onLeave}
    />
  );
}
