// The grids that ship with Trame: data, checked against their schema when first asked for.
import allianceFile from '../../shared/grids/alliances-territoriales.json' with { type: 'json' };
import communauteFile from '../../shared/grids/communaute-de-pratique.json' with { type: 'json' };
import cooperationFile from '../../shared/grids/cooperation-ingredients.json' with { type: 'json' };
import innovationFile from '../../shared/grids/innovation-sociale.json' with { type: 'json' };
import outilsFile from '../../shared/grids/outils-de-gestion.json' with { type: 'json' };
import postureFile from '../../shared/grids/posture-de-preuve.json' with { type: 'json' };
import protocoleFile from '../../shared/grids/protocole-partenariat.json' with { type: 'json' };
import { Refusal } from '../../shared/domain/failure.ts';
import { gridFile, inLanguage, walkGridFile } from '../../shared/domain/grid-file.ts';
import type { GridFile, ShippedGrid } from '../../shared/domain/grid-file.ts';
import type { Language } from '../../shared/domain/project.ts';

const FILES: readonly unknown[] = [innovationFile, outilsFile, cooperationFile, protocoleFile, communauteFile, allianceFile, postureFile];

let parsed: readonly GridFile[] | undefined;

/** All seven, in the order of the gallery. */
export function shippedGridFiles(): readonly GridFile[] {
  parsed ??= FILES.map((file) => gridFile.parse(file));
  return parsed;
}

/** The shipped grid with this key, or a refusal. */
export function shippedGridFile(key: string): GridFile {
  const file = shippedGridFiles().find((candidate) => candidate.id === key);
  if (!file) throw new Refusal('grid.unknown', { grid: key });
  return file;
}

/** The gallery in one language. */
export function shippedGrids(language: Language): ShippedGrid[] {
  return shippedGridFiles().map((file) => {
    const categories: ShippedGrid['categories'][number][] = [];
    walkGridFile(file, language, (item, path) =>
      categories.push({
        name: path.at(-1) ?? '',
        depth: path.length,
        definition: inLanguage(item.definition, language),
        color: item.color ?? '#808080',
      }),
    );
    return {
      key: file.id,
      kind: file.kind ?? 'categories',
      title: inLanguage(file.title, language),
      source: inLanguage(file.source, language),
      description: inLanguage(file.description, language),
      version: file.version ?? 1,
      categories,
    };
  });
}

/** What was read has the form of a grid, or a refusal that says where it departs from it. */
export function checkedGridFile(read: unknown): GridFile {
  const result = gridFile.safeParse(read);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  const place = [...(first?.path ?? []), ...(first?.code === 'unrecognized_keys' ? first.keys : [])].join('.');
  throw new Refusal('grid.invalidFile', { message: place === '' ? 'JSON' : place });
}

/** A grid from a file's bytes (JSON, the form of CLI.md), or a refusal. */
export function parseGridFile(bytes: Uint8Array): GridFile {
  try {
    return checkedGridFile(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    // no JSON, or a tree so deep that nothing can walk it
    throw error instanceof Refusal ? error : new Refusal('grid.invalidFile', { message: 'JSON' });
  }
}
