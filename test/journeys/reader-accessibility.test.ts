// The reader in each of its states, in both themes, under axe; and what a screen reader is told of the text and of its codings.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { LOOKED_AT, violations } from '../support/axe.ts';
import { command } from './hands.ts';
import { closePalette, openInReader, openScreen, palette, selectByMouse } from './steps.ts';
import { aWindow } from './window.ts';

const SOURCE = 'E07 Président';
const WORDS = 'deux maisons';
/** The experimental rule about names and labels, too. */
const ALL_RULES = {};

const STATES: readonly [name: string, open: (page: Page) => Promise<unknown>][] = [
  ['a text with its codings', (page) => openInReader(page, SOURCE)],
  [
    'the palette over selected words',
    async (page) => {
      await selectByMouse(page, WORDS);
      await palette(page).waitFor();
      await page.keyboard.type('gouv');
    },
  ],
  [
    'the palette with a category to create',
    async (page) => {
      await page.keyboard.type('xyz');
      await page.getByRole('option', { name: /^Créer/ }).waitFor();
    },
  ],
  [
    'a passage in hand',
    async (page) => {
      await closePalette(page);
      await page.locator('[data-stripe]').first().click();
      await page.getByRole('textbox', { name: 'Paraphrase' }).waitFor();
    },
  ],
  [
    'the menu of a category in the tree',
    async (page) => {
      await page
        .getByRole('treegrid', { name: 'Grilles' })
        .getByRole('button', { name: /^Actions sur/ })
        .first()
        .press('Enter');
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'what the margin shows, and its settings',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Affichage du texte et de la marge' }).first().click();
      await page.getByRole('dialog').or(page.getByRole('menu')).first().waitFor();
    },
  ],
  [
    'the find bar with hits',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+f');
      await page.keyboard.type('conseil');
      await page.locator('.reader-find-field').waitFor();
    },
  ],
  [
    'two texts side by side',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F9');
      await expect.poll(() => page.locator('.reader-text').count()).toBe(2);
    },
  ],
  [
    'coding with one hand',
    async (page) => {
      await page.keyboard.press('F9');
      await command(page, 'Coder d’une main : la gauche');
      await page.getByRole('complementary', { name: 'Touches du codage à une main' }).waitFor();
    },
  ],
  [
    'a preview of automatic coding',
    async (page) => {
      await command(page, 'Coder d’une main : la gauche');
      await command(page, 'codage automatique');
      await page.getByRole('button', { name: /^Des mots/ }).click();
      await page.getByRole('textbox', { name: 'Mots' }).fill('conseil');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Coder \d+ passage/ }).waitFor();
    },
  ],
  [
    'the sorting of cards, as a plane',
    async (page) => {
      await command(page, 'Tri de cartes');
      await page.locator('[data-card]').first().waitFor();
    },
  ],
  [
    'the sorting of cards, as a list',
    async (page) => {
      await page.getByRole('radio', { name: 'Liste' }).click();
      await page.getByRole('columnheader', { name: 'Premier passage' }).waitFor();
    },
  ],
  ['the history', (page) => openScreen(page, 'Historique')],
];

const desk = aWindow({ on: 'sample', colorScheme: LOOKED_AT });

describe(`in the ${LOOKED_AT} theme`, () => {
  test.each(STATES)('axe finds nothing wrong with %s', async (_name, open) => {
    await open(desk.page);
    // counts and lists come in after the screen itself: what is wrong in passing is not, what stays is
    await expect.poll(() => violations(desk.page, ALL_RULES)).toEqual([]);
  });
});

interface Told {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly children: readonly Told[];
}

/** What the browser tells a screen reader of the page. */
async function told(page: Page): Promise<readonly Told[]> {
  const { nodes } = await (await page.context().newCDPSession(page)).send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const below = (id: string): readonly Told[] => {
    const node = byId.get(id);
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap(below);
    if (node.ignored) return children;
    return [{ role: String(node.role?.value), name: String(node.name?.value ?? ''), description: String(node.description?.value ?? ''), children }];
  };
  return below(nodes[0]?.nodeId ?? '');
}

function named(tree: readonly Told[], role: string, name: string): readonly Told[] {
  return tree.flatMap((node) => [...(node.role === role && node.name === name ? [node] : []), ...named(node.children, role, name)]);
}

/** The words below, in the order of reading. */
function wordsIn(tree: readonly Told[]): readonly string[] {
  return tree.flatMap((node) => (node.role === 'StaticText' ? [node.name] : wordsIn(node.children)));
}

describe('what a screen reader is told', () => {
  let page: Page;
  const said = () => page.locator('.reader-pane [role="status"]').textContent();

  beforeAll(async () => {
    page = desk.page;
    await openInReader(page, SOURCE);
    await page.locator('[data-stripe]').first().waitFor();
  });

  test('the text is read turn by turn, each with its speaker, and said to be read only', async () => {
    const [text] = named(await told(page), 'textbox', `Texte de ${SOURCE}`);
    expect(text?.description).toContain('Lecture seule');
    const turns = (text?.children ?? []).flatMap((node) => (node.role === 'paragraph' ? [node] : node.children));
    const read = turns.map((turn) => wordsIn([turn]));
    expect(read.length).toBeGreaterThan(5);
    expect(read[1]).toEqual(['Enquêtrice', expect.stringMatching(/^Vous présidez le pôle depuis trois ans/), '§2']);
    expect(read[2]?.[0]).toBe('Président');
  });

  test('each coding of the margin says its category, its coder and how its words begin', async () => {
    const [margin] = named(await told(page), 'group', 'Codages en marge');
    const names = margin?.children.map(({ role, name }) => `${role} ${name}`) ?? [];
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(name).toMatch(/^button .+, codé par [A-Z ]+, «\s.+\s»$/u);
  });

  test('the turns that are gone to say their codings; within a turn the caret says where one begins and ends', async () => {
    await page.getByRole('textbox', { name: `Texte de ${SOURCE}` }).focus();
    await page.keyboard.press('Control+Home');
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowDown');
        return said();
      })
      .toMatch(/^§\d+, Président, .*Changement/);
    const heard = new Set<string>();
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+ArrowRight');
        heard.add((await said()) ?? '');
        return [...heard].filter((words) => /^(Codé\s:|Sans codage)/u.test(words)).length;
      })
      .toBeGreaterThan(1);
  });
});
