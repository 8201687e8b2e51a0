// A window over the page, for what must be answered before going on; rare, because most acts happen in place and can be undone.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import './dialog.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one that goes on last. */
  actions?: ReactNode;
  size?: 'normal' | 'wide';
  /** For questions: Escape still closes, a click beside does not. */
  isAlert?: boolean;
  className?: string;
}

export function Dialog({ title, isOpen, onClose, children, actions, size = 'normal', isAlert = false, className }: DialogProps) {
  return (
    <ModalOverlay className="dialog-veil" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable={!isAlert}>
      <Modal className={classes('dialog', size === 'wide' && 'dialog-wide', className)}>
        <AriaDialog className="dialog-body" role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-content">{children}</div>
          {actions ? <div className="dialog-actions">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
