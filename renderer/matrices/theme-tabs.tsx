// The sheets of a framework chart, side by side above its table: one theme each.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import { matrixDisplaysText } from '../../shared/i18n/matrix-displays.ts';
import { useText } from '../ui/language.tsx';
import { optionText } from './displays-options.ts';
import type { ProjectFrame } from './frame.ts';
import { sheetOf, themeSheets } from './theme-sheets.ts';

interface ThemeTabsProps {
  /** The ready-made display that the matrix was started from. */
  display: string | null;
  definition: MatrixDefinition;
  frame: ProjectFrame;
  onChange: (definition: MatrixDefinition) => void;
}

export function ThemeTabs({ display, definition, frame, onChange }: ThemeTabsProps) {
  const words = useText(matrixDisplaysText);
  const sheets = themeSheets(display, definition, { ...frame.corpus, codebook: frame.codebook, scales: frame.scales });
  if (!sheets) return null;
  return (
    <ToggleButtonGroup
      aria-label={words.sheets}
      className="matrices-sheets"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[sheets.open]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(sheetOf(definition, sheets, String(key)));
      }}
    >
      {sheets.themes.map((theme) => (
        <ToggleButton key={theme.key} id={theme.key} className="matrices-sheet">
          {optionText(theme, sheets.themes, words)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
