// The import's last line: for which case and of which kind, how far the work is, and the one act that writes.
import { useEffect, useRef } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import { SOURCE_KINDS } from '../../shared/domain/source.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { importText } from '../../shared/i18n/import.ts';
import { actionAt } from '../frame/key-store.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Select } from '../ui/select.tsx';
import { sentenceOf } from '../ui/use-run.ts';
import { hasChoices } from './import-choices.ts';
import { useImportSession } from './import-context.tsx';
import { countsOf, isReading } from './import-state.ts';
import type { CaseChoice, ImportState } from './import-state.ts';
import { useLasting } from './use-lasting.ts';

export function ImportFoot({ corpus, state }: { corpus: Corpus; state: ImportState }) {
  const text = useText(importText);
  const session = useImportSession();
  const counts = countsOf(state);
  const isBusy = isReading(state);
  const isWriting = state.phase === 'writing';
  const write = () => void session.write();
  const keys = useKeysOf('writeImport');
  useCtrlEnter(write);

  return (
    <footer className="import-foot" data-panel aria-label={text.title}>
      <div className="import-foot-choices" inert={isWriting}>
        <CaseField corpus={corpus} choice={state.caseChoice} />
        <KindField state={state} />
      </div>
      <Work state={state} />
      <div className="import-foot-acts">
        {isWriting ? <Button onPress={() => session.cancelWriting()}>{text.stopWriting}</Button> : <Abandon state={state} />}
        {/* It has the focus when the import opens: dropping a file and pressing Enter is all it takes. */}
        <Button variant="primary" autoFocus onPress={write} isPending={isBusy || isWriting} isDisabled={counts.sources === 0 && !isBusy}>
          {counts.sources === 0 ? text.startNone : text.start(counts.sources)}
          {keys === undefined ? null : <Kbd keys={keys} />}
        </Button>
      </div>
    </footer>
  );
}

function useCtrlEnter(write: () => void): void {
  const latest = useRef(write);
  latest.current = write;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (actionAt(['import'], event, { isTyping: true }) !== 'writeImport' || document.querySelector('.dialog-veil')) return;
      event.preventDefault();
      event.stopPropagation();
      // What is being typed counts: a field is settled when it is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      latest.current();
    };
    // Before the buttons and lists, for which Enter means something else.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}

const NO_CASE = 'none';

function CaseField({ corpus, choice }: { corpus: Corpus; choice: CaseChoice }) {
  const text = useText(importText);
  const session = useImportSession();
  const choose = (caseChoice: CaseChoice) => session.settle((state) => ({ ...state, caseChoice }));
  const known = corpus.cases.find(({ id }) => choice.kind === 'known' && id === choice.id);
  const isNew = choice.kind === 'new';
  const options = corpus.cases.map(({ id, name }) => ({ id: id as string, label: name }));
  return (
    <ComboBox
      className="import-case"
      label={text.forCase}
      options={choice.kind === 'none' ? options : [{ id: NO_CASE, label: text.noCase }, ...options]}
      picked={known?.id ?? null}
      text={isNew ? choice.name : (known?.name ?? '')}
      placeholder={text.caseOrNew}
      hint={isNew ? text.newCase(choice.name) : undefined}
      onPick={(key) => {
        const one = corpus.cases.find(({ id }) => id === key);
        choose(one ? { kind: 'known', id: one.id } : { kind: 'none' });
      }}
      onText={(typed) => {
        const name = typed.trim();
        const same = corpus.cases.find((one) => one.name.toLowerCase() === name.toLowerCase());
        if (same) choose({ kind: 'known', id: same.id });
        else choose(name === '' || name === text.noCase ? { kind: 'none' } : { kind: 'new', name });
      }}
    />
  );
}

function KindField({ state }: { state: ImportState }) {
  const text = useText(importText);
  const { kinds } = useText(corpusText);
  const session = useImportSession();
  return (
    <Select
      className="import-kind"
      label={text.forKind}
      value={state.kind}
      onChange={(kind) => session.settle((before) => ({ ...before, kind }))}
      options={SOURCE_KINDS.map((id) => ({ id, label: kinds[id] }))}
    />
  );
}

/** How far the reading or the writing is, once it lasts; what was stopped; why the last attempt failed. */
function Work({ state }: { state: ImportState }) {
  const { language } = useLanguage();
  const text = importText[language];
  const session = useImportSession();
  const isBusy = isReading(state);
  const isWriting = state.phase === 'writing';
  const lasts = useLasting(isBusy || isWriting);
  const { waiting } = countsOf(state);
  const all = state.files.length;
  const { done, total } = state.progress;
  if (lasts && isWriting)
    return (
      <div className="import-work">
        <ProgressBar label={text.writing} done={done} total={total} valueText={text.progress(done, total)} />
      </div>
    );
  if (lasts)
    return (
      <div className="import-work">
        <ProgressBar label={text.reading} done={all - waiting} total={all} valueText={text.progress(all - waiting, all)} />
        <Button size="small" onPress={() => session.stopReading()}>
          {text.stopReading}
        </Button>
      </div>
    );
  if (state.isStopped && waiting > 0)
    return (
      <div className="import-work" role="status">
        <span>{state.failure ? sentenceOf(state.failure, language) : text.unreadLeft(waiting)}</span>
        <Button size="small" onPress={() => session.resumeReading()}>
          {text.resumeReading}
        </Button>
      </div>
    );
  return (
    <div className="import-work" role="status">
      {state.failure ? (
        <span className="import-failure">{state.failure.code === 'job.cancelled' ? text.notWritten : sentenceOf(state.failure, language)}</span>
      ) : null}
    </div>
  );
}

function Abandon({ state }: { state: ImportState }) {
  const text = useText(importText);
  const session = useImportSession();
  const confirm = useConfirm();
  const { adjust } = useNavigation();
  const abandon = async () => {
    const isSure = !hasChoices(state) || (await confirm({ title: text.abandonTitle, text: text.abandonText, action: text.abandon }));
    if (!isSure) return;
    session.discard();
    adjust({ screen: 'corpus' });
  };
  return <Button onPress={() => void abandon()}>{text.abandon}</Button>;
}
