// A grid's categories as a tree: arrows, F2, Delete, and moving them by dragging or with Alt+Shift+arrows as in an outline.
import { GripVertical } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Button, Collection, useDragAndDrop } from 'react-aria-components';
import type { Key } from 'react-aria-components';
import type { Grid } from '../../shared/domain/category.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import type { CodebookWords } from '../../shared/i18n/codebook.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import type { Language } from '../../shared/domain/project.ts';
import { classes } from '../ui/classes.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { Tree, TreeRow } from '../ui/tree.tsx';
import { useRun } from '../ui/use-run.ts';
import { nextActKey } from './act-popover.tsx';
import type { Act } from './act-popover.tsx';
import type { Choose } from './chosen.ts';
import { moveByDrop, moveByKey } from './tree-moves.ts';
import type { Move, Push } from './tree-moves.ts';
import { ancestorsOf, treeOf, unfoldedAtFirst } from './tree-view.ts';
import type { CodingCount, TreeNode } from './tree-view.ts';

interface GridTreeProps {
  grid: Grid;
  query: string;
  chosenId: string | undefined;
  onChoose: Choose;
  onAct: (act: Act) => void;
}

const PUSHES: Readonly<Record<string, Push>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };
const DRAGGED = 'application/x-trame-category';

export function GridTree({ grid, query, chosenId, onChoose, onAct }: GridTreeProps) {
  const words = useText(codebookText);
  const { language } = useLanguage();
  const { categories } = grid;
  const nodes = useMemo(() => treeOf(categories, query), [categories, query]);
  const isFiltering = query.trim() !== '';
  const root = useRef<HTMLDivElement>(null);
  const { unfolded, setUnfolded, unfold } = useUnfolded(grid, chosenId, root);
  const move = useMove(unfold);
  const { dragAndDropHooks } = useDragAndDrop<TreeNode>({
    getItems: (keys) => [...keys].map((key) => ({ [DRAGGED]: String(key), 'text/plain': categories.find(({ id }) => id === key)?.name ?? '' })),
    acceptedDragTypes: [DRAGGED],
    onMove: ({ keys, target }) => {
      const [key] = keys;
      void move(moveByDrop(categories, String(key), { key: String(target.key), at: target.dropPosition }));
    },
  });

  const rowAt = (target: EventTarget) => (target instanceof Element ? target.closest('[role="row"][data-key]') : null);
  const ask = (kind: 'rename' | 'remove', row: Element) => {
    const category = categories.find(({ id }) => id === row.getAttribute('data-key'));
    if (category) onAct({ key: nextActKey(), kind, anchor: row, grid, category });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAt(event.target);
    const push = event.altKey && event.shiftKey ? PUSHES[event.key] : undefined;
    if (!row || (push === undefined && event.key !== 'F2' && event.key !== 'Delete')) return;
    event.preventDefault();
    event.stopPropagation();
    if (push !== undefined) void move(moveByKey(categories, row.getAttribute('data-key') ?? '', push));
    else ask(event.key === 'F2' ? 'rename' : 'remove', row);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const row = rowAt(event.target);
    if (row && !(event.target as Element).closest('button')) ask('rename', row);
  };
  const choose = (keys: 'all' | Set<Key>) => {
    const category = keys === 'all' ? undefined : categories.find(({ id }) => keys.has(id));
    if (category) onChoose(grid.id, category.id);
  };
  const row = (node: TreeNode) => <CategoryRow node={node} words={words} language={language} row={row} />;
  return (
    <div ref={root} onKeyDownCapture={onKeyDown} onDoubleClick={onDoubleClick}>
      <Tree
        className="codebook-tree"
        aria-label={words.treeOf(grid.title)}
        items={nodes.map((node) => ({ ...node, id: node.category.id }))}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosenId === undefined ? [] : [chosenId]}
        onSelectionChange={choose}
        expandedKeys={isFiltering ? categories.map(({ id }) => id) : unfolded}
        onExpandedChange={setUnfolded}
        dragAndDropHooks={dragAndDropHooks}
      >
        {row}
      </Tree>
    </div>
  );
}

/** Which rows are unfolded; choosing a category from elsewhere unfolds what leads to it and brings it into view. */
function useUnfolded(grid: Grid, chosenId: string | undefined, root: React.RefObject<HTMLElement | null>) {
  const [unfolded, setUnfolded] = useState<Set<Key>>(() => new Set(unfoldedAtFirst(grid.categories, chosenId)));
  const latest = useRef(grid.categories);
  latest.current = grid.categories;
  const unfold = (ids: readonly string[]) => setUnfolded((before) => (ids.every((id) => before.has(id)) ? before : new Set([...before, ...ids])));
  useEffect(() => {
    if (chosenId === undefined) return undefined;
    const above = ancestorsOf(latest.current, chosenId);
    setUnfolded((before) => (above.every((id) => before.has(id)) ? before : new Set([...before, ...above])));
    const frame = requestAnimationFrame(() => root.current?.querySelector(`[data-key="${chosenId}"]`)?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [chosenId, root]);
  return { unfolded, setUnfolded, unfold };
}

function useMove(unfold: (ids: readonly string[]) => void) {
  const run = useRun();
  return async (move: Move | null) => {
    if (!move) return;
    if (move.parentId !== null) unfold([move.parentId]);
    await run('category.move', move);
  };
}

interface CategoryRowProps {
  node: TreeNode;
  words: CodebookWords;
  language: Language;
  row: (node: TreeNode) => React.ReactElement;
}

function CategoryRow({ node, words, language, row }: CategoryRowProps) {
  const { category, children, codings, isFound } = node;
  return (
    <TreeRow
      id={category.id}
      text={category.name}
      className={classes('codebook-row', !isFound && 'codebook-row-dim')}
      before={
        <>
          <Button slot="drag" className="codebook-grip" aria-label={words.drag(category.name)}>
            <GripVertical size={12} aria-hidden />
          </Button>
          <Swatch color={category.color} />
        </>
      }
      end={<Counts codings={codings} isParent={children.length > 0} words={words} language={language} />}
    >
      {children.length > 0 ? <Collection items={children.map((child) => ({ ...child, id: child.category.id }))}>{row}</Collection> : null}
    </TreeRow>
  );
}

/** `6 · 44`: on the category itself, with everything below it. */
function Counts({
  codings: { own, total },
  isParent,
  words,
  language,
}: {
  codings: CodingCount;
  isParent: boolean;
  words: CodebookWords;
  language: Language;
}) {
  return (
    <span className="codebook-counts" title={isParent ? words.ownAndTotal(own, total) : words.codings(own)}>
      {isParent && own > 0 && own < total ? <span className="codebook-own">{formatNumber(language, own)} · </span> : null}
      {total === 0 ? '–' : formatNumber(language, total)}
    </span>
  );
}
