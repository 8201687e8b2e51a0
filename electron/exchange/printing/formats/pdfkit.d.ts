// What is used of the package `pdfkit`, which comes without types. Lengths in points, from the page's top left corner.
declare module 'pdfkit' {
  interface PdfOptions {
    readonly size: readonly [width: number, height: number];
    readonly margin: number;
    readonly autoFirstPage: boolean;
    readonly pdfVersion: string;
    readonly subset: 'PDF/A-2b';
    readonly lang: string;
    readonly displayTitle: boolean;
    readonly font: null;
    readonly info: Readonly<Record<string, string | Date>>;
  }
  interface Outline {
    addItem(title: string, options?: { readonly expanded: boolean }): Outline;
  }
  class PDFDocument {
    constructor(options: PdfOptions);
    readonly outline: Outline;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): void;
    addPage(options: { readonly size: readonly [width: number, height: number]; readonly margin: number }): this;
    registerFont(name: string, path: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string): number;
    text(text: string, x: number, y: number, options: { readonly lineBreak: false; readonly baseline: 'alphabetic' }): this;
    link(x: number, y: number, width: number, height: number, address: string): this;
    goTo(x: number, y: number, width: number, height: number, name: string): this;
    addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
    image(bytes: Buffer, x: number, y: number, options: { readonly width: number; readonly height: number }): this;
    save(): this;
    rotate(degrees: number, options: { readonly origin: readonly [number, number] }): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    circle(x: number, y: number, radius: number): this;
    polygon(...points: (readonly [x: number, y: number])[]): this;
    path(d: string): this;
    lineWidth(width: number): this;
    dash(length: number, options: { readonly space: number }): this;
    undash(): this;
    fillColor(color: string, opacity?: number): this;
    strokeColor(color: string, opacity?: number): this;
    fill(): this;
    stroke(): this;
    fillAndStroke(): this;
  }
  export = PDFDocument;
}
