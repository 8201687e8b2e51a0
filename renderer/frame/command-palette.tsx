// The command field opened: type, arrows, Enter.
import { useState } from 'react';
import { Autocomplete, Collection, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { frameText } from '../../shared/i18n/frame.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { rankCommands } from './rank-commands.ts';
import type { CommandEntry } from './rank-commands.ts';
import { useCommands } from './use-commands.ts';
import type { History } from './use-history.ts';

interface CommandPaletteProps {
  history: History;
  onKeys: () => void;
  onClose: () => void;
}

export function CommandPalette({ history, onKeys, onClose }: CommandPaletteProps) {
  const text = useText(frameText);
  const [query, setQuery] = useState('');
  const entries = rankCommands(useCommands(history, onKeys), query);
  const groups = groupsInOrder(entries).map((group) => ({ id: group, title: text.commandGroups[group], entries: entries.filter((entry) => entry.group === group) }));

  const act = (id: React.Key) => {
    onClose();
    entries.find((entry) => entry.id === id)?.run();
  };
  return (
    <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog className="palette-body" aria-label={text.commands}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <TextField aria-label={text.commands} autoFocus>
              <Input className="palette-input" placeholder={text.commandField} />
            </TextField>
            <Menu className="list palette-list" aria-label={text.commands} items={groups} onAction={act} renderEmptyState={() => <p className="palette-none">{text.noCommand(query)}</p>}>
              {(group) => (
                <MenuSection id={group.id}>
                  <Header className="list-header">{group.title}</Header>
                  <Collection items={group.entries}>{(entry) => <Entry entry={entry} />}</Collection>
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The group that holds the best answer first. */
function groupsInOrder(entries: readonly CommandEntry[]): CommandEntry['group'][] {
  return [...new Set(entries.map((entry) => entry.group))];
}

function Entry({ entry }: { entry: CommandEntry }) {
  return (
    <MenuItem id={entry.id} textValue={entry.label} className="list-item">
      {entry.color ? <Swatch color={entry.color} /> : null}
      <span className="list-item-label">
        {entry.label}
        {entry.detail ? <small className="palette-detail">{entry.detail}</small> : null}
      </span>
      {entry.keys ? <Kbd keys={entry.keys} /> : null}
    </MenuItem>
  );
}
