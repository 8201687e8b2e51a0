// The faces that the ordinary run looks at in the light theme, in the dark one.
process.env['TRAME_THEME'] = 'dark';

await import('./reader-accessibility.test.ts');
await import('./codebook-accessibility.test.ts');
