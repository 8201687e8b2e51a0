// After unlocking: what was being written in fields that nothing had stored yet.
import { useState } from 'react';
import { protectionText } from '../../shared/i18n/protection.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import type { KeptDraft } from './kept-place.ts';

export function DraftsDialog({ drafts, onClose }: { drafts: readonly KeptDraft[]; onClose: () => void }) {
  const text = useText(protectionText);
  const [copied, setCopied] = useState<KeptDraft | null>(null);
  const copy = async (draft: KeptDraft) => {
    await navigator.clipboard.writeText(draft.text);
    setCopied(draft);
  };
  return (
    <Dialog isOpen isAlert title={text.drafts} onClose={onClose} actions={<Button onPress={onClose}>{text.close}</Button>}>
      <p className="quiet">{text.draftsText}</p>
      <ul className="kept-drafts">
        {drafts.map((draft, at) => (
          <li key={`${at} ${draft.label}`}>
            <b>{draft.label || text.unnamedField}</b>
            <p className="kept-draft-words">{draft.text}</p>
            <Button size="small" onPress={() => void copy(draft)}>
              {copied === draft ? text.copied : text.copy}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
