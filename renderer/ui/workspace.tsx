// A screen's three columns: panels left and right of the content, resizable, collapsible and remembered per screen.
import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { uiText } from '../../shared/i18n/ui.ts';
import { useActions } from '../frame/offered-actions.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { useText } from './language.tsx';
import { DEFAULT_LAYOUT, MAX_PANEL, MIN_PANEL, NARROW_BELOW, STEP, parsedLayout, resized, toggled } from './panel-layout.ts';
import type { PanelLayout, Side } from './panel-layout.ts';
import './workspace.css';

interface WorkspaceProps {
  /** Under this name the widths are remembered. */
  name: string;
  left?: ReactNode;
  right?: ReactNode;
  /** What the panels hold, read aloud when F6 reaches them. */
  leftLabel?: string;
  rightLabel?: string;
  contentLabel?: string;
  children: ReactNode;
  defaults?: Partial<PanelLayout>;
  /** Each new value unfolds the right panel: what was just asked for is in it. */
  unfoldsRightFor?: string | undefined;
}

function useLayout(name: string, defaults: Partial<PanelLayout> | undefined) {
  const key = `trame.panels.${name}`;
  const [layout, setLayout] = useState(() => parsedLayout(localStorage.getItem(key), { ...DEFAULT_LAYOUT, ...defaults }));
  useEffect(() => localStorage.setItem(key, JSON.stringify(layout)), [key, layout]);
  return [layout, setLayout] as const;
}

/** True while the workspace is too narrow for three columns. */
function useIsNarrow(element: React.RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setIsNarrow] = useState(() => innerWidth < NARROW_BELOW);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setIsNarrow(entry.contentRect.width < NARROW_BELOW));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNarrow;
}

/** `fold` is called when the keyboard reaches something under a panel that lies over the content: what has the focus is seen. */
function useUncovered(root: React.RefObject<HTMLElement | null>, isCovering: boolean, fold: () => void): void {
  const latest = useRef(fold);
  latest.current = fold;
  useEffect(() => {
    const element = root.current;
    if (!element || !isCovering) return undefined;
    const onFocusIn = ({ target }: FocusEvent) => {
      const panel = element.querySelector('.workspace-panel');
      if (!panel || !(target instanceof Element) || panel.contains(target) || !target.matches(':focus-visible')) return;
      const [over, under] = [panel.getBoundingClientRect(), target.getBoundingClientRect()];
      if (Math.max(over.left, under.left) < Math.min(over.right, under.right)) latest.current();
    };
    element.addEventListener('focusin', onFocusIn);
    return () => element.removeEventListener('focusin', onFocusIn);
  }, [root, isCovering]);
}

export function Workspace({ name, left, right, leftLabel, rightLabel, contentLabel, children, defaults, unfoldsRightFor }: WorkspaceProps) {
  const text = useText(uiText);
  const root = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useLayout(name, defaults);
  const isNarrow = useIsNarrow(root);
  const [narrowOpen, setNarrowOpen] = useState<Side | null>(null);
  const isOpen = (side: Side) => (isNarrow ? narrowOpen === side : side === 'left' ? layout.isLeftOpen : layout.isRightOpen);
  const toggle = (side: Side) => {
    if ((side === 'left' ? left : right) === undefined) return;
    if (isNarrow) setNarrowOpen((open) => (open === side ? null : side));
    else setLayout((before) => toggled(before, side));
  };
  useActions(() => ({
    ...(left === undefined ? {} : { leftPanel: () => toggle('left') }),
    ...(right === undefined ? {} : { rightPanel: () => toggle('right') }),
  }));
  useEffect(() => {
    if (unfoldsRightFor === undefined) return;
    if (isNarrow) setNarrowOpen('right');
    else setLayout((before) => (before.isRightOpen ? before : toggled(before, 'right')));
  }, [unfoldsRightFor, isNarrow, setLayout]);

  useUncovered(root, isNarrow && narrowOpen !== null, () => setNarrowOpen(null));
  const column = (side: Side, content: ReactNode, label: string) => (
    <Column
      side={side}
      label={label}
      isOpen={isOpen(side)}
      width={side === 'left' ? layout.leftWidth : layout.rightWidth}
      onToggle={() => toggle(side)}
      onResize={(width) => setLayout((before) => resized(before, side, width))}
    >
      {content}
    </Column>
  );
  return (
    <div ref={root} className={classes('workspace', isNarrow && 'workspace-narrow')}>
      {left === undefined ? null : column('left', left, leftLabel ?? text.leftPanel)}
      <section className="workspace-content" data-panel aria-label={contentLabel ?? text.mainPanel}>
        {children}
      </section>
      {right === undefined ? null : column('right', right, rightLabel ?? text.rightPanel)}
    </div>
  );
}

interface ColumnProps {
  side: Side;
  label: string;
  isOpen: boolean;
  width: number;
  onToggle: () => void;
  onResize: (width: number) => void;
  children: ReactNode;
}

function Column({ side, label, isOpen, width, onToggle, onResize, children }: ColumnProps) {
  const text = useText(uiText);
  const isLeft = side === 'left';
  const keys = useKeysOf(isLeft ? 'leftPanel' : 'rightPanel');
  if (!isOpen) {
    return (
      <div className={classes('workspace-closed', `workspace-closed-${side}`)}>
        <IconButton
          icon={isLeft ? PanelLeftOpen : PanelRightOpen}
          label={isLeft ? text.showLeft : text.showRight}
          keys={keys}
          size="small"
          onPress={onToggle}
        />
      </div>
    );
  }
  return (
    <aside className={classes('workspace-panel', `workspace-panel-${side}`)} style={{ width }} data-panel aria-label={label}>
      <div className="workspace-panel-body">{children}</div>
      <Border side={side} width={width} onResize={onResize} />
      <IconButton
        className="workspace-fold"
        icon={isLeft ? PanelLeftClose : PanelRightClose}
        label={isLeft ? text.hideLeft : text.hideRight}
        keys={keys}
        size="small"
        onPress={onToggle}
      />
    </aside>
  );
}

/** The border between a panel and the content: drag it, or move it with the arrows. */
function Border({ side, width, onResize }: { side: Side; width: number; onResize: (width: number) => void }) {
  const text = useText(uiText);
  const grip = useRef<{ x: number; width: number } | null>(null);
  const outward = side === 'left' ? 1 : -1;

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (grip.current) onResize(grip.current.width + outward * (event.clientX - grip.current.x));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP * outward, ArrowRight: STEP * outward, Home: MIN_PANEL - width, End: MAX_PANEL - width }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(Math.max(MIN_PANEL, width + step));
  };
  return (
    <div
      className="workspace-border"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={side === 'left' ? text.resizeLeft : text.resizeRight}
      aria-valuenow={width}
      aria-valuemin={MIN_PANEL}
      aria-valuemax={MAX_PANEL}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
