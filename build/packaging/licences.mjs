// Under which licence each package is shipped, with its text. A licence that nobody here has read is refused: the build ends, and so do
// the tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./shipped.mjs').Shipped} Shipped */
/** @typedef {{ licence: string, author: string | null, text: string }} Licence `licence` as SPDX writes it */

/** Licences under which software may be given on with an MIT program, each condition kept by shipping its text. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Bitstream-Vera',
  'ISC',
  'MIT',
  // files of the package only, and these are shipped as they were published
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
];

/** Packages that name none, or in words that are not SPDX's: what their files say, read by hand. @type {Readonly<Record<string, string>>} */
const READ_BY_HAND = {
  chainsaw: 'MIT',
  'dejavu-fonts-ttf': 'Bitstream-Vera',
  'png-js': 'MIT',
};

const TEXT_FILE = /^(?:un)?(?:licen[cs]e|copying)(?:[.-].*)?$/iu;

/** @param {string} expression as SPDX writes it @returns {boolean} */
export function isAllowed(expression) {
  const bare = expression.trim().replace(/^\((.*)\)$/u, '$1');
  if (/ OR /u.test(bare)) return bare.split(/ OR /u).some(isAllowed);
  return bare.split(/ AND /u).every((id) => ALLOWED.includes(id.trim()));
}

/** @param {string} root @param {Shipped} shipped @returns {Licence} */
export function licenceOf(root, { path, name }) {
  const folder = join(root, path);
  const own = existsSync(join(folder, 'package.json')) ? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) : {};
  const licence = READ_BY_HAND[name] ?? named(own) ?? namedInLockfile(root, path);
  if (licence === null || !isAllowed(licence))
    throw new Error(`${name}: the licence « ${licence ?? 'none'} » is not among those that were read and allowed`);
  const author = authorOf(own);
  const text = textIn(folder) ?? textOfFamily(root, name) ?? textInReadme(folder) ?? standardText(root, licence, author);
  if (text === null) throw new Error(`${name}: no text of its licence ${licence} is at hand`);
  return { licence, author, text };
}

/** @param {Record<string, unknown>} card @returns {string | null} */
function named({ license, licenses }) {
  if (typeof license === 'string') return license;
  const [first] = Array.isArray(licenses) ? licenses : [license];
  return typeof first?.type === 'string' ? first.type : null;
}

/** @param {string} root @param {string} path @returns {string | null} */
function namedInLockfile(root, path) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages[path]?.license ?? null;
}

/** @param {Record<string, unknown>} card */
function authorOf({ author, contributors }) {
  const first = author ?? (Array.isArray(contributors) ? contributors[0] : null);
  const said = typeof first === 'string' ? first : /** @type {{ name?: string } | null} */ (first)?.name;
  return said?.replace(/\s*[<(].*$/u, '') || null;
}

/** @param {string} folder */
function textIn(folder) {
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder)
    .filter((name) => TEXT_FILE.test(name))
    .sort();
  return names.length === 0 ? null : names.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}

/** Some packages say it in their README alone: what stands below that heading. @param {string} folder */
function textInReadme(folder) {
  const name = existsSync(folder) ? readdirSync(folder).find((each) => /^readme(?:\.|$)/iu.test(each)) : undefined;
  const readme = name === undefined ? '' : readFileSync(join(folder, name), 'utf8');
  const section = /^#+ *licen[cs]e\s*\n([\s\S]*?)(?=^#|(?![\s\S]))/imu.exec(readme)?.[1]?.trim();
  return section !== undefined && /permission is hereby granted/iu.test(section) ? section : null;
}

/** The licence as it is worded for everybody, for packages that name it and bring no text. @param {string} root @param {string} licence @param {string | null} author */
function standardText(root, licence, author) {
  // a package of Apache's licence whose text is the licence as published
  if (licence === 'Apache-2.0') return textIn(join(root, 'node_modules/pdfjs-dist'));
  const body = { MIT: MIT_TEXT, ISC: ISC_TEXT }[licence];
  return body === undefined ? null : `Copyright (c) ${author ?? 'the authors'}\n\n${body}`;
}

const MIT_TEXT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const ISC_TEXT = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the
above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY
DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION,
ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** A package of one system's binary, whose project's main package has the text. @param {string} root @param {string} name */
function textOfFamily(root, name) {
  const main = /^(@resvg\/resvg-js)-/u.exec(name)?.[1];
  return main === undefined ? null : textIn(join(root, 'node_modules', main));
}
