// The grids beside the text: with words selected a click applies a category, without it puts its passages forward.
import { X } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Input, ListLayout, SearchField, Virtualizer } from 'react-aria-components';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { QuickDigit, QuickSlot } from '../../shared/domain/quick-list.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { Tree, TreeRow } from '../ui/tree.tsx';
import type { CategoryIndex } from './category-index.ts';
import { DraggedName, RowEnd } from './category-row.tsx';
import type { RowSurroundings } from './category-row.tsx';
import { filteredGrids } from './filtered-grids.ts';
import type { CategoryNode } from './filtered-grids.ts';
import { useFolding } from './use-folding.ts';
import { useWordsOntoRows } from './use-words-onto-rows.ts';

interface TreeProps {
  codebook: Codebook;
  categories: CategoryIndex;
  emphasised: CategoryId | null;
  /** Enter, and a click. */
  onPick: (categoryId: CategoryId) => void;
  quick: readonly QuickSlot[];
  isReadOnly: boolean;
  onApply: (categoryId: CategoryId) => void;
  onShow: (categoryId: CategoryId) => void;
  onPin: (digit: QuickDigit, categoryId: CategoryId | null) => void;
}

interface GridTreeProps extends TreeProps {
  /** True while a click would apply. */
  applies: boolean;
}

export function GridTree({ applies, ...tree }: GridTreeProps) {
  const text = useText(readerText);
  const [query, setQuery] = useState('');
  const dropping = useWordsOntoRows(tree.categories, tree.onApply);
  if (tree.codebook.length === 0) return <NoGrid />;
  return (
    <section className={classes('reader-grids', applies && 'reader-grids-applies')} {...dropping}>
      <SearchField className="reader-filter" aria-label={text.filter} value={query} onChange={setQuery}>
        <Input className="field-input" placeholder={text.filter} />
        {query === '' ? null : (
          <AriaButton className="reader-filter-clear">
            <X size={13} aria-hidden />
          </AriaButton>
        )}
      </SearchField>
      {applies ? <p className="reader-applies">{text.clickApplies}</p> : null}
      <CategoryTree {...tree} query={query} />
    </section>
  );
}

function NoGrid() {
  const text = useText(readerText);
  const { go } = useNavigation();
  return (
    <div className="reader-no-grid">
      <p className="quiet">{text.noGrid}</p>
      <Button size="small" onPress={() => go({ screen: 'grids' })}>
        {text.openGrids}
      </Button>
    </div>
  );
}

/** Only the rows in view are drawn; of one height, so that they need not be measured. */
const ROWS = { rowHeight: 26 };

const CategoryTree = memo(function CategoryTree({ codebook, categories, emphasised, onPick, query, ...rest }: TreeProps & { query: string }) {
  const text = useText(readerText);
  const around = { categories, ...rest };
  const nodes = useMemo(() => filteredGrids(codebook, categories, query), [codebook, categories, query]);
  const keys = useMemo(() => codebook.flatMap((grid) => [grid.id as string, ...grid.categories.map(({ id }) => id as string)]), [codebook]);
  const { expanded, onExpandedChange } = useFolding(keys, keys);
  if (nodes.length === 0) return <p className="reader-applies">{text.noCategory(query)}</p>;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={ROWS}>
      <Tree
        aria-label={text.grids}
        expandedKeys={query === '' ? expanded : keys}
        onExpandedChange={onExpandedChange}
        onAction={(key) => categories.has(key as CategoryId) && onPick(key as CategoryId)}
      >
        {nodes.map(({ grid, children }) => (
          <TreeRow key={grid.id} id={grid.id} className="reader-grid" text={grid.title} end={text.number(grid.categories.length)}>
            {children.map((node) => categoryRow(node, around, emphasised))}
          </TreeRow>
        ))}
      </Tree>
    </Virtualizer>
  );
});

function categoryRow(node: CategoryNode, around: RowSurroundings, emphasised: CategoryId | null): ReactNode {
  const { category, children } = node;
  return (
    <TreeRow
      key={category.id}
      id={category.id}
      text={category.name}
      label={<DraggedName category={category} isFixed={around.isReadOnly} />}
      {...(category.id === emphasised ? { className: 'reader-row-on' } : {})}
      before={<Swatch color={category.color} />}
      end={<RowEnd category={category} around={around} />}
    >
      {children.map((child) => categoryRow(child, around, emphasised))}
    </TreeRow>
  );
}
