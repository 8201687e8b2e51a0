// The balance of a cell: how many passages support, contrast with or merely mention what its synthesis claims.
import { STANCES } from '../../shared/domain/source.ts';
import type { StanceBalance } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { useText } from '../ui/language.tsx';

export function StanceBar({ balance }: { balance: StanceBalance }) {
  const words = useText(matricesText);
  const known = STANCES.filter((stance) => balance[stance] > 0);
  if (known.length === 0) return null;
  const text = words.balance(balance);
  return (
    <span className="matrices-balance" role="img" aria-label={text} title={text}>
      {known.map((stance) => (
        <i key={stance} className={`matrices-balance-${stance}`} style={{ flexGrow: balance[stance] }} />
      ))}
    </span>
  );
}
