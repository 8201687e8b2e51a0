// The part of the server's configuration that says who is in the team: to copy, or to save as the file that the server includes.
import { Copy, Download } from 'lucide-react';
import { teamText } from '../../shared/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { base64Of, saveFile } from '../ui/save-file.ts';
import { TextArea } from '../ui/text-area.tsx';

export function ServerLines({ label, hint, lines }: { label: string; hint: string; lines: string }) {
  const text = useText(teamText);
  const notify = useNotify();
  const copy = async () => {
    await navigator.clipboard.writeText(lines);
    notify({ text: text.linesCopied, kind: 'done' });
  };
  return (
    <div className="team-lines">
      <TextArea label={label} hint={hint} value={lines} rows={5} isReadOnly />
      <span className="team-buttons">
        <Button size="small" onPress={() => void copy()}>
          <Copy size={13} aria-hidden />
          {text.copyLines}
        </Button>
        <Button size="small" onPress={() => saveFile({ fileName: text.serverFile, mime: 'text/plain', base64: base64Of(`${lines}\n`) })}>
          <Download size={13} aria-hidden />
          {text.saveServerLines}
        </Button>
      </span>
    </div>
  );
}
