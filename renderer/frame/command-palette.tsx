// The command field opened: type, arrows, Enter. The best answer is always the chosen one, so that Enter never waits for the list
// (React Aria's autocomplete chooses it half a second later).
import { Fragment, memo, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { referenceIn } from '../../shared/domain/passage-link.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { classes } from '../ui/classes.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { rankCommands, stepInList, underHeadings } from './rank-commands.ts';
import type { CommandEntry } from './rank-commands.ts';
import { useOpenReference } from './references.ts';
import { useCommands } from './use-commands.ts';
import type { History } from './use-history.ts';
import '../ui/popover.css';

interface CommandPaletteProps {
  history: History;
  onClose: () => void;
}

export function CommandPalette({ history, onClose }: CommandPaletteProps) {
  const text = useText(frameText);
  const listId = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const isEntered = useRef(false);
  const commands = useCommands(history);
  const groups = useAnswers(commands.entries, query);
  const entries = useMemo(() => groups.flatMap((group) => group.entries), [groups]);

  const act = (entry: CommandEntry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const latest = useRef(act);
  latest.current = act;
  const pick = useCallback((entry: CommandEntry) => latest.current(entry), []);
  // Enter pressed before the sources have come acts on the answer when it comes.
  useEffect(() => {
    if (!isEntered.current || !commands.isComplete) return;
    isEntered.current = false;
    act(entries[0]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = stepInList(event.key, chosen, entries.length);
    if (next !== null) setChosen(next);
    else if (event.key !== 'Enter') return;
    else if (entries.length === 0 && !commands.isComplete) isEntered.current = true;
    else act(entries[chosen]);
    event.preventDefault();
  };
  return (
    <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog className="palette-body" aria-label={text.commands}>
          <input
            className="palette-input"
            role="combobox"
            aria-expanded
            aria-autocomplete="list"
            aria-controls={listId}
            aria-activedescendant={entries.length > 0 ? `${listId}-${chosen}` : undefined}
            aria-label={text.commands}
            placeholder={text.commandField}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(0);
              isEntered.current = false;
            }}
            onKeyDown={onKeyDown}
          />
          <Answers listId={listId} groups={groups} entries={entries} chosen={chosen} onPick={pick} />
          {entries.length === 0 ? <p className="palette-none">{text.noCommand(query)}</p> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What answers the query; a reference out of an exported document stands before everything else. */
function useAnswers(known: readonly CommandEntry[], query: string): ReturnType<typeof underHeadings> {
  const openReference = useOpenReference();
  const printing = useText(printingText);
  return useMemo(() => {
    const found = underHeadings(rankCommands(known, query));
    const reference = query.trim();
    if (referenceIn(reference) === null && !/^trame:/iu.test(reference)) return found;
    const entry: CommandEntry = {
      id: 'reference',
      group: 'reference',
      label: printing.goTo(reference),
      detail: printing.goToDetail,
      run: () => openReference(reference),
    };
    return [{ group: 'reference' as const, entries: [entry] }, ...found];
  }, [known, query, printing, openReference]);
}

interface AnswersProps {
  listId: string;
  groups: ReturnType<typeof underHeadings>;
  /** Those of all groups, in order. */
  entries: readonly CommandEntry[];
  chosen: number;
  onPick: (entry: CommandEntry) => void;
}

function Answers({ listId, groups, entries, chosen, onPick }: AnswersProps) {
  const text = useText(frameText);
  const list = useRef<HTMLDivElement>(null);
  const isScrolled = useRef(false);
  const chosenId = entries[chosen]?.id;
  // asking where a row stands lays the list out: not for each letter, after which the first one is in view as it was
  useLayoutEffect(() => {
    if (chosen > 0 || isScrolled.current) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, chosenId]);
  const placeOf = new Map(entries.map(({ id }, at) => [id, at]));
  return (
    <div
      ref={list}
      id={listId}
      className="list palette-list"
      role="listbox"
      aria-label={text.commands}
      tabIndex={-1}
      onScroll={(event) => {
        isScrolled.current = event.currentTarget.scrollTop > 0;
      }}
    >
      {groups.map(({ group, entries: ofGroup }) => (
        <Fragment key={group}>
          <div className="list-header" role="presentation">
            {text.commandGroups[group]}
          </div>
          {ofGroup.map((entry) => (
            <Answer key={entry.id} id={`${listId}-${placeOf.get(entry.id) ?? 0}`} entry={entry} isChosen={entry.id === chosenId} onPick={onPick} />
          ))}
        </Fragment>
      ))}
    </div>
  );
}

interface AnswerProps {
  id: string;
  entry: CommandEntry;
  isChosen: boolean;
  onPick: (entry: CommandEntry) => void;
}

const Answer = memo(function Answer({ id, entry, isChosen, onPick }: AnswerProps) {
  return (
    // The keyboard is the field's: it keeps the focus and says which answer is chosen.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={classes('list-item', isChosen && 'palette-chosen')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(entry)}
    >
      {entry.color ? <Swatch color={entry.color} /> : null}
      <span className="list-item-label">
        {entry.label}
        {entry.detail ? <small className="palette-detail">{entry.detail}</small> : null}
      </span>
      {entry.keys ? <Kbd keys={entry.keys} /> : null}
    </div>
  );
});
