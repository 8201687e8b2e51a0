// The module that pdf.js looks for when it wants its own worker's code; it comes without types, and only it looks inside.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
