// The command field opened: type, arrows, Enter. The best answer is always the chosen one, so that Enter never waits for the list
// (React Aria's autocomplete chooses it half a second later).
import { Fragment, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { frameText } from '../../shared/i18n/frame.ts';
import { classes } from '../ui/classes.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { rankCommands, stepInList, underHeadings } from './rank-commands.ts';
import type { CommandEntry } from './rank-commands.ts';
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
  const groups = underHeadings(rankCommands(commands.entries, query));
  const entries = groups.flatMap((group) => group.entries);

  const act = (entry: CommandEntry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
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
          <Answers listId={listId} groups={groups} chosen={entries[chosen]} onPick={act} />
          {entries.length === 0 ? <p className="palette-none">{text.noCommand(query)}</p> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface AnswersProps {
  listId: string;
  groups: ReturnType<typeof underHeadings>;
  chosen: CommandEntry | undefined;
  onPick: (entry: CommandEntry) => void;
}

function Answers({ listId, groups, chosen, onPick }: AnswersProps) {
  const text = useText(frameText);
  const list = useRef<HTMLDivElement>(null);
  const entries = groups.flatMap((group) => group.entries);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id]);
  return (
    <div ref={list} id={listId} className="list palette-list" role="listbox" aria-label={text.commands} tabIndex={-1}>
      {groups.map(({ group, entries: ofGroup }) => (
        <Fragment key={group}>
          <div className="list-header" role="presentation">
            {text.commandGroups[group]}
          </div>
          {ofGroup.map((entry) => (
            <Answer key={entry.id} id={`${listId}-${entries.indexOf(entry)}`} entry={entry} isChosen={entry.id === chosen?.id} onPick={onPick} />
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

function Answer({ id, entry, isChosen, onPick }: AnswerProps) {
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
}
