// The project as other programs read it, chosen by keyboard: what would be lost is said before anything is written.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { qualcoderProject } from '../support/elsewhere/qualcoder.ts';
import { aFolder } from '../support/project.ts';
import { aWindow } from './window.ts';

describe('leaving for another program', () => {
  const at = aWindow({ on: 'sample' });
  let page: Page;
  beforeAll(() => {
    page = at.page;
  });
  const dialog = (): Locator => page.getByRole('dialog', { name: 'Exporter pour un autre logiciel' });

  async function open(): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Commandes' }).fill('Exporter pour un autre logiciel');
    await page.keyboard.press('Enter');
    await dialog().waitFor();
  }

  async function written(): Promise<{ name: string; text: string }> {
    const [file] = await Promise.all([page.waitForEvent('download'), dialog().getByRole('button', { name: 'Exporter' }).click()]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  }

  test('the exchange format says what it does not keep, and brings a package', async () => {
    await open();
    await dialog().getByText('postures de preuve').waitFor();
    expect(await violations(page)).toEqual([]);
    const { name, text } = await written();
    expect(name).toMatch(/\.qdpx$/);
    expect(text.slice(0, 2)).toBe('PK');
    await dialog().waitFor({ state: 'detached' });
  });

  test('a corpus for textometry is chosen with the arrow keys', async () => {
    await open();
    await dialog()
      .getByRole('radio', { name: /^NVivo/ })
      .focus();
    await page.keyboard.press('ArrowDown');
    await dialog().getByRole('radio', { name: 'ce que dit une personne' }).press('Enter');
    const { name, text } = await written();
    expect(name).toMatch(/IRaMuTeQ.*\.txt$/);
    expect(text).toMatch(/^\*\*\*\* \*source_E01 /);
    expect(text).toContain('*locuteur_');
  });

  test('another program’s project is chosen on the home screen, and what came is told before it is opened', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Commandes' }).fill('Fermer le projet');
    await page.keyboard.press('Enter');
    const project = qualcoderProject(aFolder(), {
      source: [[1, 'E01.docx', 'Anne : On décide ensemble.', null, '', 'Anne', '2024-03-01 10:00:00', null, null]],
      code_name: [[1, 'ensemble', '', null, 'Anne', '2024-03-01 10:00:00', '#F5A9A9']],
      code_text: [[1, 1, 1, 'décide ensemble', 10, 25, 'Anne', '2024-03-01 10:00:00', '', null, null]],
    });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Importer un projet…' }).click();
    await (await chooser).setFiles(join(project, 'data.qda'));
    const report = page.getByRole('dialog', { name: /^Rapport d’import/ });
    await report.getByText('codages : 1', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await report.getByRole('button', { name: 'Ouvrir le projet' }).press('Enter');
    await page.getByRole('link', { name: 'E01.docx' }).or(page.getByText('E01.docx')).first().waitFor();
  });
});
