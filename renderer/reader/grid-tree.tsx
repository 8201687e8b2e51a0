// The grids beside the text: with words selected a click applies a category, without it puts its passages forward.
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { SearchField, Input, Button as AriaButton } from 'react-aria-components';
import { X } from 'lucide-react';
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
import { filteredGrids } from './filtered-grids.ts';
import type { CategoryIndex } from './category-index.ts';
import type { CategoryNode } from './filtered-grids.ts';
import { useFolding } from './use-folding.ts';

interface GridTreeProps {
  codebook: Codebook;
  categories: CategoryIndex;
  recent: readonly CategoryId[];
  emphasised: CategoryId | null;
  /** True while a click would apply. */
  applies: boolean;
  onPick: (categoryId: CategoryId) => void;
}

const KEYS_SHOWN = 9;

export const GridTree = memo(function GridTree({ codebook, categories, recent, emphasised, applies, onPick }: GridTreeProps) {
  const text = useText(readerText);
  const { go } = useNavigation();
  const [query, setQuery] = useState('');
  const nodes = useMemo(() => filteredGrids(codebook, categories, query), [codebook, categories, query]);
  const keys = useMemo(() => codebook.flatMap((grid) => [grid.id as string, ...grid.categories.map(({ id }) => id as string)]), [codebook]);
  const { expanded, onExpandedChange } = useFolding(keys, keys);

  const latest = useRef(onPick);
  latest.current = onPick;
  const pick = useCallback(
    (key: string | number) => {
      const id = key as CategoryId;
      if (categories.has(id)) latest.current(id);
    },
    [categories],
  );
  if (codebook.length === 0) {
    return (
      <div className="reader-no-grid">
        <p className="quiet">{text.noGrid}</p>
        <Button size="small" onPress={() => go({ screen: 'grids' })}>
          {text.openGrids}
        </Button>
      </div>
    );
  }
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
      {nodes.length === 0 ? <p className="reader-applies">{text.noCategory(query)}</p> : null}
      <Tree
        aria-label={text.grids}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={emphasised ? [emphasised] : []}
        expandedKeys={query === '' ? expanded : keys}
        onExpandedChange={onExpandedChange}
        onAction={pick}
      >
        {nodes.map(({ grid, children }) => (
          <TreeRow key={grid.id} id={grid.id} className="reader-grid" text={grid.title} end={text.number(grid.categories.length)}>
            {children.map((node) => categoryRow(node, { recent, go, text, onPick: pick }))}
          </TreeRow>
        ))}
      </Tree>
    </section>
  );
});

interface RowContext {
  readonly recent: readonly CategoryId[];
  readonly go: ReturnType<typeof useNavigation>['go'];
  readonly text: (typeof readerText)['fr'];
  readonly onPick: (key: string) => void;
}

function categoryRow(node: CategoryNode, context: RowContext): ReactNode {
  const { category, children } = node;
  const { recent, go, text } = context;
  const quick = recent.indexOf(category.id);
  return (
    <TreeRow
      key={category.id}
      id={category.id}
      text={category.name}
      before={<Swatch color={category.color} />}
      end={
        <>
          {quick >= 0 && quick < KEYS_SHOWN ? <Kbd keys={String(quick + 1)} /> : null}
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
      }
    >
      {children.map((child) => categoryRow(child, context))}
    </TreeRow>
  );
}
