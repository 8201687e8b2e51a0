// « Confidentialité »: names that are replaced, people who are erased, until when the study is kept, the data-protection sheet.
import { useState } from 'react';
import { pseudonymText } from '../../shared/i18n/pseudonym.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useQuery } from '../ui/use-query.ts';
import { EraseView } from './erase-view.tsx';
import { KeepView } from './keep-view.tsx';
import { NamesView } from './names-view.tsx';
import './people-protected.css';

const VIEWS = ['names', 'erase', 'keep'] as const;
type View = (typeof VIEWS)[number];

export function ConfidentialityDialog({ onClose, isReadOnly }: { onClose: () => void; isReadOnly: boolean }) {
  const text = useText(pseudonymText);
  const [view, setView] = useState<View>('names');
  const { data: state } = useQuery('pseudonym.state', {});
  const isStopped = isReadOnly || state?.isInTeam === true;
  return (
    <Dialog isOpen size="wide" className="protected" title={text.title} onClose={onClose}>
      <Segmented<View>
        label={text.views}
        options={VIEWS.map((id) => ({ id, label: text.view[id] }))}
        value={view}
        onChange={(next) => setView(next ?? 'names')}
      />
      {state?.isInTeam && view !== 'keep' ? <p className="protected-blocks">{text.inTeam}</p> : null}
      {state && view === 'names' ? <NamesView state={state} /> : null}
      {view === 'erase' ? <EraseView isDisabled={isStopped} /> : null}
      {view === 'keep' ? <KeepView isDisabled={isReadOnly} /> : null}
    </Dialog>
  );
}
