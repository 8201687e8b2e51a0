// The grids beside the text: with words selected a click applies a category, without it puts its passages forward.
import { X } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Input, ListLayout, SearchField, Virtualizer } from 'react-aria-components';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { Tree, TreeRow } from '../ui/tree.tsx';
import type { CategoryIndex } from './category-index.ts';
import { filteredGrids } from './filtered-grids.ts';
import type { CategoryNode } from './filtered-grids.ts';
import { useFolding } from './use-folding.ts';

interface TreeProps {
  codebook: Codebook;
  categories: CategoryIndex;
  recent: readonly CategoryId[];
  emphasised: CategoryId | null;
  onPick: (categoryId: CategoryId) => void;
}

interface GridTreeProps extends TreeProps {
  /** True while a click would apply. */
  applies: boolean;
}

export function GridTree({ applies, ...tree }: GridTreeProps) {
  const text = useText(readerText);
  const [query, setQuery] = useState('');
  if (tree.codebook.length === 0) return <NoGrid />;
  return (
    <section className={classes('reader-grids', applies && 'reader-grids-applies')}>
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

const CategoryTree = memo(function CategoryTree({ codebook, categories, recent, emphasised, onPick, query }: TreeProps & { query: string }) {
  const text = useText(readerText);
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
            {children.map((node) => categoryRow(node, recent, emphasised))}
          </TreeRow>
        ))}
      </Tree>
    </Virtualizer>
  );
});

function categoryRow(node: CategoryNode, recent: readonly CategoryId[], emphasised: CategoryId | null): ReactNode {
  const { category, children } = node;
  return (
    <TreeRow
      key={category.id}
      id={category.id}
      text={category.name}
      {...(category.id === emphasised ? { className: 'reader-row-on' } : {})}
      before={<Swatch color={category.color} />}
      end={<RowEnd category={category} quick={recent.indexOf(category.id)} />}
    >
      {children.map((child) => categoryRow(child, recent, emphasised))}
    </TreeRow>
  );
}

/** The key that applies the category, where it has one, and how often it is applied: a way to its card. */
function RowEnd({ category, quick }: { category: CategoryNode['category']; quick: number }) {
  const text = useText(readerText);
  const { go } = useNavigation();
  return (
    <>
      {quick >= 0 ? <Kbd keys={String(quick + 1)} /> : null}
      {category.codings === 0 ? null : (
        <AriaButton
          className="reader-count"
          aria-label={text.passagesOfCategory(category.name, category.codings)}
          onPress={() => go({ screen: 'grids', gridId: category.gridId, categoryId: category.id })}
        >
          {text.number(category.codings)}
        </AriaButton>
      )}
    </>
  );
}
