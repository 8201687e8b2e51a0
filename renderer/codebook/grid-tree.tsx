// A grid's categories as a tree: arrows, F2, Delete, and moving them by dragging or with Alt+Shift+arrows as in an outline.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { lineage } from '../../shared/domain/category.ts';
import type { Grid } from '../../shared/domain/category.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import type { ActionId } from '../frame/actions.ts';
import { actionAt } from '../frame/key-store.ts';
import { useActions } from '../frame/offered-actions.ts';
import { isTypingIn } from '../frame/keys.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import { nextActKey } from './act-popover.tsx';
import type { Act } from './act-popover.tsx';
import type { Choose } from './chosen.ts';
import { dropsBelowItself, moveByDrop, moveByKey } from './tree-moves.ts';
import type { DropPlace, Move, Push } from './tree-moves.ts';
import { TreeLines } from './tree-lines.tsx';
import { ancestorsOf, categoryIdOf, codingCounts, treeOf, unfoldedAtFirst } from './tree-view.ts';
import { shownLines } from '../ui/tree-walk.ts';
import type { Kept, TreeNode } from './tree-view.ts';

interface GridTreeProps {
  grid: Grid;
  /** What the filter leaves; null while nothing is filtered. */
  kept: Kept | null;
  chosenId: string | undefined;
  onChoose: Choose;
  onAct: (act: Act) => void;
}

const PUSHES: Partial<Record<ActionId, Push>> = { categoryUp: 'up', categoryDown: 'down', categoryIn: 'in', categoryOut: 'out' };

export function GridTree({ grid, kept, chosenId, onChoose, onAct }: GridTreeProps) {
  const words = useText(codebookText);
  const work = useText(codebookWorkText);
  const { language } = useLanguage();
  const { categories } = grid;
  const counts = useMemo(() => codingCounts(categories), [categories]);
  const nodes = useMemo(() => treeOf(categories, kept, counts), [categories, kept, counts]);
  const root = useRef<HTMLDivElement>(null);
  const { unfolded, setUnfolded, unfold } = useUnfolded(grid, chosenId, root);
  const isFiltering = kept !== null;
  const lines = useMemo(() => shownLines(nodes, (key) => isFiltering || unfolded.has(key)), [nodes, isFiltering, unfolded]);
  const move = useMove(unfold);
  const notify = useNotify();

  const rowAt = (target: EventTarget) => (target instanceof Element ? target.closest('[role="row"][data-key]') : null);
  const ask = (kind: 'rename' | 'remove', row: Element) => {
    const category = categories.find(({ id }) => id === row.getAttribute('data-key'));
    if (category) onAct({ key: nextActKey(), kind, anchor: row, grid, category });
  };
  const push = (key: string, way: Push) => void move(moveByKey(categories, key, way));
  useTreeActions(root, chosenId, ask, push);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAt(event.target);
    const action = row && !isTypingIn(event.target as HTMLElement) ? actionAt(['tree'], event) : null;
    if (!row || action === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (PUSHES[action]) push(row.getAttribute('data-key') ?? '', PUSHES[action]);
    else ask(action === 'renameCategory' ? 'rename' : 'remove', row);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const row = rowAt(event.target);
    if (row && !(event.target as Element).closest('button')) ask('rename', row);
  };
  const choose = (key: string) => {
    const category = categories.find(({ id }) => id === categoryIdOf(key));
    if (category) onChoose(grid.id, category.id);
  };
  const nameOf = (key: string): string => categories.find(({ id }) => id === key)?.name ?? '';
  const ownPlace = ({ category }: TreeNode): string => {
    const byId = new Map(categories.map((item) => [item.id as string, item]));
    const above = lineage(byId, category.id).slice(0, -1);
    return work.seenHere([grid.title, ...above.map(({ name }) => name)].join(' › '));
  };
  const drop = (key: string, place: DropPlace) => {
    if (dropsBelowItself(categories, key, place)) notify({ text: work.dropsBelowItself(nameOf(key)), kind: 'failure' });
    else void move(moveByDrop(categories, key, place));
  };
  return (
    <div ref={root} onKeyDownCapture={onKeyDown} onDoubleClick={onDoubleClick}>
      <TreeLines
        label={words.treeOf(grid.title)}
        lines={lines}
        chosenKey={chosenId ?? null}
        words={words}
        language={language}
        ownPlace={ownPlace}
        onChoose={choose}
        onUnfold={(key, isOpen) => setUnfolded((before) => new Set(isOpen ? [...before, key] : [...before].filter((other) => other !== key)))}
        onDrop={drop}
      />
    </div>
  );
}

/** What the command field offers to do with the category chosen here. */
function useTreeActions(
  root: React.RefObject<HTMLElement | null>,
  chosenId: string | undefined,
  ask: (kind: 'rename' | 'remove', row: Element) => void,
  push: (key: string, way: Push) => void,
): void {
  useActions(() => {
    const row = chosenId === undefined ? null : root.current?.querySelector(`[data-key="${chosenId}"]`);
    if (!row || chosenId === undefined) return {};
    return {
      renameCategory: () => ask('rename', row),
      removeCategory: () => ask('remove', row),
      categoryUp: () => push(chosenId, 'up'),
      categoryDown: () => push(chosenId, 'down'),
      categoryIn: () => push(chosenId, 'in'),
      categoryOut: () => push(chosenId, 'out'),
    };
  });
}

/** Which rows are unfolded; choosing a category from elsewhere unfolds what leads to it and brings it into view. */
function useUnfolded(grid: Grid, chosenId: string | undefined, root: React.RefObject<HTMLElement | null>) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(() => new Set(unfoldedAtFirst(grid.categories, chosenId)));
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
