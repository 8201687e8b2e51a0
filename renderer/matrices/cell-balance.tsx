// The balance of the open cell: what its passages do to its claim, each a filter. Those that contradict stand out: they are what is overlooked.
import { Ban, Check } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { StanceBalance } from '../../shared/domain/matrix.ts';
import { STANCES } from '../../shared/domain/source.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useText } from '../ui/language.tsx';

const ICONS: Readonly<Record<Stance, LucideIcon | null>> = { supports: Check, contrasts: Ban, mentions: null };

interface CellBalanceProps {
  balance: StanceBalance;
  chosen: Stance | null;
  onChoose: (stance: Stance | null) => void;
}

export function CellBalance({ balance, chosen, onChoose }: CellBalanceProps) {
  const words = useText(matrixCellsText);
  const known = STANCES.filter((stance) => balance[stance] > 0);
  if (known.length === 0) return null;
  return (
    <ToggleButtonGroup
      aria-label={words.balanceLabel}
      className="cell-balance"
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => onChoose(STANCES.find((stance) => stance === [...keys][0]) ?? null)}
    >
      {known.map((stance) => {
        const Icon = ICONS[stance];
        return (
          <ToggleButton key={stance} id={stance} className={`cell-balance-part cell-balance-${stance}`}>
            {Icon ? <Icon size={12} aria-hidden /> : null}
            {words.stanceCounts[stance](balance[stance])}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
