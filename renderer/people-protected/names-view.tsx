// Names that are replaced: the list, what the project proposes for it, what replacing would do, and the act itself.
import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PseudonymState } from '../../shared/contract/pseudonym.ts';
import { ENTITY_KINDS } from '../../shared/domain/pseudonym.ts';
import type { NamePreview, NameProposal, NamedEntity, NamedKind } from '../../shared/domain/pseudonym.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { pseudonymText } from '../../shared/i18n/pseudonym.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import { formsFrom, formsText, freePseudonym, withProposals } from './entity-words.ts';
import { KeyForm, KeyLine } from './key-form.tsx';
import { useJob } from './use-job.ts';
import type { Job } from './use-job.ts';

const SHOWN_PROPOSALS = 200;

export function NamesView({ state }: { state: PseudonymState }) {
  return state.isKeyOpen ? <OpenList state={state} /> : <KeyForm state={state} />;
}

function OpenList({ state }: { state: PseudonymState }) {
  const { language } = useLanguage();
  const text = pseudonymText[language];
  const run = useRun();
  const notify = useNotify();
  const confirm = useConfirm();
  const { job, work, cancel } = useJob();
  const [entities, setEntities] = useState(state.entities);
  const [proposals, setProposals] = useState<readonly NameProposal[] | null>(null);
  const [preview, setPreview] = useState<NamePreview | null>(null);
  useEffect(() => setEntities(state.entities), [state.entities]);

  const write = (next: readonly NamedEntity[]) => {
    setEntities(next);
    setPreview(null);
    void run('pseudonym.write', { entities: [...next] });
  };
  const add = () => {
    const pseudonym = freePseudonym(text.kinds.person, entities);
    write([...entities, { id: crypto.randomUUID(), kind: 'person', pseudonym, keepsCapitals: false, forms: [] }]);
  };
  const accept = (chosen: readonly NameProposal[]) => {
    write(withProposals(entities, chosen, (kind) => text.kinds[kind]));
    setProposals((all) => all?.filter((proposal) => !chosen.includes(proposal)) ?? null);
  };
  const propose = async () => setProposals((await work(text.reading, (id) => run('pseudonym.proposals', { job: id }))) ?? null);
  const look = async () => {
    const found = await work(text.reading, (id) => run('pseudonym.preview', { job: id }));
    setPreview(found ?? null);
    return found;
  };
  const apply = async () => {
    const found = preview ?? (await look());
    if (!found || found.conflicts.some(({ blocks }) => blocks)) return;
    const question = <WhatApplyingTells removes={found.removes} />;
    if (!(await confirm({ title: text.applyAsk, text: question, action: text.apply.replace('…', ''), isDanger: true }))) return;
    const done = await work(text.applying, (id) => run('pseudonym.apply', { job: id, isConfirmed: true }));
    if (!done) return;
    setPreview(null);
    notify({ text: `${text.done(done.replaced, done.originals, done.backups)}${done.isBackedUp ? '' : ` ${text.notBackedUp}`}`, kind: 'done' });
  };
  const isBusy = job !== null || state.showsOriginals || state.isInTeam;
  return (
    <div className="protected-names">
      <KeyLine state={state} />
      {state.pseudonymisedAt === null ? null : <p className="quiet">{text.appliedOn(formatDate(language, state.pseudonymisedAt))}</p>}
      {preview ? <Conflicts preview={preview} /> : null}
      {entities.length === 0 ? <p>{text.noEntities}</p> : null}
      <EntityList entities={entities} preview={preview} onWrite={write} />
      <ListActs
        isBusy={isBusy}
        isEmpty={entities.length === 0}
        isStopped={preview?.conflicts.some(({ blocks }) => blocks) === true}
        onAdd={add}
        onPropose={() => void propose()}
        onLook={() => void look()}
        onApply={() => void apply()}
      />
      {job ? <JobLine job={job} onCancel={cancel} /> : null}
      {proposals ? <Proposals proposals={proposals} onAccept={accept} /> : null}
    </div>
  );
}

