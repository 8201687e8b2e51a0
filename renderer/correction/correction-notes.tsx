// What corrections did to the codings, quietly in the right panel: passages that say something else now, and those that lost all their words.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { OrphanedPassage } from '../../shared/domain/source.ts';
import { correctionText } from '../../shared/i18n/correction.ts';
import { useReader } from '../reader/reader-context.tsx';
import { anchorsOf, pointOf } from '../reader/transcript.ts';
import { citationAt } from '../reader/turn-words.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { touchedPassages } from './touched-passages.ts';
import type { TouchedPassage } from './touched-passages.ts';
import { WordsDiff } from './words-diff.tsx';
import './correction.css';

export function TouchedPassages() {
  const text = useText(correctionText);
  const { transcript, coded, correction } = useReader();
  const touched = touchedPassages(transcript, coded, correction.before);
  if (touched.length === 0) return null;
  return (
    <section className="correction-notes">
      <SectionTitle level={2} end={<IconButton icon={X} label={text.forget} size="small" onPress={correction.forget} />}>
        {text.touched(touched.length)}
      </SectionTitle>
      <ul>
        {touched.map((passage) => (
          <TouchedLine key={passage.passageId} passage={passage} />
        ))}
      </ul>
    </section>
  );
}

function TouchedLine({ passage }: { passage: TouchedPassage }) {
  const { choose, text: handle, categories } = useReader();
  const { passageId, before, after, stripes } = passage;
  const span = stripes[0]?.span;
  return (
    <li>
      <Button
        variant="quiet"
        className="correction-line"
        onPress={() => {
          choose(passageId, [passageId]);
          if (span) handle.current?.reveal(span, { flash: true });
        }}
      >
        <CategoryNames ids={stripes.map(({ categoryId }) => categoryId)} names={categories} />
      </Button>
      <WordsDiff before={before} after={after} />
    </li>
  );
}

type Names = ReturnType<typeof useReader>['categories'];

function CategoryNames({ ids, names }: { ids: readonly CategoryId[]; names: Names }) {
  return [...new Set(ids)].flatMap((id) => {
    const entry = names.get(id);
    return entry
      ? [
          <span key={id} className="correction-category">
            <Swatch color={entry.category.color} /> {entry.category.name}
          </span>,
        ]
      : [];
  });
}

/** Grows `asked` to bring the list into view. */
export function OrphanList({ asked }: { asked: number }) {
  const text = useText(correctionText);
  const { transcript } = useReader();
  const { data } = useQuery('source.orphans', { sourceId: transcript.sourceId });
  const box = useRef<HTMLElement>(null);
  const seen = useRef(asked);
  const isThere = Boolean(data && data.length > 0);
  useEffect(() => {
    if (asked === seen.current || !isThere) return;
    seen.current = asked;
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('button')?.focus();
  }, [asked, isThere]);
  if (!data || data.length === 0) return null;
  return (
    <section ref={box} className="correction-notes">
      <SectionTitle level={2}>{text.orphans(data.length)}</SectionTitle>
      <p className="quiet">{text.orphansText}</p>
      <ul>
        {data.map((orphan) => (
          <OrphanLine key={orphan.passageId} orphan={orphan} />
        ))}
      </ul>
    </section>
  );
}

function OrphanLine({ orphan }: { orphan: OrphanedPassage }) {
  const text = useText(correctionText);
  const { transcript, categories, isReadOnly, selection, text: handle, select } = useReader();
  const run = useRun();
  const notify = useNotify();
  const point = pointOf(transcript, { turnId: orphan.turnId, offsetUtf16: 0 });

  const anchor = async () => {
    if (!selection) return notify({ text: text.anchorFirst });
    const moved = await run('passage.resize', { passageId: orphan.passageId, ...anchorsOf(transcript, selection) });
    if (!moved) return undefined;
    notify({ text: text.anchored, kind: 'done' });
    return select(selection);
  };
  return (
    <li>
      <blockquote className="correction-quote">{orphan.quote}</blockquote>
      {point ? (
        <Button
          variant="quiet"
          size="small"
          className="reader-back"
          onPress={() => handle.current?.reveal({ start: point, end: { ...point, offset: 1 } }, { flash: true })}
        >
          {text.orphanStood(citationAt(transcript, point))}
        </Button>
      ) : null}
      <ul className="correction-codings">
        {orphan.codings.map(({ id, categoryId }) => {
          const entry = categories.get(categoryId);
          return entry ? (
            <li key={id}>
              <Swatch color={entry.category.color} /> <span>{entry.category.name}</span>
              {isReadOnly ? null : (
                <IconButton
                  icon={X}
                  size="small"
                  label={text.removeOrphanCoding(entry.category.name)}
                  onPress={() => void run('coding.remove', { codingId: id })}
                />
              )}
            </li>
          ) : null;
        })}
      </ul>
      {isReadOnly ? null : (
        <Button size="small" onPress={() => void anchor()}>
          {text.anchor}
        </Button>
      )}
    </li>
  );
}
