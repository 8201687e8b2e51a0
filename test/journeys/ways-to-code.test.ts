// Each way to apply categories, in a real Chromium: with the mouse, then with the keyboard alone.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { byKeyboardAlone, command, drag, onWords, readByKeys } from './hands.ts';
import {
  applyFromPalette,
  closePalette,
  expectInHand,
  expectStripes,
  openInReader,
  palette,
  paletteOpens,
  placeOf,
  selectByMouse,
  stripe,
  stripes,
} from './steps.ts';
import type { TranscriptFile } from './steps.ts';
import { aStudy, aWindow } from './window.ts';

const COLLEGES = 'Chaque collège a une voix';
const COUNCIL = 'Le conseil ne tranche plus sans elles.';
const CHARTER = 'La charte tient lieu de règlement.';
const SIGNED = 'Personne ne l’a signée.';
const SPOKEN = [
  'Enquêtrice : Qui décide, ici ?',
  `Directeur : ${COLLEGES}, les petites entreprises aussi. ${COUNCIL}`,
  'Enquêtrice : Et sur quoi vous appuyez-vous ?',
  `Directeur : ${CHARTER} Chacun la cite.`,
  `Directeur : ${SIGNED}`,
  '',
].join('\n');
/** The same interview many times: each way begins with one that nobody has coded. */
const INTERVIEWS: readonly TranscriptFile[] = Array.from({ length: 17 }, (_, index) => ({
  name: `E${String(index + 1).padStart(2, '0')} Directeur.txt`,
  text: `${SPOKEN}Enquêtrice : Merci. (${index + 1})\n`,
}));

const desk = aWindow({ on: aStudy('Mes pôles', INTERVIEWS) });
let page: Page;
let source = '';
const unread = INTERVIEWS.map(({ name }) => name.replace('.txt', ''));

const inTree = (name: string): Locator =>
  page
    .getByRole('treegrid', { name: 'Grilles' })
    .locator('[draggable="true"]')
    .filter({ hasText: new RegExp(`^${name}$`) });
const quickList = (): Locator => page.getByRole('region', { name: 'Liste rapide' });
const slot = (digit: number): Locator => quickList().getByRole('button', { name: new RegExp(`^Touche ${digit}`) });
/** The list draws the rows in view only. */
const filterTree = (letters: string): Promise<void> => page.getByRole('searchbox', { name: 'Filtrer les catégories' }).fill(letters);
const commands = (): Locator => page.getByRole('combobox', { name: 'Commandes' });

/** Chooses from the open palette with the mouse. */
async function pick(name: RegExp): Promise<void> {
  await paletteOpens(page);
  await palette(page).getByRole('option', { name }).first().click();
}

/** A click among the words, as one puts the caret there. */
async function clickOn(words: string, clickCount = 1): Promise<void> {
  const { x, y } = await onWords(page, words);
  await page.mouse.click(x, y, { clickCount });
}

async function commandByMouse(name: string): Promise<void> {
  await page.getByRole('button', { name: /^Chercher ou lancer une action/ }).click();
  await commands().fill(name);
  await page.getByRole('option', { name }).first().click();
  await commands().waitFor({ state: 'detached' });
}

beforeAll(() => {
  page = desk.page;
});
beforeEach(() => {
  source = unread.shift() ?? '';
});

