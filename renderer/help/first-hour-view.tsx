// The first hour's steps: which are done, what to do now, and the way there.
import { CircleCheck, Circle } from 'lucide-react';
import { helpText } from '../../shared/i18n/help/panel.ts';
import type { StepId } from '../../shared/i18n/help/panel.ts';
import { call } from '../core.ts';
import { useNavigation } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { SAMPLE_TITLES, STEPS, nextStep } from './first-hour.ts';
import { useHelp } from './help-context.tsx';
import { Written } from './written.tsx';

async function aSource(): Promise<Place> {
  const { sources } = await call('corpus.read', {});
  const [first] = sources;
  return first === undefined ? { screen: 'corpus' } : { screen: 'coding', sourceId: first.id };
}

async function aMatrix(): Promise<Place> {
  const [first] = await call('matrix.list', {});
  return first === undefined ? { screen: 'matrices' } : { screen: 'matrices', matrixId: first.id };
}

const PLACES: Readonly<Record<StepId, () => Place | Promise<Place>>> = {
  sample: () => ({ screen: 'home' }),
  read: aSource,
  code: aSource,
  undo: aSource,
  memo: () => ({ screen: 'memos' }),
  matrix: () => ({ screen: 'matrices' }),
  synthesis: aMatrix,
  word: aMatrix,
};

export function FirstHourView() {
  const text = useText(helpText);
  const { firstHour, close } = useHelp();
  const { state, turnOn, turnOff, restart } = firstHour;
  const next = nextStep(state);
  const count = text.progress(state.done.length, STEPS.length);
  return (
    <>
      <p className="help-what">{text.firstHourWhat}</p>
      <ProgressBar label={text.firstHour} done={state.done.length} total={STEPS.length} valueText={count} />
      {next === null ? <p className="help-all-done">{text.allDone}</p> : null}
      <ol className="help-steps">
        {STEPS.map((step) => (
          <Step key={step} step={step} isDone={state.done.includes(step)} isNext={step === next} />
        ))}
      </ol>
      <div className="help-acts">
        {state.isOn ? (
          <Button
            size="small"
            onPress={() => {
              turnOff();
              close();
            }}
          >
            {text.stop}
          </Button>
        ) : (
          <Button size="small" variant="primary" onPress={turnOn}>
            {state.done.length === 0 ? text.begin : text.resume}
          </Button>
        )}
        {state.done.length === 0 ? null : (
          <Button size="small" variant="quiet" onPress={restart}>
            {text.restart}
          </Button>
        )}
      </div>
    </>
  );
}

function Step({ step, isDone, isNext }: { step: StepId; isDone: boolean; isNext: boolean }) {
  const text = useText(helpText);
  const { project } = useProject();
  const { go } = useNavigation();
  const { close } = useHelp();
  const { title, how } = text.steps[step];
  const isInSample = project !== null && project !== undefined && SAMPLE_TITLES.includes(project.title);
  const lead = async () => {
    go(project ? await PLACES[step]() : { screen: 'home' });
    // where the help lies over the screen it would hide what it leads to; the status bar brings it back
    if (matchMedia('(max-width: 959px)').matches) close();
  };
  const Icon = isDone ? CircleCheck : Circle;
  return (
    <li className={classes('help-step', isDone && 'help-step-done', isNext && 'help-step-next')} aria-current={isNext ? 'step' : undefined}>
      <Icon size={16} aria-hidden />
      <div>
        <h3>
          {title}
          {isDone ? <span className="visually-hidden"> ({text.done})</span> : null}
        </h3>
        {isDone ? null : (
          <p>
            <Written text={how} />
          </p>
        )}
        {isDone ? null : step !== 'sample' && !isInSample ? (
          <p className="quiet">{text.needsSample}</p>
        ) : (
          <Button size="small" onPress={() => void lead()} aria-label={`${text.takeMe} : ${title}`}>
            {text.takeMe}
          </Button>
        )}
      </div>
    </li>
  );
}
