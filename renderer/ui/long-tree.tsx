// An outline of any length: plain lines of one height, of which those in view are drawn. A corpus has a thousand cases.
import { useRef, useState } from 'react';
import type { CSSProperties, ReactNode, RefObject } from 'react';
import { classes } from './classes.ts';
import './tree.css';
import type { TreeLine, WalkedNode } from './tree-walk.ts';
import { placesDrawn, useLinesInView } from './use-lines-in-view.ts';
import { useTreeWalk } from './use-tree-walk.ts';
import type { TreeActs } from './use-tree-walk.ts';

export interface DrawnLine {
  /** What is seen; the node's text when not given. */
  readonly label?: ReactNode;
  /** Swatch, icon or chip before the label. */
  readonly before?: ReactNode;
  /** Numbers and buttons at the right end. */
  readonly end?: ReactNode;
  readonly className?: string;
}

interface LongTreeProps<Node extends WalkedNode> extends Pick<TreeActs, 'onChoose' | 'onUnfold'> {
  label: string;
  className?: string;
  lines: readonly TreeLine<Node>[];
  /** Asked of the lines in view only. */
  draw: (node: Node) => DrawnLine;
  /** What scrolls. */
  scroller?: RefObject<HTMLDivElement | null>;
}

const INDENT_PX = 14;
/** Outlines of a few screens are drawn whole: the browser's own search finds all of them. */
const WHOLE_UP_TO = 80;

export function LongTree<Node extends WalkedNode>({ label, className, lines, draw, scroller, ...acts }: LongTreeProps<Node>) {
  const root = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<string | null>(null);
  const { onPress, onKey } = useTreeWalk(root, { lines, ...acts, onReach: setReached });
  const inView = useLinesInView(root, lines.length);
  const current = Math.max(
    lines.findIndex(({ node }) => node.key === reached),
    0,
  );
  const range = lines.length > WHOLE_UP_TO ? inView : { first: 0, end: lines.length };
  return (
    <div ref={scroller} className={classes('tree', className)} data-scrolls>
      <div
        ref={root}
        className="tree-lines"
        role="treegrid"
        aria-label={label}
        aria-rowcount={lines.length}
        style={{ '--lines': lines.length } as CSSProperties}
      >
        {placesDrawn(range, lines.length, [current]).map((at) => {
          const { node, level, place, siblings, isUnfolded } = lines[at] as TreeLine<Node>;
          const { label: seen, before, end, className: look } = draw(node);
          return (
            <div
              key={node.key}
              role="row"
              data-key={node.key}
              className={classes('tree-row tree-row-placed', look)}
              style={{ '--at': at } as CSSProperties}
              aria-label={node.text}
              aria-level={level}
              aria-rowindex={at + 1}
              aria-posinset={place}
              aria-setsize={siblings}
              aria-expanded={node.hasChildren ? isUnfolded : undefined}
              data-expanded={isUnfolded || undefined}
              tabIndex={at === current ? 0 : -1}
              onClick={onPress}
              onKeyDown={onKey}
            >
              <div role="gridcell" className="tree-line" style={{ paddingInlineStart: 8 + (level - 1) * INDENT_PX }}>
                <span className={classes('tree-chevron', node.hasChildren && 'tree-unfolds')} />
                {before}
                <span className="tree-label" title={seen === undefined ? node.text : undefined}>
                  {seen ?? node.text}
                </span>
                {end === undefined ? null : <span className="tree-end">{end}</span>}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
