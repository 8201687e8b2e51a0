// Builds parts of dist/ (`node build/bundle.mjs core shell renderer`). Runs on the pinned Node, after the packages are there.
//
// dist/core      what plain Node or Electron's utility process runs, with dist/migrations and dist/shared beside it
// dist/electron  the desktop shell and its preload script
// dist/renderer  the window's page
// dist/review    the page that a supervisor reads, which the core fills with a study
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeNotices } from './packaging/notices.mjs';
import { notePackages } from './packaging/shipped.mjs';
import { bundleReviewPage } from './review-page.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Found when running: packages with a compiled binary, and `electron` (given by Electron itself). */
const NOT_BUNDLED = ['better-sqlite3', '@resvg/resvg-js', 'electron'];

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  external: NOT_BUNDLED,
  sourcemap: true,
  metafile: true,
  logLevel: 'silent',
  charset: 'utf8',
};

/** Packages written for CommonJS use `require` and `__dirname`, which an ES module has to make for itself. */
const REQUIRE_FOR_BUNDLED_PACKAGES = [
  "import { createRequire as trameCreateRequire } from 'node:module';",
  'const require = trameCreateRequire(import.meta.url);',
  'const __dirname = import.meta.dirname;',
].join('\n');

/** Excel files are read and written whole: the library's streams stay out, and with them packages of which one names no licence. @type {import('esbuild').Plugin} */
const withoutExcelStreams = {
  name: 'without-excel-streams',
  setup: (bundle) => {
    bundle.onLoad({ filter: /exceljs[\\/]lib[\\/]stream[\\/]xlsx[\\/]workbook-(?:reader|writer)\.js$/ }, () => ({
      contents: 'module.exports = null;',
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const FOR_NODE = { ...COMMON, format: 'esm', target: 'node22', outExtension: { '.js': '.mjs' }, banner: { js: REQUIRE_FOR_BUNDLED_PACKAGES } };

/** Code shared by the entries, and each `import()`, becomes a chunk: `trame list` does not load what writes docx. */
async function bundleCore() {
  const fresh = join(ROOT, 'dist/core.new');
  rmSync(fresh, { recursive: true, force: true });
  const entryPoints = present({
    workbench: 'electron/workbench.ts',
    serve: 'electron/serve.ts',
    cli: 'electron/cli.ts',
    'reader-worker': 'electron/exchange/reading/reader-worker.ts',
    'backup-worker': 'electron/storage/backup-worker.ts',
    'repair-worker': 'electron/exchange/repairing/repair-worker.ts',
    'pattern-worker': 'electron/exchange/pattern-worker.ts',
    'print-worker': 'electron/exchange/printing/print-worker.ts',
    'leaving-worker': 'electron/exchange/leaving/leaving-worker.ts',
    'merge-worker': 'electron/exchange/merging/merge-worker.ts',
    'embedding-worker': 'electron/exchange/embedding/embedding-worker.ts',
  });
  const { metafile } = await build({
    ...FOR_NODE,
    plugins: [withoutExcelStreams],
    entryPoints,
    outdir: fresh,
    chunkNames: 'chunk-[hash]',
    splitting: true,
  });
  // Only now does the old core go: a build that fails leaves the last one that worked.
  rmSync(join(ROOT, 'dist/core'), { recursive: true, force: true });
  renameSync(fresh, join(ROOT, 'dist/core'));
  // Alphabets that PDF files name and do not contain.
  cpSync(join(ROOT, 'node_modules/pdfjs-dist/cmaps'), join(ROOT, 'dist/cmaps'), { recursive: true });
  // The colours that a PDF for the archive says its numbers mean; its writer looks for them beside itself.
  cpSync(join(ROOT, 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc'), join(ROOT, 'dist/core/data/sRGB_IEC61966_2_1.icc'));
  // Letters of PDF files, and of pictures where the system has none of the families that figures name.
  cpSync(join(ROOT, 'node_modules/dejavu-fonts-ttf/ttf'), join(ROOT, 'dist/fonts'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ttf') || /DejaVuSans(?:Condensed)?(?:-(?:Bold|Oblique|BoldOblique))?\.ttf$/.test(path),
  });
  cpSync(join(ROOT, 'node_modules/dejavu-fonts-ttf/LICENSE'), join(ROOT, 'dist/fonts/LICENSE'));
  // What runs a user's own model of language: of the runtime's many builds the one for this use.
  for (const file of ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'])
    cpSync(join(ROOT, 'node_modules/onnxruntime-web/dist', file), join(ROOT, 'dist/onnx', file));
  const modulesOfReview = await bundleReviewPage(ROOT);
  notePackages(ROOT, 'core', [...Object.keys(metafile?.inputs ?? {}), ...modulesOfReview]);
  copyData('migrations');
  copyData('shared/grids');
  copyData('shared/sample');
}

/** Node 18 is what the oldest Electron that the tests can get has inside. */
async function bundleShell() {
  const entryPoints = present({ main: 'electron/main.ts', preload: 'electron/preload.ts' });
  const { metafile } = await build({
    ...COMMON,
    entryPoints,
    outdir: 'dist/electron',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    target: 'node18',
  });
  notePackages(ROOT, 'shell', Object.keys(metafile?.inputs ?? {}));
  if (existsSync(join(ROOT, 'build/icons/256x256.png'))) cpSync(join(ROOT, 'build/icons/256x256.png'), join(ROOT, 'dist/electron/icon.png'));
}

async function bundleRenderer() {
  if (Object.keys(present({ page: 'renderer/index.html' })).length === 0) return;
  const { build: buildPage } = await import('vite');
  const built = await buildPage({ configFile: join(ROOT, 'build/vite.config.ts'), configLoader: 'native', logLevel: 'warn' });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  notePackages(
    ROOT,
    'renderer',
    outputs.flatMap((output) => (output.type === 'chunk' ? output.moduleIds : output.originalFileNames)),
  );
}

/**
 * The entries whose file exists. A missing one is named: the program may be run half written, never released so.
 *
 * @param {Record<string, string>} entries
 */
function present(entries) {
  const found = Object.entries(entries).filter(([, path]) => existsSync(join(ROOT, path)));
  for (const [, path] of Object.entries(entries)) if (!existsSync(join(ROOT, path))) console.error(`not there yet, left out: ${path}`);
  return Object.fromEntries(found);
}

/** Files that the core reads at run time (SQL, texts): everything in the folder but code. @param {string} folder */
function copyData(folder) {
  const from = join(ROOT, folder);
  const to = join(ROOT, 'dist', folder);
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.ts') });
}

/** @type {Record<string, () => Promise<void>>} */
const BUILDERS = { core: bundleCore, shell: bundleShell, renderer: bundleRenderer };

// Whatever is set around it: React’s build for developers is slow, and writes the paths of this computer into the page.
process.env.NODE_ENV = 'production';
const parts = process.argv.slice(2);
try {
  await Promise.all(parts.map(async (part) => BUILDERS[part]?.()));
  await writeNotices(ROOT);
} catch (error) {
  // The bundlers' messages name the file and the line; the stack would only show the bundlers' own insides.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
