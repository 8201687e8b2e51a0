// The plane: groups and cards where they lie, to drag, push, choose and group; a wheel moves it, with Ctrl it zooms.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Board, Box, LaidCard, LaidGroup, Point } from '../../shared/domain/board-layout.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { boardText } from '../../shared/i18n/board.ts';
import { actionAt } from '../frame/key-store.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { fitting, zoomed } from './board-layout.ts';
import type { View } from './board-layout.ts';
import { NameForm } from './name-form.tsx';
import type { BoardState } from './use-board.ts';
import { useBoardHand } from './use-board-hand.ts';
import type { BoardHand } from './use-board-hand.ts';

const ZOOM = 1.25;
const WHEEL_ZOOM = 1.0015;

/** Zoom and place, fitted to the board the first time it is seen. */
function useView(board: Board) {
  const pane = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ scale: 1, x: 0, y: 0 });
  const fit = () => pane.current && setView(fitting(board.extent, { width: pane.current.clientWidth, height: pane.current.clientHeight }));
  const fitted = useRef(false);
  useLayoutEffect(() => {
    if (fitted.current) return;
    fitted.current = true;
    fit();
  });
  useEffect(() => {
    const element = pane.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      setView((before) =>
        event.ctrlKey ? zoomed(before, WHEEL_ZOOM ** -event.deltaY, at) : { ...before, x: before.x - event.deltaX, y: before.y - event.deltaY },
      );
    };
    // React listens passively to wheels: the page would zoom as well
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, []);
  const zoom = (factor: number) => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = pane.current ?? {};
    setView((before) => zoomed(before, factor, { x: width / 2, y: height / 2 }));
  };
  return { pane, view, setView, fit, zoom };
}

function styleOf(box: Box, by: Point | null): React.CSSProperties {
  return { left: box.x + (by?.x ?? 0), top: box.y + (by?.y ?? 0), width: box.width, height: box.height };
}

export function BoardPlane({ state }: { state: BoardState }) {
  const text = useText(boardText);
  const { board, grid, naming } = state;
  const { pane, view, setView, fit, zoom } = useView(board);
  const hand = useBoardHand(state, view, setView, pane);
  const lifted = (id: CategoryId): Point | null => (hand.held?.ids.includes(id) ? hand.held.by : null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    hand.cancel();
    state.choose([]);
  };
  return (
    <div className="board-frame">
      {/* what the mouse does here, the cards' own keys and the list do too */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={pane}
        className="board-pane"
        role="group"
        aria-label={text.plane(grid.title)}
        onPointerDown={hand.gripPlane}
        onPointerMove={hand.onMove}
        onPointerUp={hand.onRelease}
        onPointerCancel={hand.cancel}
        onKeyDown={onKeyDown}
        onKeyUp={hand.settle}
        onBlur={hand.settle}
      >
        <div className="board-plane" style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}>
          {board.groups.map((group) => (
            <GroupBox key={group.category.id} group={group} hand={hand} by={lifted(group.category.id)} />
          ))}
          {board.cards.map((card) => (
            <CardButton
              key={card.category.id}
              card={card}
              state={state}
              hand={hand}
              by={lifted(card.category.id) ?? (card.groupId === null ? null : lifted(card.groupId))}
            />
          ))}
          {hand.area ? <div className="board-area" style={styleOf(hand.area, null)} /> : null}
          {naming ? (
            <div className="board-naming" style={{ left: naming.x, top: naming.y }} onPointerDown={(event) => event.stopPropagation()}>
              <NameForm onName={(name) => void state.makeGroup(naming, name)} onCancel={() => state.setNaming(null)} />
            </div>
          ) : null}
        </div>
      </div>
      <div className="board-zoom">
        <Button size="small" aria-label={text.zoomOut} onPress={() => zoom(1 / ZOOM)}>
          −
        </Button>
        <Button size="small" aria-label={text.zoomIn} onPress={() => zoom(ZOOM)}>
          +
        </Button>
        <Button size="small" onPress={fit}>
          {text.fit}
        </Button>
      </div>
    </div>
  );
}

function GroupBox({ group, hand, by }: { group: LaidGroup; hand: BoardHand; by: Point | null }) {
  const text = useText(boardText);
  const { category, cards, box } = group;
  const isUnder = hand.held?.landing.kind === 'group' && hand.held.landing.id === category.id;
  return (
    <section
      className={classes('board-group', isUnder && 'board-takes', by && 'board-held')}
      style={{ ...styleOf(box, by), ['--mark' as string]: category.color }}
      aria-label={text.groupBox(category.name, cards.length)}
      data-group={category.id}
    >
      <button
        type="button"
        className="board-group-name"
        title={category.name}
        onPointerDown={(event) => hand.grip(event, category.id, true)}
        onKeyDown={(event) => hand.push(event, [category.id])}
      >
        <span>{category.name}</span>
        <span className="number">{text.number(cards.length)}</span>
      </button>
      {cards.length === 0 ? <p className="board-empty-group">{text.emptyGroup}</p> : null}
    </section>
  );
}

function CardButton({ card, state, hand, by }: { card: LaidCard; state: BoardState; hand: BoardHand; by: Point | null }) {
  const text = useText(boardText);
  const { category, facts, groupId, box } = card;
  const isChosen = state.chosen.has(category.id);
  const isUnder = hand.held?.landing.kind === 'card' && hand.held.landing.id === category.id;
  const group = state.board.groups.find((one) => one.category.id === groupId)?.category.name ?? null;
  const passages = facts?.passages ?? 0;
  const quote = facts?.first ? text.quote(facts.first.quote, facts.first.ref) : text.noPassage;
  const onKeyDown = (event: KeyboardEvent) => {
    if (state.isReadOnly) return;
    const action = actionAt(['board'], event);
    const ids = state.withOthers(category.id);
    if (action === 'boardGroup') state.startGroup(ids);
    else if (action === 'boardTakeOut') void state.takeOut(ids);
    else return hand.push(event, ids);
    event.preventDefault();
  };
  return (
    <button
      type="button"
      className={classes('board-card', isChosen && 'board-chosen', isUnder && 'board-takes', by && 'board-held')}
      style={{ ...styleOf(box, by), ['--mark' as string]: category.color }}
      aria-label={text.card(category.name, passages, quote, group)}
      aria-pressed={isChosen}
      data-card={category.id}
      onPointerDown={(event) => hand.grip(event, category.id, false)}
      onClick={(event) => {
        // a drag ends in a click as well, which is none
        if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) state.toggle(category.id);
        else if (!by) state.choose(isChosen && state.chosen.size === 1 ? [] : [category.id]);
      }}
      onKeyDown={onKeyDown}
    >
      <span className="board-card-name">{category.name}</span> <span className="board-card-count">{text.passages(passages)}</span>{' '}
      <span className="board-card-quote" aria-hidden>
        {quote}
      </span>
    </button>
  );
}
