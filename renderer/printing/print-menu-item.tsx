// The way from a screen's own exports to the sheet where pages are seen before they are written.
import { FileStack } from 'lucide-react';
import type { PrintPiece } from '../../shared/domain/print.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { useText } from '../ui/language.tsx';
import { MenuItem } from '../ui/menu.tsx';
import { openPrinting } from './printing-store.ts';

/** @param piece null: the whole thesis pack */
export function PrintMenuItem({ piece }: { piece: PrintPiece | null }) {
  const words = useText(printingText);
  return <MenuItem icon={FileStack} label={piece === null ? words.openPack : words.openSheet} onAction={() => openPrinting(piece)} />;
}
