// « Repérer les questions »: interview by interview, the turns that ask beside the question of the guide that each may hold.
import { Check } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Guide, GuideCoverage } from '../../shared/domain/guide.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { MatchList } from './match-list.tsx';

interface MatchesViewProps {
  guide: Guide;
  sources: readonly SourceSummary[];
  coverage: GuideCoverage;
  isReadOnly: boolean;
  chosenId: string | undefined;
  onSource: (sourceId: string) => void;
}

export function MatchesView({ guide, sources, coverage, isReadOnly, chosenId, onSource }: MatchesViewProps) {
  const text = useText(guideText);
  const waiting = new Map(coverage.waiting.map(({ sourceId, proposals }) => [sourceId, proposals]));
  const confirmed = Map.groupBy(coverage.coverage, ({ sourceId }) => sourceId);
  // the interview that waits first; it stays on screen when its last proposal is settled
  const [startId] = useState(() => sources.find(({ id }) => waiting.has(id))?.id);
  const source = sources.find(({ id }) => id === (chosenId ?? startId)) ?? sources[0];
  if (!source) return null;
  return (
    <div className="guide-matches">
      <ListBox
        className="guide-sources"
        aria-label={text.interviews}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[source.id]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onSource(String(key));
        }}
        items={sources}
        dependencies={[waiting, confirmed, text]}
      >
        {({ id, name }) => {
          const open = waiting.get(id) ?? 0;
          const settled = confirmed.get(id)?.length ?? 0;
          return (
            <ListBoxItem id={id} className="guide-source" textValue={name}>
              <span className="guide-source-name">{name}</span>
              <span className={classes('guide-source-state', open > 0 && 'guide-source-open')}>
                {open > 0 ? text.toConfirm(open) : settled > 0 ? <SettledMark label={text.confirmedCount(settled)} /> : text.allSettled}
              </span>
            </ListBoxItem>
          );
        }}
      </ListBox>
      <SourceMatches key={source.id} guide={guide} source={source} coverage={coverage} isReadOnly={isReadOnly} />
    </div>
  );
}

function SettledMark({ label }: { label: string }) {
  return (
    <>
      <Check size={12} aria-hidden /> {label}
    </>
  );
}

interface SourceMatchesProps {
  guide: Guide;
  source: SourceSummary;
  coverage: GuideCoverage;
  isReadOnly: boolean;
}

function SourceMatches({ guide, source, coverage, isReadOnly }: SourceMatchesProps) {
  const { data: asking } = useQuery('guide.asking', { sourceId: source.id });
  const { data: matches } = useQuery('guide.matches', { guideId: guide.id, sourceId: source.id });
  if (!asking || !matches) return <div className="guide-match-side" />;
  return <MatchList guide={guide} source={source} asking={asking} matches={matches} waiting={coverage.waiting} isReadOnly={isReadOnly} />;
}
