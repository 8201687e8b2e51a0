// The to-do list: what reviewers said, filtered and grouped, each with the way to its place.
import { useState } from 'react';
import { REVIEW_STATES, REVIEW_TARGETS, VERDICTS } from '../../shared/domain/review.ts';
import type { ReviewTarget, ReviewThread, Verdict } from '../../shared/domain/review.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { ThreadItem } from './thread-item.tsx';
import { GROUPINGS, TO_ANSWER, filtered, grouped } from './thread-groups.ts';
import type { Grouping, ThreadFilter } from './thread-groups.ts';

const STATES = [...REVIEW_STATES, 'all'] as const;

function headingOf(by: Grouping, key: string, words: (typeof reviewPageText)['fr']): string {
  if (by === 'kind') return words.targets[key as ReviewTarget];
  if (by === 'verdict') return key === 'none' ? words.noVerdict : words.verdicts[key as Verdict];
  return key;
}

export function ToDo({ threads }: { threads: readonly ReviewThread[] }) {
  const words = useText(reviewText);
  const page = useText(reviewPageText);
  const [filter, setFilter] = useState<ThreadFilter>(TO_ANSWER);
  const [by, setBy] = useState<Grouping>('kind');
  const shown = filtered(threads, filter);
  const done = threads.filter(({ state }) => state === 'resolved').length;
  const count = (state: ThreadFilter['state']): number => filtered(threads, { ...filter, state }).length;
  return (
    <>
      <div className="review-filters">
        <Segmented
          label={words.filterState}
          options={STATES.map((id) => ({ id, label: `${words.filters[id]} (${count(id)})` }))}
          value={filter.state}
          onChange={(state) => state && setFilter({ ...filter, state })}
        />
        <Select
          label={words.filterVerdict}
          hidesLabel
          options={[{ id: 'any', label: words.anyVerdict }, ...VERDICTS.map((id) => ({ id, label: page.verdicts[id] }))]}
          value={filter.verdict}
          onChange={(verdict: Verdict | 'any') => setFilter({ ...filter, verdict })}
        />
        <Select
          label={words.filterKind}
          hidesLabel
          options={[{ id: 'any', label: words.anyKind }, ...REVIEW_TARGETS.map((id) => ({ id, label: page.targets[id] }))]}
          value={filter.kind}
          onChange={(kind: ReviewTarget | 'any') => setFilter({ ...filter, kind })}
        />
        <Segmented
          label={words.groupBy}
          size="small"
          options={GROUPINGS.map((id) => ({ id, label: words.groups[id] }))}
          value={by}
          onChange={(next) => next && setBy(next)}
        />
        <span className="quiet review-progress">{words.progress(done, threads.length)}</span>
      </div>
      {shown.length === 0 ? <p className="quiet review-nothing">{done === threads.length ? words.allDone : words.nothingLeft}</p> : null}
      {grouped(shown, by).map(({ key, threads: own }) => (
        <section key={key} className="review-group">
          <h2>
            {headingOf(by, key, page)} <span className="quiet">{own.length}</span>
          </h2>
          {own.map((thread) => (
            <ThreadItem key={thread.id} thread={thread} />
          ))}
        </section>
      ))}
    </>
  );
}
