#!/usr/bin/env node
// Compresses the archive for Linux. electron-builder starts it in the place of 7-Zip (which it would download): `a … OUT.gz IN.tar`, with
// neither name nor time in the file, so that the same content gives the same bytes.
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const args = process.argv.slice(2);
const [to = '', from = ''] = args.filter((arg) => !arg.startsWith('-')).slice(1);
if (args[0] !== 'a' || !to.endsWith('.gz')) throw new Error(`this only writes .gz files: ${args.join(' ')}`);
await pipeline(createReadStream(from), createGzip({ level: args.includes('-mx=0') ? 1 : 9 }), createWriteStream(to));
