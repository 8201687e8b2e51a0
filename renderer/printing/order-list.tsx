// The pieces of the pack: ticked or not, each with its sentence and its formats; the one in hand is what the preview shows.
import { Plus, X } from 'lucide-react';
import { Button as AriaButton, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { PACK_ORDER, newPiece } from '../../shared/domain/first-pack.ts';
import { FORMATS_OF } from '../../shared/domain/print.ts';
import type { PieceKind, PrintFormat } from '../../shared/domain/print.ts';
import { pieceTitle, pieceText } from '../../shared/i18n/piece-sentence.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { MenuButton, MenuItem } from '../ui/menu.tsx';
import { toggled, withOrder, withPiece, withoutOrder } from './draft.ts';
import type { DraftOrder, PackDraft } from './draft.ts';
import type { PrintingFrame } from './frame.ts';
import { PieceSentence } from './piece-sentence.tsx';

interface OrderListProps {
  draft: PackDraft;
  frame: PrintingFrame;
  onChange: (draft: PackDraft) => void;
}

export function OrderList({ draft, frame, onChange }: OrderListProps) {
  const words = useText(printingText);
  const { language } = useLanguage();
  const { kinds } = pieceText[language];
  const offered = PACK_ORDER.flatMap((kind) => {
    const piece = newPiece(kind, frame);
    return piece ? [{ kind, piece }] : [];
  });
  return (
    <>
      <ul className="printing-orders" aria-label={words.whatToPrint}>
        {draft.orders.map((order) => (
          <OrderRow
            key={order.id}
            order={order}
            draft={draft}
            frame={frame}
            canGo={draft.orders.filter(({ piece }) => piece.kind === order.piece.kind).length > 1}
            onChange={onChange}
          />
        ))}
      </ul>
      <MenuButton
        label={words.addPiece}
        content={
          <>
            <Plus size={14} aria-hidden />
            {words.addPiece}
          </>
        }
        variant="quiet"
        size="small"
      >
        {offered.map(({ kind, piece }) => (
          <MenuItem key={kind} label={kinds[kind]} onAction={() => onChange(withPiece(draft, piece))} />
        ))}
      </MenuButton>
    </>
  );
}

interface OrderRowProps extends OrderListProps {
  order: DraftOrder;
  /** Another piece of its kind is in the list. */
  canGo: boolean;
}

function OrderRow({ order, draft, frame, canGo, onChange }: OrderRowProps) {
  const words = useText(printingText);
  const { language } = useLanguage();
  const { id, piece, formats, isTicked } = order;
  const name = pieceText[language].kinds[piece.kind];
  const title = pieceTitle(piece, language);
  const isShown = draft.shownId === id;
  const change = (next: Partial<DraftOrder>) => onChange({ ...withOrder(draft, id, next), shownId: id });
  return (
    <li className={classes('printing-order', isShown && 'printing-order-shown', !isTicked && 'printing-order-off')}>
      <Checkbox label={words.include(title)} isSelected={isTicked} onChange={(next) => change({ isTicked: next })} />
      <div className="printing-order-words">
        <div className="printing-order-head">
          <AriaButton
            className="printing-order-name"
            aria-label={words.show(title)}
            aria-pressed={isShown}
            onPress={() => onChange({ ...draft, shownId: id })}
          >
            {name}
          </AriaButton>
          {isShown ? null : <span className="printing-order-formats">{formats.map((format) => words.formats[format]).join(' · ')}</span>}
          {canGo ? <IconButton icon={X} size="small" label={words.removePiece(title)} onPress={() => onChange(withoutOrder(draft, id))} /> : null}
        </div>
        <PieceSentence piece={piece} frame={frame} onChange={(next) => change({ piece: next })} />
        {isShown ? <Formats kind={piece.kind} title={title} formats={formats} onChange={(next) => change({ formats: next })} /> : null}
      </div>
    </li>
  );
}

interface FormatsProps {
  kind: PieceKind;
  title: string;
  formats: readonly PrintFormat[];
  onChange: (formats: PrintFormat[]) => void;
}

export function Formats({ kind, title, formats, onChange }: FormatsProps) {
  const words = useText(printingText);
  return (
    <ToggleButtonGroup className="printing-formats" aria-label={words.formatsOf(title)} selectionMode="multiple" selectedKeys={formats}>
      {FORMATS_OF[kind].map((format) => (
        <ToggleButton key={format} id={format} className="printing-format" onPress={() => onChange(toggled(kind, formats, format))}>
          {words.formats[format]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