describe('with the mouse', () => {
  beforeEach(() => openInReader(page, source));

  test('the palette puts categories of two grids on the same words', async () => {
    await selectByMouse(page, COLLEGES);
    await pick(/^Gouvernance/);
    await pick(/^Partage de l'autorité/);
    await expectStripes(page, ['Gouvernance', "Partage de l'autorité"]);
  });

  test('a category is dragged onto selected words, onto a coding in the margin, onto a turn', async () => {
    await selectByMouse(page, COLLEGES);
    await drag(page, inTree('Gouvernance'), await onWords(page, COLLEGES));
    await expectStripes(page, ['Gouvernance']);
    await drag(page, inTree("Influence d'acteurs"), stripe(page, /^Gouvernance/));
    await expectStripes(page, ['Gouvernance', "Influence d'acteurs"]);
    await stripe(page, /^Influence/).click();
    await expectInHand(page, COLLEGES);
    await drag(page, inTree('Changement'), await onWords(page, CHARTER));
    await stripe(page, /^Changement/).click();
    await expectInHand(page, `${CHARTER} Chacun la cite.`);
  });

  test('words are dragged onto a category, with the palette open over them or not', async () => {
    await selectByMouse(page, COUNCIL);
    await paletteOpens(page);
    await drag(page, await onWords(page, COUNCIL), inTree("Influence d'acteurs"));
    await expectStripes(page, ["Influence d'acteurs"]);
    await palette(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await selectByMouse(page, CHARTER);
    await drag(page, await onWords(page, CHARTER), inTree('Changement'));
    await expectStripes(page, ['Changement', "Influence d'acteurs"]);
  });

  test('a category is dragged onto a key, whose button codes from then on', async () => {
    await filterTree('autorité');
    await drag(page, inTree("Partage de l'autorité"), quickList().getByRole('listitem').nth(4));
    await expect.poll(() => slot(5).getAttribute('aria-label')).toBe("Touche 5\u00a0: Partage de l'autorité, fixée");
    await selectByMouse(page, COUNCIL);
    await slot(5).click();
    await expectStripes(page, ["Partage de l'autorité"]);
    await drag(page, await onWords(page, COUNCIL), slot(5));
    await page.getByText("Partage de l'autorité est déjà sur ce passage").waitFor();
    await quickList().getByRole('button', { name: 'Libérer la touche 5' }).click();
    await expect.poll(() => quickList().getByRole('button', { name: 'Libérer la touche 5' }).count()).toBe(0);
    await filterTree('');
  });

  test('words become a category under a parent of one’s choice', async () => {
    await selectByMouse(page, COLLEGES);
    await paletteOpens(page);
    await page.keyboard.type('Une voix par collège');
    await palette(page).getByRole('button', { name: 'Créer sous une autre catégorie…' }).click();
    await page.keyboard.type('coordin');
    await pick(/^Coordination/);
    await pick(/Créer « Une voix par collège » sous Coordination/);
    await expectStripes(page, ['Une voix par collège']);
    await filterTree('Une voix');
    await inTree('Une voix par collège').waitFor();
    await filterTree('');
  });

  test('a turn is taken by its margin, a paragraph by three clicks, a sentence from the command field', async () => {
    const margin = await placeOf(page, CHARTER);
    await page.mouse.click(margin.start.x - 40, margin.start.y);
    await paletteOpens(page);
    await expectInHand(page, `${CHARTER} Chacun la cite.`);
    await pick(/^Gouvernance/);
    await clickOn(SIGNED, 3);
    await expectInHand(page, SIGNED);
    await pick(/^Changement/);
    await clickOn(COUNCIL);
    await commandByMouse('Coder la phrase');
    await expectInHand(page, COUNCIL);
    await pick(/^Influence/);
    await expectStripes(page, ['Changement', 'Gouvernance', "Influence d'acteurs"]);
  });

  test('Escape as soon as words are selected, or as the palette opens, leaves them in hand for a key; Ctrl+Z in its field undoes', async () => {
    const coded = async (): Promise<number> => (await stripes(page)).length;
    await selectByMouse(page, COUNCIL);
    await applyFromPalette(page, 'gouv', 'Gouvernance');
    await closePalette(page);
    await expectInHand(page, COUNCIL);
    await selectByMouse(page, COLLEGES);
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await expect.poll(coded).toBe(2);
    await expectInHand(page, COLLEGES);
    await page.keyboard.press('Enter');
    await applyFromPalette(page, 'influ', "Influence d'acteurs");
    await page.keyboard.press('Control+z');
    await expect.poll(coded).toBe(2);
    await page.keyboard.type('x');
    await page.keyboard.press('Control+z');
    await expect.poll(() => palette(page).getByRole('combobox', { name: 'Appliquer des catégories' }).inputValue()).toBe('');
    expect(await coded()).toBe(2);
    await closePalette(page);
  });

  test('the palette closes behind one application where that is asked for', async () => {
    await selectByMouse(page, COLLEGES);
    const after = palette(page).getByRole('combobox', { name: 'Après' });
    await after.selectOption('fermer');
    await pick(/^Gouvernance/);
    await palette(page).waitFor({ state: 'detached' });
    await expectInHand(page, COLLEGES);
    await expectStripes(page, ['Gouvernance']);
    await page.keyboard.press('Enter');
    await after.selectOption('rester ouverte');
  });
});

describe('with the keyboard alone', () => {
  const keys = (act: (keyboard: Page['keyboard']) => Promise<void>) =>
    byKeyboardAlone(page, async (keyboard) => {
      await readByKeys(page, source);
      await act(keyboard);
    });
  const times = async (count: number, key: string): Promise<void> => {
    for (let pressed = 0; pressed < count; pressed += 1) await page.keyboard.press(key);
  };

  test('the palette puts categories of two grids on the same words', () =>
    keys(async (keyboard) => {
      await keyboard.press('ArrowDown');
      await times(3, 'Alt+ArrowRight');
      await expectInHand(page, 'Chaque collège a');
      await keyboard.press('Enter');
      await applyFromPalette(page, 'gouv', 'Gouvernance');
      await applyFromPalette(page, 'autor', "Partage de l'autorité");
      await closePalette(page);
      await expectStripes(page, ['Gouvernance', "Partage de l'autorité"]);
    }));

  test('a category of the tree is applied to what is in hand, and put under a key, from its row', () =>
    keys(async (keyboard) => {
      await keyboard.press('ArrowDown');
      await keyboard.press('p');
      await closePalette(page);
      await pressUntil('F6', (focused) => focused?.closest('[role="treegrid"]') !== null);
      await pressUntil('Tab', (focused) => focused?.closest('[role="treegrid"]')?.getAttribute('aria-label') === 'Grilles');
      await keyboard.type('Changement');
      await pressUntil('Shift', (focused) => focused?.textContent?.includes('Changement') === true);
      await keyboard.press('Enter');
      await expectStripes(page, ['Changement']);
      await keyboard.press('ArrowRight');
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Actions sur «\sChangement/);
      await keyboard.press('Enter');
      await page.getByRole('menu').waitFor();
      await pressUntil('ArrowDown', (focused) => focused?.textContent === 'Touche 4');
      await keyboard.press('Enter');
      await expect.poll(() => slot(4).getAttribute('aria-label')).toBe('Touche 4\u00a0: Changement, fixée');
    }));

  test('the digits apply the categories put under them in the palette', () =>
    keys(async (keyboard) => {
      await keyboard.press('ArrowDown');
      await keyboard.press('p');
      await paletteOpens(page);
      await keyboard.type('autor');
      await page.getByRole('option', { name: /^Partage/ }).waitFor();
      await keyboard.press('Alt+7');
      await expect.poll(() => slot(7).getAttribute('aria-label')).toContain('Partage');
      await closePalette(page);
      await keyboard.press('7');
      await expectStripes(page, ["Partage de l'autorité"]);
      await expectInHand(page, `${COLLEGES}, les petites entreprises aussi.`);
    }));

  test('words become a category under a parent of one’s choice', () =>
    keys(async (keyboard) => {
      await keyboard.press('ArrowDown');
      await times(5, 'Alt+ArrowRight');
      await keyboard.press('i');
      await paletteOpens(page);
      await keyboard.press('Tab');
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Créer sous une autre catégorie…');
      await keyboard.press('Enter');
      await keyboard.type('regul');
      await palette(page)
        .getByRole('option', { name: /^Régulation/ })
        .first()
        .waitFor();
      await keyboard.press('Enter');
      await palette(page)
        .getByRole('option', { name: `Créer « ${COLLEGES} » sous Régulation` })
        .waitFor();
      await keyboard.press('Enter');
      await expectStripes(page, [`Régulation › ${COLLEGES}`]);
    }));

  test('the turn, the paragraph and the sentence under the caret have a key each', () =>
    keys(async (keyboard) => {
      await keyboard.press('ArrowDown');
      await keyboard.press('Space');
      await expectInHand(page, `${COLLEGES}, les petites entreprises aussi. ${COUNCIL}`);
      await applyFromPalette(page, 'gouv', 'Gouvernance');
      await closePalette(page);
      await times(2, 'ArrowDown');
      await keyboard.press('a');
      await expectInHand(page, `${CHARTER} Chacun la cite.`);
      await applyFromPalette(page, 'change', 'Changement');
      await closePalette(page);
      await keyboard.press('ArrowLeft');
      await keyboard.press('p');
      await expectInHand(page, CHARTER);
      await applyFromPalette(page, 'influ', "Influence d'acteurs");
      await closePalette(page);
      await expectStripes(page, ['Changement', 'Gouvernance', "Influence d'acteurs"]);
    }));

  test('one codes and stays, or goes on to the next turn', () =>
    keys(async (keyboard) => {
      await keyboard.press('k');
      await page.getByText('Coder et rester').waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Space');
      await paletteOpens(page);
      await keyboard.type('gouv');
      await keyboard.press('Enter');
      await palette(page).waitFor({ state: 'detached' });
      await expectInHand(page, `${COLLEGES}, les petites entreprises aussi. ${COUNCIL}`);
      await keyboard.press('k');
      await page.getByText('Coder et avancer').waitFor();
      await keyboard.press('1');
      await expectInHand(page, `${CHARTER} Chacun la cite.`);
      await keyboard.press('k');
      await page.getByText('La palette reste ouverte').waitFor();
    }));

  test('one hand moves, takes, codes and takes back', () =>
    keys(async (keyboard) => {
      await command(page, 'Coder d’une main : la gauche');
      await page.getByRole('complementary', { name: 'Touches du codage à une main' }).waitFor();
      await readByKeys(page, source);
      await keyboard.press('KeyD');
      await keyboard.press('KeyR');
      await expectInHand(page, `${COLLEGES}, les petites entreprises aussi. ${COUNCIL}`);
      await applyFromPalette(page, 'gouv', 'Gouvernance');
      await closePalette(page);
      await expectStripes(page, ['Gouvernance']);
      await keyboard.press('KeyX');
      await expectStripes(page, []);
      await command(page, 'Coder d’une main : la gauche');
      await page.getByRole('complementary', { name: 'Touches du codage à une main' }).waitFor({ state: 'detached' });
    }));

  /** Goes on with a key until what has the focus is what is meant. */
  async function pressUntil(key: string, isMeant: (focused: Element | null) => boolean): Promise<void> {
    const isThere = () => page.evaluate(`(${isMeant.toString()})(document.activeElement)`);
    await expect
      .poll(async () => {
        if (await isThere()) return true;
        await page.keyboard.press(key);
        return isThere();
      })
      .toBe(true);
  }
});
