// All keys on one sheet, drawn from the registry; each can be opened and given another key.
import { Printer, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { actionsText } from '../../shared/i18n/actions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { ActionId } from './actions.ts';
import { KeyRow } from './key-row.tsx';
import { sheetGroups } from './sheet-groups.ts';
import { useKeymap, useSetKeys } from './use-keymap.ts';
import './key-sheet.css';

export function KeySheet({ onClose }: { onClose: () => void }) {
  const text = useText(actionsText);
  const keymap = useKeymap();
  const setKeys = useSetKeys();
  const [query, setQuery] = useState('');
  const [opened, open] = useState<ActionId | null>(null);
  const groups = sheetGroups(keymap, text.actions, query);
  const changed = Object.keys(keymap.chosen).length;
  return (
    <Dialog isOpen title={text.actions.keys} onClose={onClose} size="wide" className="key-dialog">
      <div className="key-head">
        <SearchField label={text.find} value={query} onChange={setQuery} className="key-find" />
        <span className="quiet">{changed === 0 ? text.sheetHint : text.changedKeys(changed)}</span>
        <Button size="small" variant="quiet" onPress={() => print()}>
          <Printer size={13} aria-hidden />
          {text.printKeys}
        </Button>
        {changed === 0 ? null : (
          <Button size="small" variant="quiet" onPress={() => setKeys({})}>
            <RotateCcw size={13} aria-hidden />
            {text.allOwnKeys}
          </Button>
        )}
      </div>
      {groups.length === 0 ? <p className="quiet">{text.none}</p> : null}
      <div className="key-sheet">
        {groups.map(({ group, ids }) => (
          <section key={group}>
            <h3>{text.groups[group]}</h3>
            <ul>
              {ids.map((id) => (
                <KeyRow key={id} id={id} isOpen={opened === id} onOpen={(isOpen) => open(isOpen ? id : null)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
