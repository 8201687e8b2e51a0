// What the exchange format does not keep of this project, and what other programs may misread.
import { leavingText } from '../../shared/i18n/leaving.ts';
import { refiText } from '../../shared/i18n/refi.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';

function Facts({ facts }: { facts: readonly { readonly name: string; readonly count: number }[] }) {
  const { language } = useLanguage();
  return (
    <ul className="leaving-facts">
      {facts.map(({ name, count }) => (
        <li key={name}>
          <span>{formatNumber(language, count)}</span>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

export function RefiLosses({ withSideFile, withRecordings }: { withSideFile: boolean; withRecordings: boolean }) {
  const text = useText(leavingText);
  const words = useText(refiText);
  const { data } = useQuery('refi.preview', { withRecordings });
  if (!data) return null;
  const { losses, warnings } = data;
  return (
    <>
      {warnings.length > 0 ? (
        <section className="leaving-losses">
          <h3>{text.attention}</h3>
          <Facts facts={warnings.map(({ fact, count }) => ({ name: words.warnings[fact], count }))} />
        </section>
      ) : null}
      <section className="leaving-losses">
        <h3>{text.losses}</h3>
        {losses.length === 0 ? <p>{text.nothingLost}</p> : null}
        {losses.length > 0 && withSideFile ? <p className="leaving-note">{text.lossesKept}</p> : null}
        <Facts facts={losses.map(({ fact, count }) => ({ name: words.losses[fact], count }))} />
      </section>
    </>
  );
}
