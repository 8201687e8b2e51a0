// Where autocoding begins: what is to be looked for, each way with a line that says when it serves.
import { Heading, MessageCircleQuestion, Regex, Table2, TextSearch, UserRound } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import type { FindKind } from '../../shared/i18n/autocode.ts';
import { useText } from '../ui/language.tsx';
import { FIND_KINDS } from './find-picker.tsx';

const ICONS: Record<FindKind, LucideIcon> = {
  text: TextSearch,
  regex: Regex,
  speaker: UserRound,
  question: MessageCircleQuestion,
  structure: Heading,
};

interface StartProps {
  onKind: (kind: FindKind) => void;
  onTable: (() => void) | null;
}

export function Start({ onKind, onTable }: StartProps) {
  const text = useText(autocodeText);
  return (
    <div className="autocode-start">
      <h2 className="autocode-start-title">{text.startTitle}</h2>
      <p className="autocode-start-text">{text.startText}</p>
      <ul className="autocode-cards">
        {FIND_KINDS.map((kind) => (
          <Card key={kind} icon={ICONS[kind]} title={text.findKinds[kind]} hint={text.findHints[kind]} onPress={() => onKind(kind)} />
        ))}
        {onTable ? <Card icon={Table2} title={text.startTable} hint={text.startTableHint} onPress={onTable} /> : null}
      </ul>
    </div>
  );
}

function Card({ icon: Icon, title, hint, onPress }: { icon: LucideIcon; title: string; hint: string; onPress: () => void }) {
  return (
    <li>
      <AriaButton className="autocode-card" onPress={onPress}>
        <Icon size={20} strokeWidth={1.5} aria-hidden />
        <span className="autocode-card-title">{title}</span>
        <span className="autocode-card-hint">{hint}</span>
      </AriaButton>
    </li>
  );
}
