// What a picture shows, in words, for those who do not see it.
import { useState } from 'react';
import type { RefObject } from 'react';
import { writingText } from '../../shared/i18n/writing.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';

interface ImageWordsProps {
  near: RefObject<HTMLElement | null>;
  alt: string;
  onKeep: (alt: string) => void;
  onClose: () => void;
}

export function ImageWords({ near, alt, onKeep, onClose }: ImageWordsProps) {
  const words = useText(writingText);
  const [typed, setTyped] = useState(alt);
  return (
    <Popover label={words.imageWords} triggerRef={near} isOpen onOpenChange={(opens) => !opens && onClose()} placement="bottom start">
      <form
        className="image-words"
        onSubmit={(event) => {
          event.preventDefault();
          onKeep(typed.trim());
          onClose();
        }}
      >
        <TextField label={words.imageWords} hint={words.imageHint} value={typed} onChange={setTyped} maxLength={1000} autoFocus />
        <Button type="submit" size="small" variant="primary">
          {words.keep}
        </Button>
      </form>
    </Popover>
  );
}
