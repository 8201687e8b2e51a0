// The sheet of exports: on the left what is printed and how it is set, on the right its pages, below what writes it.
import { FolderOpen, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { firstFormats } from '../../shared/domain/first-pack.ts';
import type { PrintSettingsId } from '../../shared/domain/ids.ts';
import type { PrintStyle } from '../../shared/domain/print.ts';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { pieceTitle } from '../../shared/i18n/piece-sentence.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { isDesktop } from '../core.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import { draftOf, filesIn, newPack, packOf, withOrder } from './draft.ts';
import type { PackDraft } from './draft.ts';
import type { PrintingFrame } from './frame.ts';
import { keepStyle, keptStyle } from './kept-style.ts';
import { Formats, OrderList } from './order-list.tsx';
import { PieceSentence } from './piece-sentence.tsx';
import { Preview } from './preview.tsx';
import type { PrintingRequest } from './printing-store.ts';
import './printing.css';
import { SettingsMenu } from './settings-menu.tsx';
import { StyleForm } from './style-form.tsx';
import { usePrintingFrame } from './use-printing-frame.ts';
import { useWriting } from './use-writing.ts';
import type { Writing } from './use-writing.ts';

interface SheetProps {
  request: PrintingRequest;
  onClose: () => void;
}

export function PrintingSheet({ request, onClose }: SheetProps) {
  const { project } = useProject();
  const frame = usePrintingFrame();
  if (!project || !frame) return null;
  return <OpenSheet project={project} frame={frame} request={request} onClose={onClose} />;
}

type Mode = 'one' | 'pack';

interface OpenSheetProps extends SheetProps {
  project: ProjectInfo;
  frame: PrintingFrame;
}

function OpenSheet({ project, frame, request, onClose }: OpenSheetProps) {
  const words = useText(printingText);
  const writing = useWriting();
  const [mode, setMode] = useState<Mode>(request.piece === null ? 'pack' : 'one');
  const [style, setStyle] = useState(() => keptStyle(project.id, project.language));
  const [pack, setPack] = useState<PackDraft>(() => newPack(frame, style));
  const [one, setOne] = useState<PackDraft | null>(() => request.piece && draftOf({ style, orders: [firstOrder(request.piece)] }));
  const [settingsId, setSettingsId] = useState<PrintSettingsId | null>(null);
  const [name, setName] = useState(() => words.packNameAtFirst(project.title));
  const draft = { ...(mode === 'one' && one ? one : pack), style };
  const change = mode === 'one' && one ? setOne : setPack;
  const restyle = (next: PrintStyle) => {
    setStyle(next);
    keepStyle(project.id, next);
  };
  const shown = draft.orders.find(({ id }) => id === draft.shownId);
  const isBusy = writing.progress !== null;
  return (
    <ModalOverlay className="dialog-veil printing-veil" isOpen isKeyboardDismissDisabled={isBusy} onOpenChange={(open) => !open && onClose()}>
      <Modal className="printing">
        <Dialog className="printing-body">
          <Head mode={mode} onMode={one ? setMode : null} isBusy={isBusy} onClose={onClose}>
            {mode === 'pack' ? (
              <SettingsMenu
                chosenId={settingsId}
                pack={packOf(draft)}
                isReadOnly={project.isReadOnly}
                onChoose={(settings) => {
                  setSettingsId(settings.id);
                  setPack(draftOf(settings.pack));
                  restyle(settings.pack.style);
                }}
                onKept={setSettingsId}
              />
            ) : null}
          </Head>
          <div className="printing-columns">
            <div className="printing-left" inert={isBusy}>
              {mode === 'one' && one ? (
                <OnePiece draft={one} frame={frame} onChange={change} />
              ) : (
                <>
                  <p className="printing-hint">{words.packHint}</p>
                  <OrderList draft={draft} frame={frame} onChange={change} />
                </>
              )}
              <StyleForm style={style} frame={frame} onChange={restyle} />
            </div>
            <Preview piece={shown?.piece ?? null} style={style} />
          </div>
          <Foot mode={mode} draft={draft} name={name} onName={setName} writing={writing} onDone={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface HeadProps {
  mode: Mode;
  /** Null where there is nothing but the pack. */
  onMode: ((mode: Mode) => void) | null;
  isBusy: boolean;
  onClose: () => void;
  children: ReactNode;
}

function Head({ mode, onMode, isBusy, onClose, children }: HeadProps) {
  const words = useText(printingText);
  return (
    <header className="printing-head">
      <Heading slot="title" className="printing-title">
        {mode === 'one' ? words.pieceTitle : words.packTitle}
      </Heading>
      {onMode ? (
        <Segmented
          label={words.modes}
          size="small"
          options={[
            { id: 'one', label: words.one },
            { id: 'pack', label: words.pack },
          ]}
          value={mode}
          onChange={(next) => next && onMode(next)}
        />
      ) : null}
      <span className="printing-gap" />
      {children}
      <IconButton icon={X} label={words.close} isDisabled={isBusy} onPress={onClose} />
    </header>
  );
}

const firstOrder = (piece: NonNullable<PrintingRequest['piece']>) => ({ piece, formats: firstFormats(piece.kind) });

/** One piece needs no list: its name, its sentence, its formats. */
function OnePiece({ draft, frame, onChange }: { draft: PackDraft; frame: PrintingFrame; onChange: (draft: PackDraft) => void }) {
  const { language } = useLanguage();
  const [order] = draft.orders;
  if (!order) return null;
  const title = pieceTitle(order.piece, language);
  return (
    <section className="printing-one" aria-label={title}>
      <h3 className="printing-order-name">{title}</h3>
      <PieceSentence piece={order.piece} frame={frame} onChange={(piece) => onChange(withOrder(draft, order.id, { piece }))} />
      <Formats
        kind={order.piece.kind}
        title={title}
        formats={order.formats}
        onChange={(formats) => onChange(withOrder(draft, order.id, { formats }))}
      />
    </section>
  );
}

interface FootProps {
  mode: Mode;
  draft: PackDraft;
  name: string;
  onName: (name: string) => void;
  writing: Writing;
  onDone: () => void;
}

function Foot({ mode, draft, name, onName, writing, onDone }: FootProps) {
  const words = useText(printingText);
  const { progress } = writing;
  const pack = packOf(draft);
  const [order] = draft.orders;
  const ticked = draft.orders.filter(({ isTicked }) => isTicked);
  const problem = ticked.length === 0 ? words.nothingTicked : pack === null ? words.noFormat : null;
  const write = async () => {
    if (pack === null || !order) return;
    const isDone = mode === 'one' ? await writing.writeFiles(order.piece, draft.style, order.formats) : await writing.writePack(pack, name.trim());
    if (isDone) onDone();
  };
  if (progress !== null)
    return (
      <footer className="printing-foot">
        <div className="printing-progress">
          <ProgressBar
            label={progress.label === '' ? (mode === 'one' ? words.writingOne : words.writing) : progress.label}
            done={progress.done}
            total={progress.total}
            valueText={progress.label === '' ? '' : words.progress(Math.floor(progress.done), progress.total)}
          />
        </div>
        <Button onPress={writing.stop}>{words.stop}</Button>
      </footer>
    );
  return (
    <footer className="printing-foot">
      {mode === 'pack' ? (
        <TextField className="printing-name" label={words.packName} value={name} maxLength={300} onChange={onName} />
      ) : (
        <span className="printing-gap" />
      )}
      <span className="printing-problem">{problem ?? words.files(filesIn(draft))}</span>
      <Button variant="primary" isDisabled={problem !== null || (mode === 'pack' && name.trim() === '')} onPress={() => void write()}>
        {mode === 'pack' && isDesktop ? <FolderOpen size={15} aria-hidden /> : null}
        {mode === 'one' ? words.exportOne : isDesktop ? words.exportPack : words.exportZip}
      </Button>
    </footer>
  );
}
