// The left panel: the corpus above, the grids below. What follows from coding (counts, categories at hand) is drawn here after
// the text has been painted, never before.
import { memo, useCallback, useDeferredValue } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId, SourceId } from '../../shared/domain/ids.ts';
import type { QuickDigit, QuickSlot } from '../../shared/domain/quick-list.ts';
import type { CategoryIndex } from './category-index.ts';
import { GridTree } from './grid-tree.tsx';
import { QuickStrip } from './quick-strip.tsx';
import type { Reader } from './reader-context.tsx';
import { useLatest } from './use-latest.ts';
import { SourceOutline } from './source-outline.tsx';

const NO_QUICK: readonly QuickSlot[] = [];

interface SidePanelProps {
  /** Undefined while it is on its way. */
  corpus: Corpus | undefined;
  sourceId: SourceId | null;
  codebook: Codebook;
  categories: CategoryIndex;
  reader: Reader | null;
  /** False until the text has been painted: what surrounds it is drawn afterwards. */
  isTextPainted: boolean;
}

/** With words selected a category is applied; else it is put forward, or no longer. `shows`: put forward in any case. */
function pick(reader: Reader | null, categoryId: CategoryId, shows = false): void {
  if (!reader) return;
  reader.showRule(categoryId);
  if (reader.selection && !reader.isReadOnly && !shows) {
    void reader.acts.apply(categoryId);
  } else {
    reader.choose(null);
    reader.emphasise(reader.emphasised === categoryId ? null : categoryId);
  }
}

export function SidePanel({ corpus, sourceId, codebook, categories, reader, isTextPainted }: SidePanelProps) {
  const latest = useLatest(reader);
  const onPick = useCallback((categoryId: CategoryId) => pick(latest.current, categoryId), [latest]);
  const onShow = useCallback((categoryId: CategoryId) => pick(latest.current, categoryId, true), [latest]);
  const onApply = useCallback((categoryId: CategoryId) => void latest.current?.acts.apply(categoryId), [latest]);
  const onPin = useCallback((digit: QuickDigit, categoryId: CategoryId | null) => void latest.current?.ways.pin(digit, categoryId), [latest]);
  const shownCorpus = useDeferredValue(corpus);
  const shownCodebook = useDeferredValue(codebook);
  const shownCategories = useDeferredValue(categories);
  const quick = useDeferredValue(reader?.ways.quick ?? NO_QUICK);
  const isReadOnly = reader?.isReadOnly !== false;
  if (!isTextPainted) return <div className="reader-side" />;
  return (
    <div className="reader-side">
      {shownCorpus ? <Outline corpus={shownCorpus} sourceId={sourceId} /> : null}
      <Grids
        codebook={shownCodebook}
        categories={shownCategories}
        quick={quick}
        isReadOnly={isReadOnly}
        onApply={onApply}
        onShow={onShow}
        onPin={onPin}
        emphasised={reader?.emphasised ?? null}
        applies={Boolean(reader?.selection) && reader?.isReadOnly === false}
        onPick={onPick}
      />
      {reader && codebook.length > 0 ? (
        <Strip slots={quick} categories={shownCategories} isReadOnly={isReadOnly} onPick={onPick} onPin={onPin} onWords={onApply} />
      ) : null}
    </div>
  );
}

const Outline = memo(SourceOutline);
const Grids = memo(GridTree);
const Strip = memo(QuickStrip);
