// Whose codings all views show: one filter for the whole window, kept while the project is open; and the badge of coding blind.
import { EyeOff, Filter } from 'lucide-react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { codersText } from '../../shared/i18n/coders.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import './coders.css';

/** Shown where there is somebody to choose among. */
export function CoderFilter({ actingId }: { actingId: CoderId }) {
  const words = useText(codersText);
  const run = useRun();
  const { data: coders = [] } = useQuery('coder.list', {});
  const { data: view } = useQuery('coder.inView', {});
  if (coders.length < 2 || !view) return null;
  const { shown } = view;
  const isShown = ({ id }: Coder) => shown === null || shown.includes(id);
  const show = (ids: readonly CoderId[] | null) => void run('coder.show', { coderIds: ids && ids.length < coders.length ? [...ids] : null });
  const toggle = (coder: Coder, isOn: boolean) => show(coders.filter((each) => (each.id === coder.id ? isOn : isShown(each))).map(({ id }) => id));
  const named = shown === null ? words.everybody : words.shown(coders.filter(isShown).map(({ initials }) => initials));
  const chosen = coders.filter(isShown).length;
  return (
    <DialogTrigger>
      <AriaButton className="coder-filter" data-narrowed={shown === null ? undefined : true} aria-label={`${words.filter} : ${named}`}>
        <Filter size={13} aria-hidden />
        {shown === null ? null : <span className="coder-filter-words">{named}</span>}
      </AriaButton>
      <Popover label={words.filter} placement="bottom end" className="coder-filter-list">
        <div role="group" aria-label={words.filter}>
          {coders.map((coder) => (
            <Checkbox key={coder.id} isSelected={isShown(coder)} isDisabled={isShown(coder) && chosen === 1} onChange={(isOn) => toggle(coder, isOn)}>
              <Swatch color={coder.color} /> <b>{coder.initials}</b> <span>{coder.name}</span>
            </Checkbox>
          ))}
        </div>
        <p className="coder-filter-acts">
          <Button size="small" onPress={() => show(null)}>
            {words.everybody}
          </Button>
          <Button size="small" onPress={() => show([actingId])}>
            {words.onlyMe}
          </Button>
        </p>
        <p className="quiet">{words.filterHint}</p>
      </Popover>
    </DialogTrigger>
  );
}

/** Calm, and always there while something is hidden. */
export function BlindBadge({ isReadOnly }: { isReadOnly: boolean }) {
  const words = useText(codersText);
  const { language } = useLanguage();
  const run = useRun();
  const confirm = useConfirm();
  const { data: view } = useQuery('coder.inView', {});
  if (!view || (view.blindSince === null && view.blindAssignments.length === 0)) return null;
  const { blindSince, blindAssignments } = view;
  const reveal = async () => {
    if (await confirm({ title: words.revealTitle, text: words.revealText, action: words.reveal })) await run('blind.reveal', {});
  };
  return (
    <DialogTrigger>
      <AriaButton className="blind-badge">
        <EyeOff size={13} aria-hidden /> <span>{words.blind}</span>
      </AriaButton>
      <Popover label={words.blind} placement="bottom end" className="blind-words">
        {blindSince === null ? null : (
          <>
            <p>
              {words.blindAll} {words.blindSince(formatDate(language, blindSince.slice(0, 10)))}
            </p>
            {isReadOnly ? null : (
              <Button size="small" onPress={() => void reveal()}>
                {words.reveal}
              </Button>
            )}
          </>
        )}
        {blindAssignments.length > 0 ? (
          <p>
            {words.blindIn(blindAssignments.map(({ title }) => title))} <a href="#/analysis?view=assignments">{words.assignments}</a>
          </p>
        ) : null}
      </Popover>
    </DialogTrigger>
  );
}
