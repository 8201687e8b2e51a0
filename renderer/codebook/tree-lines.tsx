// The lines of a grid's tree as plain elements, those in view only: a thousand categories are filtered between two frames.
import { CornerDownRight } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import type { CSSProperties, DragEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Language } from '../../shared/domain/project.ts';
import type { CodebookWords } from '../../shared/i18n/codebook.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { classes } from '../ui/classes.ts';
import '../ui/tree.css';
import type { DropPlace } from './tree-moves.ts';
import type { TreeNode } from './tree-view.ts';
import type { TreeLine } from '../ui/tree-walk.ts';
import { placesDrawn, useLinesInView } from '../ui/use-lines-in-view.ts';
import { useTreeWalk } from '../ui/use-tree-walk.ts';

interface TreeLinesProps {
  label: string;
  lines: readonly TreeLine<TreeNode>[];
  chosenKey: string | null;
  words: CodebookWords;
  language: Language;
  /** Where a category that is only seen here belongs, in words. */
  ownPlace: (node: TreeNode) => string;
  onChoose: (key: string) => void;
  onUnfold: (key: string, isOpen: boolean) => void;
  onDrop: (key: string, place: DropPlace) => void;
}

const DRAGGED = 'application/x-trame-category';
const INDENT_PX = 14;

/** One Tab stop; arrows walk and choose as in any tree, letters jump to a name. */
export function TreeLines({ label, chosenKey, words, language, ownPlace, onDrop, ...acts }: TreeLinesProps) {
  const { lines } = acts;
  const root = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<string | null>(null);
  const drop = useDrop(onDrop);
  const { onPress, onKey } = useTreeWalk(root, { ...acts, onReach: setReached, onGo: acts.onChoose });
  const inView = useLinesInView(root, lines.length);
  const placeOf = (key: string | null): number => (key === null ? -1 : lines.findIndex(({ node }) => node.key === key));
  const chosenAt = placeOf(chosenKey);
  const reachedAt = placeOf(reached);
  const current = reachedAt >= 0 ? reachedAt : Math.max(chosenAt, 0);
  return (
    <div
      ref={root}
      className="tree-lines codebook-tree"
      role="treegrid"
      aria-label={label}
      aria-rowcount={lines.length}
      style={{ '--lines': lines.length } as CSSProperties}
      {...drop}
    >
      {placesDrawn(inView, lines.length, [current, chosenAt]).map((at) => {
        const { node, level, place, siblings, isUnfolded } = lines[at] as TreeLine<TreeNode>;
        return (
          <Line
            key={node.key}
            id={node.key}
            at={at}
            name={node.category.name}
            color={node.category.color}
            own={node.codings.own}
            total={node.codings.total}
            elsewhere={node.isAlias ? ownPlace(node) : null}
            isFound={node.isFound}
            hasChildren={node.hasChildren}
            level={level}
            place={place}
            siblings={siblings}
            isUnfolded={isUnfolded}
            isChosen={at === chosenAt}
            isReached={at === current}
            words={words}
            language={language}
            onPress={onPress}
            onKey={onKey}
          />
        );
      })}
    </div>
  );
}

interface LineProps {
  id: string;
  /** Lines above it. */
  at: number;
  name: string;
  color: string;
  own: number;
  total: number;
  elsewhere: string | null;
  isFound: boolean;
  hasChildren: boolean;
  level: number;
  place: number;
  siblings: number;
  isUnfolded: boolean;
  isChosen: boolean;
  isReached: boolean;
  words: CodebookWords;
  language: Language;
  onPress: (event: MouseEvent<HTMLElement>) => void;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
}

const ELSEWHERE = <CornerDownRight size={12} className="codebook-alias-mark" aria-hidden />;

const Line = memo(function Line(props: LineProps) {
  const { id, at, name, elsewhere, hasChildren, level, isChosen, isUnfolded } = props;
  return (
    <div
      role="row"
      data-key={id}
      className={classes('tree-row tree-row-placed codebook-row', !props.isFound && 'codebook-row-dim', elsewhere !== null && 'codebook-alias')}
      style={{ '--at': at } as CSSProperties}
      aria-level={level}
      aria-rowindex={at + 1}
      aria-posinset={props.place}
      aria-setsize={props.siblings}
      aria-selected={isChosen}
      aria-expanded={hasChildren ? isUnfolded : undefined}
      aria-label={elsewhere === null ? undefined : `${name}, ${elsewhere}`}
      data-selected={isChosen || undefined}
      data-expanded={isUnfolded || undefined}
      tabIndex={props.isReached ? 0 : -1}
      draggable={elsewhere === null}
      onClick={props.onPress}
      onKeyDown={props.onKey}
    >
      <div role="gridcell" className="tree-line" style={{ paddingInlineStart: 8 + (level - 1) * INDENT_PX }}>
        <span className={hasChildren ? 'tree-chevron tree-unfolds' : 'tree-chevron'} />
        {elsewhere === null ? null : ELSEWHERE}
        <span className="swatch" style={{ background: props.color, width: 10, height: 10 }} />
        <span className="tree-label" title={elsewhere ?? name}>
          {name}
        </span>
        <Counts {...props} />
      </div>
    </div>
  );
});

/** `6 · 44`: on the category itself, with everything below it. */
function Counts({ own, total, hasChildren, words, language }: Pick<LineProps, 'own' | 'total' | 'hasChildren' | 'words' | 'language'>) {
  return (
    <span className="tree-end codebook-counts" title={hasChildren ? words.ownAndTotal(own, total) : words.codings(own)}>
      {hasChildren && own > 0 && own < total ? <span className="codebook-own">{formatNumber(language, own)} · </span> : null}
      {total === 0 ? '–' : formatNumber(language, total)}
    </span>
  );
}

/** Share of a line's height at its edges that means between it and the next one. */
const EDGE = 0.28;

const rowOf = ({ target }: DragEvent): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null);

/** Dragging with the mouse; what is drawn while it goes on is written on the line itself. */
function useDrop(onDrop: (key: string, place: DropPlace) => void) {
  const marked = useRef<HTMLElement | null>(null);
  const mark = (row: HTMLElement | null, at: DropPlace['at'] | null) => {
    if (marked.current && marked.current !== row) delete marked.current.dataset['drop'];
    marked.current = row;
    if (row && at) row.dataset['drop'] = at;
  };
  const placeOf = (row: HTMLElement, clientY: number): DropPlace['at'] => {
    const { top, height } = row.getBoundingClientRect();
    const share = (clientY - top) / height;
    return share < EDGE ? 'before' : share > 1 - EDGE ? 'after' : 'on';
  };
  return {
    onDragStart: (event: DragEvent) => {
      const row = rowOf(event);
      if (!row) return;
      event.dataTransfer.setData(DRAGGED, row.dataset['key'] ?? '');
      event.dataTransfer.setData('text/plain', row.querySelector('.tree-label')?.textContent ?? '');
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      const row = rowOf(event);
      if (!row || !event.dataTransfer.types.includes(DRAGGED)) return;
      event.preventDefault();
      mark(row, placeOf(row, event.clientY));
    },
    onDragLeave: (event: DragEvent) => {
      if (!rowOf(event)?.contains(event.relatedTarget as Node | null)) mark(null, null);
    },
    onDrop: (event: DragEvent) => {
      const row = rowOf(event);
      const key = event.dataTransfer.getData(DRAGGED);
      mark(null, null);
      if (!row || key === '') return;
      event.preventDefault();
      onDrop(key, { key: row.dataset['key'] ?? '', at: placeOf(row, event.clientY) });
    },
    onDragEnd: () => mark(null, null),
  };
}
