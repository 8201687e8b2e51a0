// The project's coders: name, initials and colour of each, two that are one person, and coding blind.
import { Pencil, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { codersText } from '../../shared/i18n/coders.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { Button } from '../ui/button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import './coders.css';

interface CodersDialogProps {
  actingId: CoderId;
  onEdit: (coder: Coder | 'new') => void;
  onClose: () => void;
}

export function CodersDialog({ actingId, onEdit, onClose }: CodersDialogProps) {
  const words = useText(codersText);
  const { data: coders = [] } = useQuery('coder.list', {});
  const [merged, setMerged] = useState<CoderId | null>(null);
  return (
    <Dialog isOpen size="wide" title={words.title} onClose={onClose} actions={<Button onPress={onClose}>{words.close}</Button>}>
      <p className="quiet">{words.hint}</p>
      <ul className="coders-list">
        {coders.map((coder) => (
          <li key={coder.id}>
            <div className="coders-line">
              <Swatch color={coder.color} size={14} />
              <b className="coders-initials">{coder.initials}</b>
              <span className="coders-name">
                {coder.name} {coder.id === actingId ? <span className="quiet">({words.acts})</span> : null}
              </span>
              <span className="number quiet">{words.codings(coder.codings)}</span>
              <IconButton icon={Pencil} label={words.edit(coder.name)} size="small" onPress={() => onEdit(coder)} />
              {coders.length > 1 ? (
                <Button size="small" aria-label={words.merge(coder.name)} onPress={() => setMerged(merged === coder.id ? null : coder.id)}>
                  {words.mergeWord}
                </Button>
              ) : null}
            </div>
            {merged === coder.id ? (
              <MergeForm coder={coder} others={coders.filter(({ id }) => id !== coder.id)} onDone={() => setMerged(null)} />
            ) : null}
          </li>
        ))}
      </ul>
      <Button variant="quiet" onPress={() => onEdit('new')}>
        <UserPlus size={14} aria-hidden /> {words.add}
      </Button>
      <Blindness />
    </Dialog>
  );
}

function MergeForm({ coder, others, onDone }: { coder: Coder; others: readonly Coder[]; onDone: () => void }) {
  const words = useText(codersText);
  const run = useRun();
  const [into, setInto] = useState<CoderId | null>(others.length === 1 ? (others[0]?.id ?? null) : null);
  const merge = async () => {
    if (into !== null && (await run('coder.merge', { from: coder.id, into })) !== undefined) onDone();
  };
  return (
    <div className="coders-merge">
      <Select<CoderId>
        label={words.mergeInto(coder.name)}
        options={others.map(({ id, name, color }) => ({ id, label: name, before: <Swatch color={color} /> }))}
        value={into}
        onChange={setInto}
      />
      <p className="quiet">{words.mergeHint}</p>
      <p className="coders-acts">
        <Button size="small" onPress={onDone}>
          {words.cancel}
        </Button>
        <Button size="small" variant="primary" isDisabled={into === null} onPress={() => void merge()}>
          {words.mergeDo}
        </Button>
      </p>
    </div>
  );
}

function Blindness() {
  const words = useText(codersText);
  const { language } = useLanguage();
  const run = useRun();
  const confirm = useConfirm();
  const { data: view } = useQuery('coder.inView', {});
  if (!view) return null;
  const reveal = async () => {
    if (await confirm({ title: words.revealTitle, text: words.revealText, action: words.reveal })) await run('blind.reveal', {});
  };
  return (
    <div className="coders-blind">
      {view.blindSince === null ? (
        <Button onPress={() => void run('blind.begin', {})}>{words.beginBlind}</Button>
      ) : (
        <Button onPress={() => void reveal()}>{words.reveal}</Button>
      )}
      <span className="quiet">
        {view.blindSince === null ? words.beginBlindHint : words.blindSince(formatDate(language, view.blindSince.slice(0, 10)))}{' '}
        <a href="#/analysis?view=assignments">{words.assignments}</a>
      </span>
    </div>
  );
}
