// The quiet row above a text: what a text can be made of, and what the caret stands in.
import { Bold, Heading1, Heading2, Heading3, ImagePlus, Italic, Link, List, ListOrdered, TextQuote, Underline } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { FileTrigger, Toolbar } from 'react-aria-components';
import { IMAGE_MIMES } from '../../shared/domain/image-kind.ts';
import { writingText } from '../../shared/i18n/writing.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { useText } from '../ui/language.tsx';
import type { BlockKind, CaretForm } from './rich-behaviour.ts';

interface EditorToolbarProps {
  form: CaretForm;
  isCompact: boolean;
  onBlock: (kind: BlockKind) => void;
  onFormat: (format: 'bold' | 'italic' | 'underline') => void;
  onLink: () => void;
  /** Undefined where the text takes no pictures. */
  onPicture: ((file: File) => void) | undefined;
}

const BLOCKS: readonly [Exclude<BlockKind, 'paragraph'>, LucideIcon][] = [
  ['h1', Heading1],
  ['h2', Heading2],
  ['h3', Heading3],
  ['bullet', List],
  ['number', ListOrdered],
  ['quote', TextQuote],
];
const COMPACT_BLOCKS: ReadonlySet<BlockKind> = new Set(['h2', 'bullet']);
const FORMATS = [
  ['bold', Bold],
  ['italic', Italic],
  ['underline', Underline],
] as const;

export function EditorToolbar({ form, isCompact, onBlock, onFormat, onLink, onPicture }: EditorToolbarProps) {
  const words = useText(writingText);
  const blocks = isCompact ? BLOCKS.filter(([kind]) => COMPACT_BLOCKS.has(kind)) : BLOCKS;
  const formats = isCompact ? FORMATS.slice(0, 2) : FORMATS;
  return (
    <Toolbar className="written-text-tools" aria-label={words.toolbar}>
      {formats.map(([format, icon]) => (
        <IconToggle key={format} icon={icon} label={words.tools[format]} isOn={form[format]} onChange={() => onFormat(format)} />
      ))}
      {blocks.map(([kind, icon]) => (
        <IconToggle key={kind} icon={icon} label={words.tools[kind]} isOn={form.block === kind} onChange={() => onBlock(kind)} />
      ))}
      <IconButton icon={Link} label={words.tools.link} keys={useKeysOf('memoLink')} onPress={onLink} />
      {isCompact || !onPicture ? null : (
        <FileTrigger acceptedFileTypes={[...IMAGE_MIMES]} onSelect={(files) => files?.[0] && onPicture(files[0])}>
          <IconButton icon={ImagePlus} label={words.tools.picture} />
        </FileTrigger>
      )}
    </Toolbar>
  );
}