function WhatApplyingTells({ removes: { originals, backups, recordings, pictures } }: Pick<NamePreview, 'removes'>) {
  const text = pseudonymText[useLanguage().language];
  const lines = [
    ...text.applyTells(originals, backups),
    ...(recordings > 0 ? [text.recordings(recordings)] : []),
    ...(pictures > 0 ? [text.pictures(pictures)] : []),
    text.copies,
  ];
  return (
    <ul className="protected-tells">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function JobLine({ job: { label, done, total }, onCancel }: { job: Job; onCancel: () => void }) {
  const text = pseudonymText[useLanguage().language];
  return (
    <div className="protected-job">
      <ProgressBar label={label} done={done} total={total} />
      <Button size="small" onPress={onCancel}>
        {text.cancel}
      </Button>
    </div>
  );
}

interface EntityListProps {
  entities: readonly NamedEntity[];
  preview: NamePreview | null;
  onWrite: (entities: readonly NamedEntity[]) => void;
}

function EntityList({ entities, preview, onWrite }: EntityListProps) {
  const text = pseudonymText[useLanguage().language];
  return (
    <ul className="protected-entities" aria-label={text.entities}>
      {entities.map((entity, index) => (
        <EntityRow
          key={entity.id}
          isFirst={index === 0}
          entity={entity}
          preview={preview}
          onChange={(next) => onWrite(entities.map((other) => (other.id === entity.id ? next : other)))}
          onRemove={() => onWrite(entities.filter(({ id }) => id !== entity.id))}
        />
      ))}
    </ul>
  );
}

interface ListActsProps {
  isBusy: boolean;
  isEmpty: boolean;
  isStopped: boolean;
  onAdd: () => void;
  onPropose: () => void;
  onLook: () => void;
  onApply: () => void;
}

function ListActs({ isBusy, isEmpty, isStopped, onAdd, onPropose, onLook, onApply }: ListActsProps) {
  const text = pseudonymText[useLanguage().language];
  return (
    <div className="protected-acts">
      <Button onPress={onAdd} isDisabled={isBusy}>
        <Plus size={14} aria-hidden /> {text.addEntity}
      </Button>
      <Button onPress={onPropose} isDisabled={isBusy}>
        {text.propose}
      </Button>
      <Button onPress={onLook} isDisabled={isBusy || isEmpty}>
        {text.preview}
      </Button>
      <Button variant="danger" onPress={onApply} isDisabled={isBusy || isEmpty || isStopped}>
        {text.apply}
      </Button>
    </div>
  );
}

interface EntityRowProps {
  entity: NamedEntity;
  /** Says how forms are written. */
  isFirst: boolean;
  preview: NamePreview | null;
  onChange: (entity: NamedEntity) => void;
  onRemove: () => void;
}

/** What is typed is kept when the field is left. */
function EntityRow({ entity, isFirst, preview, onChange, onRemove }: EntityRowProps) {
  const { language } = useLanguage();
  const text = pseudonymText[language];
  const [forms, setForms] = useState(formsText(entity));
  const [pseudonym, setPseudonym] = useState(entity.pseudonym);
  const counts = preview?.counts[entity.id];
  const places = preview?.places[entity.id] ?? [];
  return (
    <li className="protected-entity">
      <div className="protected-fields">
        <Select<NamedKind>
          label={text.kind}
          options={ENTITY_KINDS.map((id) => ({ id, label: text.kinds[id] }))}
          value={entity.kind}
          onChange={(kind) => onChange({ ...entity, kind })}
        />
        <TextArea
          label={text.forms}
          {...(isFirst ? { hint: text.formsHint } : {})}
          rows={Math.min(5, Math.max(2, forms.split('\n').length))}
          value={forms}
          onChange={setForms}
          onBlur={() => forms !== formsText(entity) && onChange({ ...entity, forms: formsFrom(forms) })}
        />
        <TextField
          label={text.pseudonym}
          value={pseudonym}
          onChange={setPseudonym}
          onBlur={() => pseudonym !== entity.pseudonym && onChange({ ...entity, pseudonym: pseudonym.trim() })}
        />
        <IconButton icon={Trash2} label={text.removeEntity(entity.pseudonym)} onPress={onRemove} />
      </div>
      <Checkbox isSelected={entity.keepsCapitals} onChange={(keepsCapitals) => onChange({ ...entity, keepsCapitals })}>
        {text.keepsCapitals}
      </Checkbox>
      {counts ? (
        <details className="protected-places">
          <summary>{text.counts(counts.texts, counts.elsewhere)}</summary>
          <ul>
            {places.map(({ source, turn, before, found, replacement, after }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: places are listed once and never move
              <li key={index}>
                <span className="quiet">{text.place(source, turn)}</span> …{before}
                <del>{found}</del> <ins>{replacement}</ins>
                {after}…
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

function Conflicts({ preview: { conflicts } }: { preview: NamePreview }) {
  const text = pseudonymText[useLanguage().language];
  if (conflicts.length === 0) return null;
  return (
    <section className="protected-conflicts" aria-label={text.conflicts(conflicts.length)}>
      <b>{text.conflicts(conflicts.length)}</b>
      <ul>
        {conflicts.map((conflict) => {
          const said = text.conflict(conflict);
          return (
            <li key={`${conflict.kind} ${said}`}>
              {conflict.blocks ? <b className="protected-blocks">{text.mustSettle}</b> : null} {said}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Proposals({ proposals, onAccept }: { proposals: readonly NameProposal[]; onAccept: (chosen: readonly NameProposal[]) => void }) {
  const text = pseudonymText[useLanguage().language];
  if (proposals.length === 0) return <p>{text.noProposals}</p>;
  const shown = proposals.slice(0, SHOWN_PROPOSALS);
  return (
    <section className="protected-proposals" aria-label={text.proposals(proposals.length)}>
      <div className="protected-acts">
        <b>{text.proposals(proposals.length)}</b>
        <Button size="small" onPress={() => onAccept(shown)}>
          {text.acceptAll}
        </Button>
      </div>
      <ul>
        {shown.map((proposal) => (
          <li key={proposal.form}>
            <Button size="small" aria-label={`${text.accept} : ${proposal.form}`} onPress={() => onAccept([proposal])}>
              {text.accept}
            </Button>
            <span>
              <b>{proposal.form}</b> <span className="quiet">{`${text.kinds[proposal.kind]} · ${text.from[proposal.from]} · ${proposal.count}`}</span>
              {proposal.context === '' ? null : <span className="quiet protected-context">{proposal.context}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
