// A category's colour: the palette made to stay legible as tints, or any other.
import { useEffect, useRef } from 'react';
import { Button, ColorSwatch, ColorSwatchPicker, ColorSwatchPickerItem, DialogTrigger } from 'react-aria-components';
import { CATEGORY_COLORS } from '../../shared/domain/category.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { Tooltip } from '../ui/tooltip.tsx';

interface ColorPickerProps {
  /** `#rrggbb` */
  color: string;
  isReadOnly: boolean;
  onChange: (color: string) => void;
}

export function ColorPicker({ color, isReadOnly, onChange }: ColorPickerProps) {
  const words = useText(codebookText);
  return (
    <DialogTrigger>
      <Tooltip text={words.chooseColor}>
        <Button className="codebook-color" aria-label={words.chooseColor} isDisabled={isReadOnly}>
          <Swatch color={color} size={18} />
        </Button>
      </Tooltip>
      <Popover label={words.color} placement="bottom start">
        <ColorSwatchPicker
          className="codebook-palette"
          aria-label={words.color}
          value={color}
          onChange={(chosen) => {
            const hex = chosen.toString('hex').toLowerCase();
            if (hex !== color.toLowerCase()) onChange(hex);
          }}
        >
          {CATEGORY_COLORS.map((each) => (
            <ColorSwatchPickerItem key={each} color={each} className="codebook-palette-item">
              <ColorSwatch />
            </ColorSwatchPickerItem>
          ))}
        </ColorSwatchPicker>
        <OwnColor color={color} onChange={onChange} />
      </Popover>
    </DialogTrigger>
  );
}

/** The browser's own picker. Its `change` event comes once, when a colour was settled on; React's comes at every move. */
function OwnColor({ color, onChange }: Omit<ColorPickerProps, 'isReadOnly'>) {
  const words = useText(codebookText);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const field = input.current;
    if (!field) return undefined;
    const settle = () => latest.current(field.value);
    field.addEventListener('change', settle);
    return () => field.removeEventListener('change', settle);
  }, []);
  return (
    <label className="codebook-own-color">
      <input ref={input} type="color" defaultValue={color} />
      {words.ownColor}
    </label>
  );
}
