// What the text was before: its corrections with who made them and when, and any two of its states compared.
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { EntryId, SourceId, TurnId } from '../../shared/domain/ids.ts';
import type { Revision } from '../../shared/domain/revision.ts';
import { correctionText } from '../../shared/i18n/correction.ts';
import { formatDay, formatTime } from '../../shared/i18n/date.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { useQuery } from '../ui/use-query.ts';
import { Comparison } from './comparison.tsx';
import { ENDS, comparedBy, entryOf } from './compared-versions.ts';
import type { Compared } from './compared-versions.ts';
import './correction.css';

interface VersionsDialogProps {
  sourceId: SourceId;
  onGo: (turnId: TurnId) => void;
  onClose: () => void;
}

export function VersionsDialog({ sourceId, onGo, onClose }: VersionsDialogProps) {
  const { language } = useLanguage();
  const text = correctionText[language];
  const { data: revisions } = useQuery('source.revisions', { sourceId });
  const [chosen, choose] = useState<Compared | null>(null);
  const compared = chosen ?? (revisions?.[0] ? comparedBy(revisions, revisions[0].id) : null);
  const go = (turnId: TurnId) => {
    onClose();
    onGo(turnId);
  };
  return (
    <Dialog isOpen size="wide" title={text.versionsTitle} onClose={onClose} className="correction-dialog">
      {revisions?.length === 0 ? <p>{text.noVersions}</p> : null}
      {revisions && compared ? (
        <div className="correction-versions">
          <VersionList revisions={revisions} compared={compared} onChoose={choose} />
          <section aria-label={text.compare}>
            <Ends revisions={revisions} compared={compared} onChoose={choose} />
            <ComparedText sourceId={sourceId} compared={compared} onGo={go} />
          </section>
        </div>
      ) : null}
    </Dialog>
  );
}

interface ChoiceProps {
  revisions: readonly Revision[];
  compared: Compared;
  onChoose: (compared: Compared) => void;
}

/** Choosing a correction shows what it changed. */
function VersionList({ revisions, compared, onChoose }: ChoiceProps) {
  const { language } = useLanguage();
  const text = correctionText[language];
  return (
    <ListBox
      className="correction-list"
      aria-label={text.versionList}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[compared.to]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onChoose(comparedBy(revisions, String(key) as EntryId));
      }}
    >
      {revisions.map(({ id, number, at, coderName, command, kind, added, removed }) => (
        <ListBoxItem key={id} id={id} className="correction-version" textValue={text.versionNumber(number)}>
          <span className="correction-version-name">
            <b>{text.versionNumber(number)}</b>
            <span className="correction-words" role="img" aria-label={text.wordsSaid(added, removed)}>
              <ins title={text.wordsIn(added)}>+{text.number(added)}</ins> <del title={text.wordsOut(removed)}>−{text.number(removed)}</del>
            </span>
          </span>
          <span>
            {text.kinds[kind]}
            {text.commands[command] ?? text.otherCommand}
          </span>
          <span className="quiet">{text.byWhom(`${formatDay(language, at)} ${formatTime(language, at)}`, coderName)}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function Ends({ revisions, compared, onChoose }: ChoiceProps) {
  const { language } = useLanguage();
  const text = correctionText[language];
  const states = revisions.map(({ id, number, at }) => ({
    id: id as string,
    label: `${text.versionNumber(number)} · ${formatDay(language, at)} ${formatTime(language, at)}`,
  }));
  return (
    <div className="correction-row">
      <Select
        label={text.from}
        value={compared.from}
        onChange={(from) => onChoose({ ...compared, from })}
        options={[...states, { id: ENDS.imported, label: text.imported }]}
      />
      <Select
        label={text.to}
        value={compared.to}
        onChange={(to) => onChoose({ ...compared, to })}
        options={[{ id: ENDS.present, label: text.present }, ...states]}
      />
    </div>
  );
}

function ComparedText({ sourceId, compared, onGo }: { sourceId: SourceId; compared: Compared; onGo: (turnId: TurnId) => void }) {
  const { data } = useQuery('source.compareRevisions', { sourceId, from: entryOf(compared.from), to: entryOf(compared.to) });
  return data ? <Comparison key={`${compared.from} ${compared.to}`} comparison={data} onGo={onGo} /> : null;
}
