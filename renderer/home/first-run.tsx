// What is said once, while there is no project yet: what to do, where the work will lie, what stays here; and the language and theme it is said in.
import { LANGUAGES } from '../../shared/domain/project.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { homeText } from '../../shared/i18n/home.ts';
import { useLanguage } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { THEMES, useTheme } from '../ui/theme.tsx';
import { useQuery } from '../ui/use-query.ts';

export function FirstRun() {
  const { language, choose: chooseLanguage } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  const { data: places } = useQuery('program.places', {});
  const text = homeText[language];
  const frame = frameText[language];
  return (
    <div className="first-run">
      <ol className="first-run-steps">
        <li>{text.firstStart}</li>
        <li>{places ? text.firstPlaces(places.projects, places.backups) : '\u00a0'}</li>
        <li>{text.firstPrivacy}</li>
      </ol>
      <div className="first-run-choices" role="group" aria-label={text.firstChoices}>
        <Segmented
          label={frame.language}
          options={LANGUAGES.map((id) => ({ id, label: frame.languages[id] }))}
          value={language}
          onChange={(id) => id && chooseLanguage(id)}
        />
        <Segmented
          label={frame.theme}
          options={THEMES.map((id) => ({ id, label: frame.themes[id] }))}
          value={theme}
          onChange={(id) => id && chooseTheme(id)}
        />
      </div>
    </div>
  );
}
