// A model in a folder of this computer: checked when it is chosen, run beside the core, used by what is proposed.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LocalEmbedder } from '../../../../electron/exchange/embedding/local-embedder.ts';
import { lookIntoModelFolder } from '../../../../electron/exchange/embedding/model-folder.ts';
import { readSimilarPassages } from '../../../../electron/queries/similar-passages.ts';
import { readSuggestionPrecision, readSuggestions } from '../../../../electron/queries/suggestions.ts';
import { isUndefined } from '../../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../../shared/statistics/undefined.ts';
import { nearness } from '../../../../shared/words/embedder.ts';
import { aCore, settingsIn } from '../../../support/core.ts';
import { aFolder, aProject } from '../../../support/project.ts';
import { aModelFolder } from '../../../support/tiny-model.ts';

/** Money and wine, each said in two ways that share no word. */
const WORDS = {
  argent: [1, 0, 0],
  budget: [1, 0.1, 0],
  banque: [0.9, 0, 0.1],
  vigne: [0, 1, 0],
  raisin: [0.1, 1, 0],
  coteau: [0, 0.9, 0.1],
  pluie: [0, 0, 1],
};
const NEVER = (): boolean => false;
const opened: LocalEmbedder[] = [];
/** Opened once for all who ask for nothing of their own. */
let shared: Promise<LocalEmbedder> | undefined;
const theModel = (): Promise<LocalEmbedder> => (shared ??= aModel());

async function aModel(setting: Partial<Parameters<typeof aModelFolder>[0]> = {}): Promise<LocalEmbedder> {
  const embedder = await LocalEmbedder.open(aModelFolder({ words: WORDS, ...setting }));
  opened.push(embedder);
  return embedder;
}

afterAll(() => {
  for (const embedder of opened) embedder.close();
});

function defined<T>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(value.because);
  return value;
}

describe('a local model', () => {
  it('puts together what is said in other words; what it does not know is nowhere', async () => {
    const { embed, size } = await theModel().then((model) => ({ embed: model.embed.bind(model), size: model.size }));
    expect(size).toBe(3);
    const [money, bank, wine, unknown, nothing] = await embed(
      ["L'argent du budget", 'La banque', 'Le raisin de la vigne', 'Autre chose', ' '],
      NEVER,
    );
    if (!money || !bank || !wine || !unknown || !nothing) throw new Error('no points');
    expect(nearness(money, bank)).toBeGreaterThan(0.9);
    expect(nearness(money, wine)).toBeLessThan(0.3);
    expect([...unknown]).toEqual([0, 0, 0]);
    expect([...nothing]).toEqual([0, 0, 0]);
  });

  it('reads a text that is longer than its window in several, and means all of them; texts of other lengths beside it change nothing', async () => {
    const model = await aModel({ window: 10 });
    const long = `${'argent '.repeat(9)}${'vigne '.repeat(3)}`;
    const [together] = await model.embed([long, 'pluie', long], NEVER);
    const [alone] = await model.embed([long], NEVER);
    const expected = [9 / Math.hypot(9, 3), 3 / Math.hypot(9, 3), 0];
    expected.forEach((value, at) => {
      expect(together?.[at]).toBeCloseTo(value, 5);
      expect(alone?.[at]).toBeCloseTo(value, 5);
    });
  });

  it('is loaded again after it was let go of, and stops when it is cancelled', async () => {
    const model = await aModel();
    model.close();
    await expect(model.embed(['argent'], () => true)).rejects.toThrow('job.cancelled');
    expect(await model.embed(['argent'], NEVER)).toHaveLength(1);
  });
});

describe('a folder that holds no model', () => {
  const spoilt = (spoil: (folder: string) => void): string => {
    const folder = aModelFolder({ words: WORDS });
    spoil(folder);
    return folder;
  };
  it.each<[string, () => string]>([
    ['model.folderMissing', () => join(aFolder(), 'nulle part')],
    ['model.folderMissing', () => 'relatif'],
    ['model.filesMissing', () => aFolder()],
    ['model.filesMissing', () => spoilt((folder) => rmSync(join(folder, 'tokenizer.json')))],
    ['model.configInvalid', () => spoilt((folder) => writeFileSync(join(folder, 'config.json'), '{'))],
    ['model.tokenizerInvalid', () => spoilt((folder) => writeFileSync(join(folder, 'tokenizer.json'), '{"model": 3}'))],
    ['model.notOnnx', () => spoilt((folder) => writeFileSync(join(folder, 'onnx', 'model.onnx'), 'Bonjour.'))],
    ['model.inputsUnexpected', () => aModelFolder({ words: WORDS, inputs: ['pixel_values'] })],
    ['model.inputsUnexpected', () => aModelFolder({ words: WORDS, inputs: ['input_ids', 'decoder_input_ids'] })],
    // the tokenizer knows words that the table has no point for
    ['model.cannotRun', () => spoilt((folder) => otherTokenizer(folder, { type: 'WordPiece', vocab: { '[UNK]': 5000 }, unk_token: '[UNK]' }))],
    // a kind of tokenizer that cannot be run here
    ['model.tokenizerInvalid', () => spoilt((folder) => otherTokenizer(folder, { type: 'WordLevel', vocab: { '[UNK]': 1 }, unk_token: '[UNK]' }))],
  ])('is refused by name: %s', async (code, folder) => {
    await expect(LocalEmbedder.open(folder())).rejects.toThrow(code);
  });

  it('names the files that are missing', () => {
    const folder = aFolder();
    expect(() => lookIntoModelFolder(folder)).toThrow(expect.objectContaining({ data: { folder, files: ['model.onnx', 'tokenizer.json'] } }));
  });
});

