// Where the review page begins: it reads the study that the file holds, and shows it.
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { Desk } from './desk.ts';
import { readStudy } from './pack-data.ts';
import { Page } from './page.ts';
import './page.css';

document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
try {
  void new Page(new Desk(readStudy()));
} catch (error) {
  // a file that was cut on its way: in both languages, since which one is wanted is in what was lost
  document.body.replaceChildren(
    ...[reviewPageText.fr.broken, reviewPageText.en.broken].map((text) =>
      Object.assign(document.createElement('p'), { textContent: text, className: 'broken' }),
    ),
  );
  throw error;
}
