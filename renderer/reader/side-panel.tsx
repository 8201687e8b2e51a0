// The left panel: the corpus above, the grids below. What follows from coding (counts, categories at hand) is drawn here after
// the text has been painted, never before.
import { memo, useCallback, useDeferredValue } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId, SourceId } from '../../shared/domain/ids.ts';
import type { CategoryIndex } from './category-index.ts';
import { GridTree } from './grid-tree.tsx';
import type { Reader } from './reader-context.tsx';
import { useLatest } from './use-latest.ts';
import { SourceOutline } from './source-outline.tsx';

const NO_RECENT: readonly CategoryId[] = [];

interface SidePanelProps {
  /** Undefined while it is on its way. */
  corpus: Corpus | undefined;
  sourceId: SourceId | null;
  codebook: Codebook;
  categories: CategoryIndex;
  reader: Reader | null;
}

/** With words selected a category is applied; else it is put forward, or no longer. */
function pick(reader: Reader | null, categoryId: CategoryId): void {
  if (!reader) return;
  reader.showRule(categoryId);
  if (reader.selection && !reader.isReadOnly) {
    void reader.acts.apply(categoryId);
  } else {
    reader.choose(null);
    reader.emphasise(reader.emphasised === categoryId ? null : categoryId);
  }
}

export function SidePanel({ corpus, sourceId, codebook, categories, reader }: SidePanelProps) {
  const latest = useLatest(reader);
  const onPick = useCallback((categoryId: CategoryId) => pick(latest.current, categoryId), [latest]);
  const shownCorpus = useDeferredValue(corpus);
  return (
    <div className="reader-side">
      {shownCorpus ? <Outline corpus={shownCorpus} sourceId={sourceId} /> : null}
      <Grids
        codebook={useDeferredValue(codebook)}
        categories={useDeferredValue(categories)}
        recent={useDeferredValue(reader?.recent ?? NO_RECENT)}
        emphasised={reader?.emphasised ?? null}
        applies={Boolean(reader?.selection) && reader?.isReadOnly === false}
        onPick={onPick}
      />
    </div>
  );
}

const Outline = memo(SourceOutline);
const Grids = memo(GridTree);
