// Until when the study is kept, and what the data-protection sheet says that only the researcher knows.
import { useEffect, useState } from 'react';
import { NO_ANSWERS, SHEET_QUESTIONS } from '../../shared/domain/confidentiality.ts';
import type { SheetAnswers } from '../../shared/domain/confidentiality.ts';
import { pseudonymText } from '../../shared/i18n/pseudonym.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { printStyleOf } from './print-style.ts';

const FORMATS = ['docx', 'pdf'] as const;

export function KeepView({ isDisabled }: { isDisabled: boolean }) {
  const { language } = useLanguage();
  const text = pseudonymText[language];
  const run = useRun();
  const notify = useNotify();
  const { data } = useQuery('confidentiality.read', {});
  const [keepUntil, setKeepUntil] = useState('');
  const [answers, setAnswers] = useState<SheetAnswers>(NO_ANSWERS);
  useEffect(() => {
    if (!data) return;
    setKeepUntil(data.keepUntil ?? '');
    setAnswers(data.answers);
  }, [data]);

  const save = async () => run('confidentiality.update', { keepUntil: keepUntil === '' ? null : keepUntil, answers });
  const write = async (format: (typeof FORMATS)[number]) => {
    if (!isDisabled && (await save()) === undefined) return;
    const file = await run('print.make', { piece: { kind: 'dataProtection' }, style: printStyleOf(language), format });
    if (file) saveFile(file);
  };
  return (
    <div className="protected-keep">
      <TextField
        label={text.keepUntil}
        hint={text.keepHint}
        type="date"
        value={keepUntil}
        onChange={setKeepUntil}
        isDisabled={isDisabled}
        className="protected-date"
      />
      <b>{text.sheet}</b>
      <p>{text.sheetWhat}</p>
      {SHEET_QUESTIONS.map((key) => (
        <TextArea
          key={key}
          label={text.answers[key]}
          rows={2}
          value={answers[key]}
          onChange={(answer) => setAnswers({ ...answers, [key]: answer })}
          isDisabled={isDisabled}
        />
      ))}
      <div className="protected-acts">
        <Button
          variant="primary"
          isDisabled={isDisabled}
          onPress={() => void save().then((saved) => saved !== undefined && notify({ text: text.saved, kind: 'done' }))}
        >
          {text.save}
        </Button>
        {FORMATS.map((format) => (
          <Button key={format} onPress={() => void write(format)}>
            {text.writeSheet(format)}
          </Button>
        ))}
      </div>
    </div>
  );
}
