// How turns are found in a file, by examples; applied at once, here or in all files.
import { Check, ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Select as AriaSelect, Button as AriaButton, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { IncomingDocument, TurnPatternChoice } from '../../shared/domain/incoming.ts';
import { TURN_PATTERNS } from '../../shared/domain/recognise-turns.ts';
import type { TurnPattern } from '../../shared/domain/recognise-turns.ts';
import { importText } from '../../shared/i18n/import.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import '../ui/popover.css';
import '../ui/select.css';
import { TextField } from '../ui/text-field.tsx';
import { sentenceOf } from '../ui/use-run.ts';
import { othersWithPattern } from './import-choices.ts';
import { useImportSession } from './import-context.tsx';
import type { ImportFile, ImportState } from './import-state.ts';

/** « Marie Durand (0:12) : » */
const REGEX_EXAMPLE = String.raw`(?<speaker>\p{Lu}[\p{L} ]+?) ?\((?<start>[\d:]+)\) ?:?`;
/** So long after the last letter an expression is tried. */
const TRIED_AFTER_MS = 300;

interface PatternChoiceProps {
  state: ImportState;
  file: ImportFile;
  incoming: IncomingDocument;
}

export function PatternChoice({ state, file, incoming }: PatternChoiceProps) {
  const text = useText(importText);
  const session = useImportSession();
  const pattern = file.asked ?? incoming.pattern;
  const [isCustom, setCustom] = useState(pattern.kind === 'custom');
  if (incoming.turnsAreStated) return <p className="pattern-stated">{text.stated}</p>;

  const ask = (next: TurnPatternChoice) => void session.recognise([file.key], next);
  const others = othersWithPattern(state, file.key, pattern);
  return (
    <div className="pattern">
      <div className="pattern-line">
        <PatternSelect
          value={isCustom ? 'custom' : pattern.kind}
          onChange={(kind) => {
            setCustom(kind === 'custom');
            if (kind !== 'custom') ask({ kind });
          }}
        />
        {others.length > 0 && file.patternFailure === null && !(isCustom && pattern.kind !== 'custom') ? (
          <Button size="small" onPress={() => void session.recognise(others, pattern)}>
            {text.applyPattern(others.length)}
          </Button>
        ) : null}
      </div>
      {isCustom ? (
        <RegexField file={file} given={pattern.kind === 'custom' ? (pattern.regex ?? '') : ''} onRegex={(regex) => ask({ kind: 'custom', regex })} />
      ) : null}
    </div>
  );
}

function PatternSelect({ value, onChange }: { value: TurnPattern; onChange: (kind: TurnPattern) => void }) {
  const text = useText(importText);
  return (
    <AriaSelect className="field pattern-select" value={value} onChange={(key) => key !== null && onChange(key as TurnPattern)}>
      <Label className="field-label">{text.pattern}</Label>
      <AriaButton className="field-input select-button">
        <span className="select-value">
          {text.patterns[value]}
          <span className="pattern-example">{text.patternExamples[value]}</span>
        </span>
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover select-popover" offset={4}>
        <ListBox className="list" items={TURN_PATTERNS.map((id) => ({ id, label: text.patterns[id], example: text.patternExamples[id] }))}>
          {({ id, label, example }) => (
            <ListBoxItem id={id} className="list-item pattern-option" textValue={label}>
              {({ isSelected }) => (
                <>
                  <span className="list-item-label">{label}</span>
                  <span className="pattern-example">{example}</span>
                  <span className="pattern-check">{isSelected ? <Check size={14} className="list-item-check" aria-hidden /> : null}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** The user's own expression: tried when the typing rests, its error beside it. */
function RegexField({ file, given, onRegex }: { file: ImportFile; given: string; onRegex: (regex: string) => void }) {
  const { language } = useLanguage();
  const text = importText[language];
  const [regex, setRegex] = useState(given);
  const latest = useRef(onRegex);
  latest.current = onRegex;
  useEffect(() => {
    if (regex === given || regex.trim() === '') return undefined;
    const timer = setTimeout(() => latest.current(regex), TRIED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [regex, given]);
  return (
    <div className="pattern-regex">
      <TextField
        className="pattern-regex-field"
        label={text.regex}
        value={regex}
        onChange={setRegex}
        maxLength={500}
        autoFocus={given === ''}
        spellCheck="false"
        error={file.patternFailure && regex === given ? sentenceOf(file.patternFailure, language) : undefined}
      />
      <p className="pattern-regex-help">
        {text.regexHint} <code>{REGEX_EXAMPLE}</code>{' '}
        <Button size="small" onPress={() => setRegex(REGEX_EXAMPLE)}>
          {text.regexTry}
        </Button>
      </p>
    </div>
  );
}
