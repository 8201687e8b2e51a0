// The synthesis of the open cell and its state; every matrix that shows this crossing shows it.
import { Unlink } from 'lucide-react';
import { useState } from 'react';
import type { Ref } from 'react';
import { CELL_STATUSES } from '../../shared/domain/cell.ts';
import type { CellCard } from '../../shared/domain/cell-card.ts';
import { leavesOf } from '../../shared/domain/written-text.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useText } from '../ui/language.tsx';
import { DraftMark } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { DraftState } from '../ui/use-draft.ts';
import { useRun } from '../ui/use-run.ts';
import type { WrittenTextHandle } from '../writing/written-text-editor.tsx';
import { CellText } from './cell-text.tsx';
import type { OpenCell } from './cell-place.ts';

interface CellSynthesisProps extends OpenCell {
  ref: Ref<WrittenTextHandle>;
  onLeave: () => void;
}

export function CellSynthesis({ ref, onLeave, ...cell }: CellSynthesisProps) {
  const words = useText(matrixCellsText);
  const run = useRun();
  const [state, setState] = useState<DraftState>('same');
  const { card, place, isReadOnly } = cell;
  const isEmpty = card.synthesis === null;
  return (
    <section className="cell-part">
      <SectionTitle
        end={
          <>
            <DraftMark state={state} />
            {isEmpty ? (
              <span className="cell-status-empty">{words.statuses.empty}</span>
            ) : (
              <Segmented
                label={words.statusLabel}
                size="small"
                isDisabled={isReadOnly}
                options={CELL_STATUSES.map((id) => ({ id, label: words.statuses[id] }))}
                value={card.status ?? 'draft'}
                onChange={(status) => status && void run('cell.setStatus', { entityKeys: [...place.entityKeys], status })}
              />
            )}
          </>
        }
      >
        {words.synthesis}
      </SectionTitle>
      <div className="cell-synthesis">
        <CellText ref={ref} {...cell} onState={setState} onLeave={onLeave} />
      </div>
      <GoneQuotes card={card} />
    </section>
  );
}

/** What the synthesis quotes and the project no longer has: its last words are those that the link kept. */
function GoneQuotes({ card: { document, links, wordless } }: { card: CellCard }) {
  const words = useText(matrixCellsText);
  if (!document) return null;
  const there = new Set(links.map(({ kind, id }) => `${kind} ${id}`));
  const gone = leavesOf(document).flatMap((leaf) =>
    leaf.type === 'memo-link' && leaf.kind === 'passage' && !there.has(`passage ${leaf.id}`) ? [leaf] : [],
  );
  const lost = links.filter(({ kind, id }) => kind === 'passage' && wordless.some((each) => each === id));
  if (gone.length + lost.length === 0) return null;
  return (
    <ul className="cell-gone">
      {[...new Map(gone.map((leaf) => [leaf.id, leaf.label]))].map(([id, label]) => (
        <li key={id}>
          <Unlink size={13} aria-hidden />
          <span>{words.goneQuote(label)}</span>
        </li>
      ))}
      {lost.map(({ id, ref }) => (
        <li key={id}>
          <Unlink size={13} aria-hidden />
          <span>{words.wordlessQuote(ref)}</span>
        </li>
      ))}
    </ul>
  );
}
