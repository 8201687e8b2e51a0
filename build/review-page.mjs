// Builds the page of review packs: one file with its program, its style and its letters inside, and places for a study's data. The page says itself
// that nothing else may run or be fetched: the policy names its own program and style by their hashes.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Tablets of some years ago: iPadOS 15.4, Android's Chrome 100. */
const TARGET = ['chrome100', 'safari15.4', 'firefox100'];

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param {string} root @returns {Promise<string[]>} the files that it was made of */
export async function bundleReviewPage(root) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['renderer/review-page/main.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.woff2': 'dataurl' },
    outdir: join(root, 'dist/review'),
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const textOf = (/** @type {string} */ extension) => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  // an end of a script inside a string would end this one
  const script = textOf('.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const style = textOf('.css');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const html = `<!doctype html>
<html lang="trame-language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>trame-title</title>
<style>${style}</style>
</head>
<body>
<noscript><p>Cette page a besoin que JavaScript soit permis dans le navigateur.</p><p lang="en">This page needs JavaScript to be allowed in the browser.</p></noscript>
<!--trame:data-->
<script>${script}</script>
</body>
</html>
`;
  mkdirSync(join(root, 'dist/review'), { recursive: true });
  writeFileSync(join(root, 'dist/review/page.html'), html);
  return Object.keys(metafile.inputs);
}
