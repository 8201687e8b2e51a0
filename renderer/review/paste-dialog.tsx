// For comments that came as the text of an e-mail.
import { useState } from 'react';
import { reviewText } from '../../shared/i18n/review.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { TextArea } from '../ui/text-area.tsx';

export function PasteDialog({ onRead, onClose }: { onRead: (text: string) => Promise<boolean>; onClose: () => void }) {
  const words = useText(reviewText);
  const [text, setText] = useState('');
  const read = async () => {
    if (await onRead(text)) onClose();
  };
  return (
    <Dialog
      title={words.pasteText}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={text.trim() === ''} onPress={() => void read()}>
            {words.look}
          </Button>
        </>
      }
    >
      <TextArea label={words.paste} value={text} onChange={setText} rows={8} />
    </Dialog>
  );
}
