// How a figure is set: its width on paper, its tones, its order, what is written on it; and its files.
import { Download } from 'lucide-react';
import { FIGURE_ORDERS, FIGURE_TONES, FIGURE_WIDTHS, PROFILE_MEASURES, PROFILE_SHAPES } from '../../shared/domain/figure-options.ts';
import type { FigureOptions } from '../../shared/domain/figure-options.ts';
import type { FigureKind } from '../../shared/domain/print.ts';
import { figuresText } from '../../shared/i18n/matrix-figures.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import { MenuButton, MenuItem } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';

const PICTURES = ['svg', 'png', 'pdf'] as const;
export type Picture = (typeof PICTURES)[number];
/** Of these the order is that of the cells; a structure follows its grid. */
const LEGENDS: readonly FigureKind[] = ['toolsByCase', 'bubble', 'heat', 'ratings'];

interface SettingsProps {
  figure: FigureKind;
  options: FigureOptions;
  isTable: boolean;
  onOptions: (options: FigureOptions) => void;
  onTable: (isTable: boolean) => void;
  /** Null: there is no picture to export. */
  onExport: ((format: Picture) => void) | null;
}

export function FigureSettings({ figure, options, isTable, onOptions, onTable, onExport }: SettingsProps) {
  const words = useText(figuresText);
  const set = (changes: Partial<FigureOptions>) => onOptions({ ...options, ...changes });
  return (
    <div className="figures-settings" role="group" aria-label={words.settings}>
      <Segmented
        label={words.width}
        size="small"
        options={FIGURE_WIDTHS.map((width) => ({ id: String(width) as '16' | '25', label: words.widths[String(width) as '16' | '25'] }))}
        value={String(options.widthCm) as '16' | '25'}
        onChange={(width) => set({ widthCm: width === '25' ? 25 : 16 })}
      />
      <Segmented
        label={words.tone}
        size="small"
        options={FIGURE_TONES.map((id) => ({ id, label: words.tones[id] }))}
        value={options.tone}
        onChange={(tone) => tone && set({ tone })}
      />
      <Select
        label={words.order}
        hidesLabel
        options={FIGURE_ORDERS.map((id) => ({ id, label: words.orders[id] }))}
        value={options.order}
        onChange={(order) => set({ order })}
      />
      {figure === 'caseProfiles' ? <ProfileSettings options={options} set={set} /> : null}
      {LEGENDS.includes(figure) ? (
        <Checkbox isSelected={options.showsLegend} onChange={(showsLegend) => set({ showsLegend })}>
          {words.legend}
        </Checkbox>
      ) : null}
      {figure === 'dataStructure' ? null : (
        <Checkbox isSelected={options.showsLabels} onChange={(showsLabels) => set({ showsLabels })}>
          {words.labels}
        </Checkbox>
      )}
      <span className="figures-settings-end">
        <Checkbox isSelected={isTable} onChange={onTable}>
          {words.asTable}
        </Checkbox>
        <MenuButton
          label={words.download}
          size="small"
          isDisabled={onExport === null}
          content={
            <>
              <Download size={14} strokeWidth={1.75} aria-hidden />
              {words.download}
            </>
          }
        >
          {PICTURES.map((format) => (
            <MenuItem key={format} label={words.formats[format]} onAction={() => onExport?.(format)} />
          ))}
        </MenuButton>
      </span>
    </div>
  );
}

function ProfileSettings({ options, set }: { options: FigureOptions; set: (changes: Partial<FigureOptions>) => void }) {
  const words = useText(figuresText);
  return (
    <>
      <Segmented
        label={words.profile}
        size="small"
        options={PROFILE_SHAPES.map((id) => ({ id, label: words.profiles[id] }))}
        value={options.profile}
        onChange={(profile) => profile && set({ profile })}
      />
      <Segmented
        label={words.measure}
        size="small"
        options={PROFILE_MEASURES.map((id) => ({ id, label: words.measures[id] }))}
        value={options.measure}
        onChange={(measure) => measure && set({ measure })}
      />
    </>
  );
}
