// One link on the card of one of its ends: the other end as a way there, note and evidence; changed, turned round and deleted in place.
import { Pencil, Plus, Trash2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import type { PassageId } from '../../shared/domain/ids.ts';
import { isSameEnd } from '../../shared/domain/typed-link.ts';
import type { LinkEnd, LinkType, TypedLink } from '../../shared/domain/typed-link.ts';
import { linksText } from '../../shared/i18n/links.ts';
import { useOpenTarget } from '../memos/use-open-target.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { Popover } from '../ui/popover.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { LinkPicker } from '../writing/link-picker.tsx';
import { LinkForm } from './link-form.tsx';

interface LinkLineProps {
  link: TypedLink;
  type: LinkType;
  /** On whose card it stands; null: on nobody's, both ends are shown. */
  end: LinkEnd | null;
  isReadOnly: boolean;
}

export function LinkLine({ link, type, end, isReadOnly }: LinkLineProps) {
  const words = useText(linksText);
  const run = useRun();
  const notify = useNotify();
  const open = useOpenTarget();
  const leads = end === null || isSameEnd(link.from, end);
  const other = leads ? link.to : link.from;
  const here = leads ? link.from : link.to;
  const [isOpen, setIsOpen] = useState(end === null);
  const remove = async () => {
    if ((await run('typedLink.remove', { linkId: link.id })) !== undefined) notify({ text: words.removed, kind: 'done' });
  };
  const arrow = type.isDirected ? (leads ? '→' : '←') : '—';
  return (
    <li className="links-line">
      <div className="links-head">
        <span className="links-words">
          {end === null ? `${here.label} ` : null}
          <Swatch color={type.color} /> <span className="links-type">{type.name}</span> {arrow}{' '}
          <AriaButton className="links-end" onPress={() => void open({ kind: other.kind, id: other.id, sourceId: other.sourceId })}>
            {other.label}
          </AriaButton>
          {other.place !== '' && other.place !== other.label ? <span className="links-place">{other.place}</span> : null}
        </span>
        {isReadOnly ? null : (
          <>
            <DialogTrigger>
              <IconButton icon={Pencil} size="small" label={words.edit} />
              <Popover label={words.edit} className="links-popover">
                {(close) => (
                  <LinkForm
                    here={here.label}
                    there={other}
                    link={link}
                    onSave={({ type: chosen, note, turned }) => {
                      void run('typedLink.update', { linkId: link.id, type: chosen, note, turns: turned });
                      close();
                    }}
                  />
                )}
              </Popover>
            </DialogTrigger>
            <IconButton icon={Trash2} size="small" label={words.remove} onPress={() => void remove()} />
          </>
        )}
      </div>
      {link.note === '' ? null : <p className="links-note">{link.note}</p>}
      {isOpen ? (
        <Evidence link={link} isReadOnly={isReadOnly} />
      ) : (
        <Button size="small" variant="quiet" onPress={() => setIsOpen(true)}>
          {link.evidence.length === 0 ? words.noEvidence : words.passages(link.evidence.length)}
        </Button>
      )}
    </li>
  );
}

const MOST_CHARACTERS = 220;

function Evidence({ link, isReadOnly }: { link: TypedLink; isReadOnly: boolean }) {
  const words = useText(linksText);
  const run = useRun();
  const anchor = useRef<HTMLDivElement>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const { data: passages = [] } = useQuery('passage.list', { passageIds: [...link.evidence] });
  const set = (passageIds: readonly PassageId[]) => void run('typedLink.setEvidence', { linkId: link.id, passageIds: [...passageIds] });
  return (
    <div ref={anchor}>
      <ul className="links-evidence" aria-label={words.evidence}>
        {passages.map(({ passageId, sourceId, quote, ref }) => (
          <li key={passageId}>
            <PlaceLink className="links-quote" place={{ screen: 'coding', sourceId, passageId }} title={ref}>
              {quote.trim().length > MOST_CHARACTERS ? `${quote.trim().slice(0, MOST_CHARACTERS)}…` : quote.trim()}{' '}
              <span className="quiet">{ref}</span>
            </PlaceLink>
            {isReadOnly ? null : (
              <IconButton icon={X} size="small" label={words.takeOut} onPress={() => set(link.evidence.filter((id) => id !== passageId))} />
            )}
          </li>
        ))}
      </ul>
      {isReadOnly ? null : (
        <Button size="small" variant="quiet" onPress={() => setIsChoosing(true)}>
          <Plus size={14} aria-hidden />
          {words.addEvidence}
        </Button>
      )}
      <LinkPicker
        near={anchor}
        isOpen={isChoosing}
        kinds={['passage']}
        onPick={({ id }) => {
          set([...link.evidence, id as PassageId]);
          setIsChoosing(false);
        }}
        onAddress={() => undefined}
        onClose={() => setIsChoosing(false)}
      />
    </div>
  );
}
