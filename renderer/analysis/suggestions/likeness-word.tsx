// Words or meaning, as an underlined word of a sentence; and, for meaning, the folder of the model that this computer is to use.
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Failure } from '../../../shared/contract/contract.ts';
import { LIKENESSES } from '../../../shared/domain/suggestion.ts';
import { suggestionsText } from '../../../shared/i18n/suggestions.ts';
import { call, callDesktop, isDesktop } from '../../core.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { failureOf } from '../../ui/use-query.ts';
import { sentenceOf } from '../../ui/use-run.ts';
import { ChoiceWord } from '../sentence.tsx';
import type { ChosenLikeness } from './use-likeness.ts';

export function LikenessWord({ likeness }: { likeness: ChosenLikeness }) {
  const words = useText(suggestionsText);
  const options = LIKENESSES.map((id) => ({ id, label: words.likeness[id], hint: words.likenessHint[id] }));
  return <ChoiceWord label={words.likenessLabel} options={options} value={likeness.by} onChange={likeness.choose} />;
}

/** Which model is used, or where to name one. Nothing where words decide. */
export function ModelLine({ likeness }: { likeness: ChosenLikeness }) {
  const words = useText(suggestionsText);
  const { by, model, refresh } = likeness;
  if (by === 'words') return null;
  if (!model) return <ModelForm onChosen={refresh} />;
  return (
    <p className="suggestions-model">
      {words.modelUsed(model.name)} <span className="quiet">{words.modelStays}</span>
      <Button size="small" variant="quiet" onPress={() => void call('settings.forgetModel', {}).then(refresh)}>
        {words.modelOther}
      </Button>
    </p>
  );
}

/** The folder is checked before it is kept: the model is loaded and reads a word. */
function ModelForm({ onChosen }: { onChosen: () => void }) {
  const words = useText(suggestionsText);
  const { language } = useLanguage();
  const [folder, setFolder] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const check = async (choose: () => Promise<unknown>) => {
    setIsChecking(true);
    setFailure(null);
    try {
      if (await choose()) onChosen();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setIsChecking(false);
    }
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (folder.trim() !== '') void check(() => call('settings.setModel', { folder: folder.trim() }));
  };
  const said = failure ? { error: sentenceOf(failure, language) } : { hint: words.modelHint };
  if (isDesktop)
    return (
      <div className="suggestions-model-form">
        <Button isDisabled={isChecking} onPress={() => void check(() => callDesktop('desktop.chooseModel'))}>
          {isChecking ? words.modelChecking : words.modelChoose}
        </Button>
        <p className={failure ? 'suggestions-model-failure' : 'quiet'} role={failure ? 'alert' : undefined}>
          {failure ? sentenceOf(failure, language) : words.modelHint}
        </p>
      </div>
    );
  return (
    // what was wrong with the last folder does not keep the next one from being sent
    <form className="suggestions-model-form" noValidate onSubmit={send}>
      <TextField label={words.modelFolder} value={folder} onChange={setFolder} {...said} />
      <Button type="submit" isDisabled={isChecking || folder.trim() === ''}>
        {isChecking ? words.modelChecking : words.modelUse}
      </Button>
    </form>
  );
}