function otherTokenizer(folder: string, model: object): void {
  const pieces = { normalizer: null, pre_tokenizer: { type: 'Whitespace' }, post_processor: null, decoder: null };
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify({ version: '1.0', added_tokens: [], ...pieces, model }));
}

describe('what is proposed by meaning', () => {
  const SAID = ['On parle du budget', 'La banque attend', 'La pluie tombe', 'Le raisin mûrit', 'Le coteau est pentu', 'Il faut de l’argent'];
  const ANSWERS = ['oui', 'non', 'parfois'];

  function interviews() {
    const project = aProject();
    for (const answer of ANSWERS) project.withSource(`E ${answer}`, SAID.map((said) => `Anne : ${said}, ${answer}.\n`).join(''));
    return project.withOwnGrid('Thèmes', { Argent: [] });
  }
  const isMoney = (text: string): boolean => /budget|banque|argent/.test(text);

  it('says in other words what a passage says', async () => {
    const project = interviews();
    const passageId = project.coding('AB', 'Argent', 'On parle du budget, oui.');
    const asked = { passageId, categoryId: null, coderId: project.coder('AB'), embedder: await theModel() };
    const found = defined(await readSimilarPassages(project.project, asked));
    expect(found).toMatchObject({ model: 'modèle de mots', terms: [] });
    expect(found.suggestions.slice(0, 8).every(({ text, reasons }) => isMoney(text) && reasons.length === 0)).toBe(true);
    expect(found.suggestions.slice(8).some(({ text }) => isMoney(text))).toBe(false);
  });

  it('is learned from points as it is from words, and tried the same way', async () => {
    const project = interviews().codedBy('AB', 'Argent', 'On parle du budget, oui.').codedBy('AB', 'Argent', 'La banque attend, non.');
    const asked = { categoryId: project.category('Argent'), coderId: project.coder('AB'), embedder: await theModel() };
    const found = defined(await readSuggestions(project.project, asked));
    expect(found).toMatchObject({ method: 'centroid', model: 'modèle de mots', examples: 2, words: [] });
    expect(found.suggestions.slice(0, 7).every(({ text }) => isMoney(text))).toBe(true);
    // of the two interviews that are hidden in turn, one passage each is coded: the nearest, or the third, of twelve that are looked at
    expect(await readSuggestionPrecision(project.project, asked)).toMatchObject({ right: 2, proposed: 12, sources: 2 });
  });

  it('is learned as a boundary from ten passages on', async () => {
    const project = interviews();
    for (const answer of ANSWERS) for (const said of SAID.filter(isMoney)) project.codedBy('AB', 'Argent', `${said}, ${answer}.`);
    project.withSource('E encore', 'Anne : Le budget encore.\nAnne : La vigne encore.\nAnne : La banque encore.\n');
    project.codedBy('AB', 'Argent', 'Le budget encore.');
    const asked = { categoryId: project.category('Argent'), coderId: project.coder('AB'), embedder: await theModel() };
    const found = defined(await readSuggestions(project.project, asked));
    expect(found).toMatchObject({ method: 'logistic', examples: 10 });
    expect(found.suggestions[0]?.text).toBe('La banque encore.');
  });
});

describe('the model of this computer', () => {
  it('is checked, kept with the settings of the computer, used, and forgotten', async () => {
    const core = aCore();
    await core.call('project.create', { title: 'Étude', question: '', language: 'fr', gridKeys: [], caseNames: [], coderName: 'Anne' });
    expect(await core.call('settings.model', {})).toBeNull();
    expect(await core.refused('settings.setModel', { folder: aFolder() })).toBe('model.filesMissing');
    expect(await core.call('settings.model', {})).toBeNull();
    const folder = aModelFolder({ words: WORDS });
    expect(await core.call('settings.setModel', { folder })).toEqual({ folder, name: 'modèle de mots', size: 3 });
    expect(settingsIn(core.home)).toMatchObject({ modelFolder: folder });
    await core.call('settings.forgetModel', {});
    expect(await core.call('settings.model', {})).toBeNull();
  });
});
