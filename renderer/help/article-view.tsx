// One article: what the screen is for, its main things step by step, the keys useful there, what is good to know.
import { actionsText } from '../../shared/i18n/actions.ts';
import { articlesText } from '../../shared/i18n/help/articles.ts';
import type { ArticleId } from '../../shared/i18n/help/articles.ts';
import { helpText } from '../../shared/i18n/help/panel.ts';
import { useText } from '../ui/language.tsx';
import { KEYS_OF } from './contents.ts';
import { ActionKey, Written } from './written.tsx';

export function ArticleView({ id }: { id: ArticleId }) {
  const text = useText(helpText);
  const { actions } = useText(actionsText);
  const { what, ways, not } = useText(articlesText)[id];
  const keys = KEYS_OF[id] ?? [];
  return (
    <>
      <p className="help-what">
        <Written text={what} />
      </p>
      {ways.map(({ title, steps }) => (
        <section key={title}>
          <h3>{title}</h3>
          <Steps steps={steps} />
        </section>
      ))}
      {keys.length > 0 ? (
        <section>
          <h3>{text.keysOf}</h3>
          <ul className="help-keys">
            {keys.map((action) => (
              <li key={action}>
                <span>{actions[action]}</span>
                <ActionKey action={action} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="help-not">
        <h3>{text.notHere}</h3>
        <ul>
          {not.map((line) => (
            <li key={line}>
              <Written text={line} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** One step alone needs no number. */
function Steps({ steps }: { steps: readonly string[] }) {
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) {
    return (
      <p>
        <Written text={only} />
      </p>
    );
  }
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>
          <Written text={step} />
        </li>
      ))}
    </ol>
  );
}
