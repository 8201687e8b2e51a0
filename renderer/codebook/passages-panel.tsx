// The right panel: what carries the chosen category, counted by source, every number a way to its passages.
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import type { CategoryId, SourceId } from '../../shared/domain/ids.ts';
import type { MatrixQuote } from '../../shared/domain/matrix.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useQuery } from '../ui/use-query.ts';
import { countBySource, passagesQuery } from './category-passages.ts';
import type { SourceCount } from './category-passages.ts';
import { PassageItem } from './passage-item.tsx';
import { SelectedPassages } from './selected-passages.tsx';

const SHOWN_AT_ONCE = 60;

/** To be keyed by the category: another one starts anew. */
export function PassagesPanel({ codebook, grid, category }: { codebook: Codebook; grid: Grid | undefined; category: Category }) {
  const [isSelecting, setIsSelecting] = useState(false);
  const work = useText(codebookWorkText);
  const { project } = useProject();
  if (isSelecting && grid) return <SelectedPassages codebook={codebook} grid={grid} category={category} onClose={() => setIsSelecting(false)} />;
  return (
    <>
      {category.codings > 0 && project?.isReadOnly !== true ? (
        <div className="codebook-select-start">
          <Button size="small" variant="quiet" onPress={() => setIsSelecting(true)}>
            <ListChecks size={14} aria-hidden />
            {work.select}
          </Button>
        </div>
      ) : null}
      <ReadPassages category={category} />
    </>
  );
}

function ReadPassages({ category }: { category: Category }) {
  const words = useText(codebookText);
  const { go, place, adjust } = useNavigation();
  const { data: cell } = useQuery('matrix.cell', passagesQuery(category));
  if (!cell) return null;
  if (cell.quotes.length === 0) {
    return (
      <EmptyState
        title={words.noPassages}
        text={words.noPassagesText}
        actions={<Button onPress={() => go({ screen: 'coding' })}>{words.goCoding}</Button>}
      />
    );
  }
  const counts = countBySource(cell.quotes);
  // the source stays in the address, so that "back" from the reader finds the same list
  const chosen = counts.find(({ sourceId }) => sourceId === place.sourceId)?.sourceId ?? null;
  const choose = (sourceId: SourceId | null) => {
    const { sourceId: _before, ...rest } = place;
    adjust({ ...rest, screen: 'grids', categoryId: category.id as CategoryId, ...(sourceId === null ? {} : { sourceId }) });
  };
  return (
    <div className="codebook-passages">
      <Counts counts={counts} total={cell.quotes.length} chosen={chosen} onChoose={choose} />
      <Quotes key={chosen ?? ''} quotes={chosen === null ? cell.quotes : cell.quotes.filter(({ sourceId }) => sourceId === chosen)} />
    </div>
  );
}

interface CountsProps {
  counts: readonly SourceCount[];
  total: number;
  /** Null: every source. */
  chosen: SourceId | null;
  onChoose: (sourceId: SourceId | null) => void;
}

function Counts({ counts, total, chosen, onChoose }: CountsProps) {
  const words = useText(codebookText);
  return (
    <table className="codebook-counts-table">
      <thead>
        <tr>
          <th scope="col">{words.source}</th>
          <th scope="col" className="number">
            {words.passagesTitle}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.length > 1 ? <CountRow name={words.allSources} passages={total} isChosen={chosen === null} onPress={() => onChoose(null)} /> : null}
        {counts.map(({ sourceId, source, passages }) => (
          <CountRow
            key={sourceId}
            name={source}
            passages={passages}
            isChosen={chosen === sourceId || counts.length === 1}
            onPress={() => onChoose(sourceId)}
          />
        ))}
      </tbody>
    </table>
  );
}

function CountRow({ name, passages, isChosen, onPress }: { name: string; passages: number; isChosen: boolean; onPress: () => void }) {
  const words = useText(codebookText);
  const { language } = useLanguage();
  return (
    <tr className={classes(isChosen && 'codebook-count-chosen')}>
      <th scope="row" title={name}>
        {name}
      </th>
      <td className="number">
        <button type="button" className="codebook-count" aria-pressed={isChosen} aria-label={words.passagesIn(name, passages)} onClick={onPress}>
          {formatNumber(language, passages)}
        </button>
      </td>
    </tr>
  );
}

function Quotes({ quotes }: { quotes: readonly MatrixQuote[] }) {
  const words = useText(codebookText);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: coders } = useQuery('coder.list', {});
  const hidden = quotes.length - shown;
  return (
    <section>
      <SectionTitle className="codebook-quotes-title">{words.passages(quotes.length)}</SectionTitle>
      <ol className="codebook-quotes">
        {quotes.slice(0, shown).map((quote) => (
          <PassageItem key={quote.passageId} quote={quote} cases={corpus?.cases ?? []} coders={coders ?? []} />
        ))}
      </ol>
      {hidden > 0 ? (
        <Button className="codebook-more" variant="quiet" onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
          {words.more(Math.min(hidden, SHOWN_AT_ONCE))}
        </Button>
      ) : null}
    </section>
  );
}
