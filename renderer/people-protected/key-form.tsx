// The key of the pseudonyms: made, opened, put away.
import { useState } from 'react';
import type { PseudonymState } from '../../shared/contract/pseudonym.ts';
import { pseudonymText } from '../../shared/i18n/pseudonym.ts';
import { Button } from '../ui/button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { saveFile } from '../ui/save-file.ts';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';

const SHORTEST = 8;

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

export function KeyForm({ state }: { state: PseudonymState }) {
  const text = useText(pseudonymText);
  const run = useRun();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [other, setOther] = useState<File | null>(null);
  const opens = state.hasKeyBeside || other !== null;
  const isReady = opens ? password !== '' : password.length >= SHORTEST && password === again;
  const submit = async () => {
    if (!isReady) return;
    if (opens) await run('pseudonym.openKey', { password, file: other && { name: other.name, base64: await base64Of(other) } });
    else await run('pseudonym.createKey', { password });
    setPassword('');
    setAgain('');
  };
  return (
    <form
      className="protected-key"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{text.keyWhat}</p>
      <TextField
        label={text.keyPassword}
        type="password"
        autoComplete="off"
        value={password}
        onChange={setPassword}
        {...(opens ? {} : { hint: text.keyPasswordHint })}
      />
      {opens ? null : (
        <TextField
          label={text.keyAgain}
          type="password"
          autoComplete="off"
          value={again}
          onChange={setAgain}
          {...(again !== '' && again !== password ? { error: text.keyDiffers } : {})}
        />
      )}
      <div className="protected-acts">
        <Button variant="primary" type="submit" isDisabled={!isReady}>
          {opens ? text.openKey : text.makeKey}
        </Button>
        <label className="protected-file">
          {other ? other.name : text.openOther}
          <input type="file" accept=".cle" onChange={(event) => setOther(event.target.files?.[0] ?? null)} />
        </label>
      </div>
    </form>
  );
}

export function KeyLine({ state }: { state: PseudonymState }) {
  const text = useText(pseudonymText);
  const run = useRun();
  const confirm = useConfirm();
  const save = async () => {
    const file = await run('pseudonym.saveKey', {});
    if (file) saveFile(file);
  };
  const remove = async () => {
    if (await confirm({ title: text.removeKey, text: text.removeKeyAsk, action: text.removeKey, isDanger: true }))
      await run('pseudonym.removeKeyBeside', {});
  };
  return (
    <div className="protected-key-line">
      <p className="quiet">{state.hasKeyBeside ? text.keyBeside(state.keyFile) : text.keyElsewhere}</p>
      <div className="protected-acts">
        {state.pseudonymisedAt === null ? null : (
          <Button size="small" onPress={() => void run('pseudonym.show', { originals: !state.showsOriginals })}>
            {state.showsOriginals ? text.showPseudonyms : text.showOriginals}
          </Button>
        )}
        <Button size="small" onPress={() => void save()}>
          {text.saveKey}
        </Button>
        {state.hasKeyBeside ? (
          <Button size="small" onPress={() => void remove()}>
            {text.removeKey}
          </Button>
        ) : null}
        <Button size="small" onPress={() => void run('pseudonym.closeKey', {})}>
          {text.closeKey}
        </Button>
      </div>
    </div>
  );
}
