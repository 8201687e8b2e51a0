// Two projects that have no past in common: what seems to be the same thing in both, to be confirmed or corrected.
import { useMemo } from 'react';
import { Disclosure, DisclosurePanel, Button as AriaButton, Heading } from 'react-aria-components';
import { MATCHED_TABLES } from '../../shared/domain/merge.ts';
import type { FreeThing, MatchedTable, MergeMatch, MergePreview } from '../../shared/domain/merge.ts';
import { mergeText } from '../../shared/i18n/merge.ts';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Select } from '../ui/select.tsx';

/** Offered at most for one of theirs; others are matched by making the names alike first. */
const MOST_OFFERED = 60;
const AS_NEW = 'new';

interface MergeMatchesProps {
  preview: MergePreview;
  matches: Readonly<Record<string, string | null>>;
  onMatch: (theirs: string, ours: string | null) => void;
}

export function MergeMatches({ preview, matches, onMatch }: MergeMatchesProps) {
  const text = useText(mergeText);
  const byTable = useMemo(() => Map.groupBy(preview.matches, ({ table }) => table), [preview]);
  const free = useMemo(() => Map.groupBy(preview.free, ({ table }) => table), [preview]);
  return (
    <section>
      <SectionTitle>{text.matches}</SectionTitle>
      <p>{text.matchesIntro}</p>
      {MATCHED_TABLES.map((table) => {
        const all = byTable.get(table) ?? [];
        return all.length === 0 ? null : (
          <TableMatches key={table} table={table} all={all} free={free.get(table) ?? []} matches={matches} onMatch={onMatch} />
        );
      })}
    </section>
  );
}

interface TableMatchesProps extends Omit<MergeMatchesProps, 'preview'> {
  table: MatchedTable;
  all: readonly MergeMatch[];
  free: readonly FreeThing[];
}

/** Open where somebody should look: something is only alike, or has no counterpart. */
function TableMatches({ table, all, free, matches, onMatch }: TableMatchesProps) {
  const text = useText(mergeText);
  const sure = all.filter(({ likeness }) => likeness === 1).length;
  return (
    <Disclosure className="merge-matches" defaultExpanded={sure < all.length}>
      <Heading className="merge-matches-head">
        <AriaButton slot="trigger" className="merge-matches-trigger">
          {text.table(table)} <span className="quiet">{text.matched(sure, all.length)}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ul>
          {all.map((match) => (
            <li key={match.theirs.id} className="merge-match">
              <span className="merge-match-name">{match.theirs.name}</span>
              <Counterpart match={match} free={free} chosen={matches[match.theirs.id]} onMatch={onMatch} />
              <span className="quiet">{match.likeness > 0 && match.likeness < 1 ? text.likeness(match.likeness) : text.by[match.by]}</span>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

interface CounterpartProps {
  match: MergeMatch;
  free: readonly FreeThing[];
  chosen: string | null | undefined;
  onMatch: (theirs: string, ours: string | null) => void;
}

function Counterpart({ match, free, chosen, onMatch }: CounterpartProps) {
  const text = useText(mergeText);
  const { ours, theirs } = match;
  // what both have under one identity is one thing
  if (match.by === 'id') return <span>{ours?.name}</span>;
  const offered = [...(ours ? [ours] : []), ...free.slice(0, MOST_OFFERED)];
  const options = [{ id: AS_NEW, label: text.asNew }, ...offered.map(({ id, name }) => ({ id, label: name }))];
  const value = chosen === undefined ? (ours?.id ?? AS_NEW) : (chosen ?? AS_NEW);
  return (
    <Select
      label={text.matchOf(theirs.name)}
      hidesLabel
      isQuiet
      options={options}
      value={value}
      onChange={(id) => onMatch(theirs.id, id === AS_NEW ? null : id)}
    />
  );
}
