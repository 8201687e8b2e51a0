// The passages behind a number, to be read: in corpus order, some at a time, each a way into its text.
import { useEffect, useRef, useState } from 'react';
import type { ListedPassage } from '../../shared/domain/analysis.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import { analysesText } from '../../shared/i18n/analyses.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useRun } from '../ui/use-run.ts';
import { BehindPanel } from './behind-panel.tsx';
import type { AnalysisBehind } from './behind.ts';

const AT_ONCE = 40;

/** To be keyed by what it shows. */
export function PassagesBehind({ behind, onClose }: { behind: AnalysisBehind; onClose: () => void }) {
  const words = useText(analysesText);
  const run = useRun();
  const [ids, setIds] = useState<readonly PassageId[] | null>(null);
  const [passages, setPassages] = useState<readonly ListedPassage[]>([]);
  const asked = useRef(behind);

  const read = async (all: readonly PassageId[], from: number) => {
    const more = await run('passage.list', { passageIds: all.slice(from, from + AT_ONCE) });
    if (more) setPassages((before) => [...before.slice(0, from), ...more]);
  };
  useEffect(() => {
    void asked.current.ask().then((found) => {
      setIds(found ?? []);
      if (found && found.length > 0) void read(found, 0);
    });
    // asked once: another behind is another panel
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const rest = (ids?.length ?? 0) - passages.length;
  return (
    <BehindPanel title={behind.title} onClose={onClose}>
      {ids === null ? null : <p className="quiet">{ids.length === 0 ? words.noPassages : words.passages(ids.length)}</p>}
      <ol>
        {passages.map((passage) => (
          <PassageLine key={passage.passageId} passage={passage} />
        ))}
      </ol>
      {ids !== null && rest > 0 && passages.length > 0 ? (
        <Button variant="quiet" onPress={() => void read(ids, passages.length)}>
          {words.more(Math.min(rest, AT_ONCE))}
        </Button>
      ) : null}
    </BehindPanel>
  );
}

function PassageLine({ passage }: { passage: ListedPassage }) {
  const words = useText(analysesText);
  const place = { screen: 'coding', sourceId: passage.sourceId, passageId: passage.passageId } as const;
  return (
    <li>
      <PlaceLink place={place} title={words.openInReader(passage.ref)}>
        {passage.quote.trim()}
      </PlaceLink>
      <p>
        <span className="number">{passage.ref}</span>
        {passage.speaker ? <span>{passage.speaker}</span> : null}
        {passage.categories.map(({ id, name, color }) => (
          <span key={id} className="analysis-behind-category">
            <Swatch color={color} />
            {name}
          </span>
        ))}
      </p>
    </li>
  );
}
