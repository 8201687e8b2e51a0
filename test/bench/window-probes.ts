// What the page itself watches while it is measured: when the browser has painted what an act asked for.

/** Runs in the page. */
export interface Bench {
  passages(): Promise<string[]>;
  openSource(place: string): Promise<number>;
  awaitPaintAfterKey(): void;
  paintTime(): Promise<number>;
  awaitFrameAfterKey(): void;
  openGrids(): Promise<number>;
  /** The address of a saved matrix: the first grid's dimensions × cases, or all cases × all its categories. */
  matrix(which: 'small' | 'large'): Promise<string>;
  select(turn: number): boolean;
  watchFrames(): void;
  frames(): number[];
  awaitLetter(): void;
  letterTime(until: 'painted' | 'written'): Promise<number>;
}

// Painted: the highlights of categories hold other ranges than before, and the browser has drawn a frame since.
export const PROBES = `
globalThis.bench = (() => {
  const size = () => { let n = 0; for (const [name, highlight] of CSS.highlights) if (name.length > 36) n += highlight.size; return n; };
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  // who opens a source from the corpus has it before the eyes: what that screen still reads and draws is its own time
  const corpusAtRest = async () => {
    location.hash = '#/corpus';
    while (document.querySelector('[data-t]') || !document.querySelector('.frame-screen [role="row"]')) await frame();
    for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => requestIdleCallback(done, { timeout: 500 }));
    await frame();
  };
  const call = (channel, input) => new Promise((done) => {
    const socket = new WebSocket('ws://' + location.host + '/ws');
    socket.onopen = () => socket.send(JSON.stringify({ kind: 'call', id: 1, channel, input }));
    socket.onmessage = (message) => { const reply = JSON.parse(message.data); if (reply.kind === 'reply') { socket.close(); done(reply.reply.value); } };
  });
  let painted = Promise.resolve(0);
  let letter = Promise.resolve({ painted: 0, written: 0 });
  let onWritten = () => {};
  let frames = [];
  const matrices = {};
  let watching = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    const asked = JSON.parse(data);
    if (asked.channel === 'source.editTurn') {
      this.addEventListener('message', function hear(message) {
        const answer = JSON.parse(message.data);
        if (answer.kind !== 'reply' || answer.id !== asked.id) return;
        this.removeEventListener('message', hear);
        onWritten();
      });
    }
    send.call(this, data);
  };
  return {
    // one coded passage of each source: opening there shows codings at once, wherever in the text they are
    passages: async () => {
      const { sources } = await call('corpus.read', {});
      const coded = [];
      for (const { id } of sources.filter((source) => source.codings > 0).slice(0, 12)) {
        const codings = await call('source.codings', { sourceId: id });
        // long answers travel by columns
        const { values, at } = codings.columns.passageId;
        const middle = codings.count >> 1;
        coded.push('sourceId=' + id + '&passageId=' + (at ? values[at[middle]] : values[values.length === 1 ? 0 : middle]));
      }
      return coded;
    },
    openSource: async (place) => {
      await corpusAtRest();
      const start = performance.now();
      location.hash = '#/coding?' + place;
      while (size() === 0 || !document.querySelector('[data-t]')) await frame();
      await frame();
      return performance.now() - start;
    },
    awaitPaintAfterKey: () => {
      painted = new Promise((done) => {
        addEventListener('keydown', async () => {
          const start = performance.now();
          const before = size();
          while (size() === before) await frame();
          done(performance.now() - start);
        }, { once: true, capture: true });
      });
    },
    paintTime: () => painted,
    // React draws what a letter asks for before the frame that follows it
    awaitFrameAfterKey: () => {
      painted = new Promise((done) => {
        addEventListener('keydown', async () => {
          const start = performance.now();
          await frame();
          done(performance.now() - start);
        }, { once: true, capture: true });
      });
    },
    openGrids: async () => {
      location.hash = '#/corpus';
      while (document.querySelector('.codebook-tree')) await frame();
      await frame();
      const start = performance.now();
      location.hash = '#/grids';
      while (document.querySelectorAll('.codebook-row').length < 10) await frame();
      await frame();
      return performance.now() - start;
    },
    // the letter stands in the text and the browser has drawn a frame since; the core has answered that it is on the disk
    awaitLetter: () => {
      letter = new Promise((done) => {
        addEventListener('keydown', () => {
          const start = performance.now();
          const words = document.activeElement.textContent;
          const untilPainted = (async () => {
            do await frame(); while (document.activeElement.textContent === words);
            return performance.now() - start;
          })();
          const untilWritten = new Promise((heard) => { onWritten = () => heard(performance.now() - start); });
          done({ painted: untilPainted, written: untilWritten });
        }, { once: true, capture: true });
      });
    },
    matrix: async (which) => {
      const [grid] = await call('codebook.read', {});
      const cases = { kind: 'case' };
      const categories = (level) => ({ kind: 'grid', gridId: grid.id, level });
      matrices[which] ??= await call('matrix.save', {
        matrixId: null,
        name: 'Bench ' + which,
        definition: {
          rows: [which === 'small' ? categories(1) : cases],
          columns: [which === 'small' ? cases : categories(null)],
          join: { kind: 'overlap' },
          coderIds: null,
          contents: ['counts', 'passages', 'synthesis'],
          hidesEmpty: false,
        },
      });
      return '#/matrices?matrixId=' + matrices[which];
    },
    watchFrames: () => {
      frames = [];
      watching += 1;
      const run = watching;
      let last;
      const step = (now) => {
        if (last !== undefined) frames.push(now - last);
        last = now;
        if (run === watching) requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    },
    frames: () => {
      watching += 1;
      return frames.sort((a, b) => a - b);
    },
    letterTime: async (until) => (await letter)[until],
    select: (turn) => {
      const paragraphs = [...document.querySelectorAll('p[data-t]')].filter((p) => { const box = p.getBoundingClientRect(); return box.top > 120 && box.bottom < innerHeight - 40 && (p.textContent ?? '').length > 90; });
      const paragraph = paragraphs[turn % paragraphs.length];
      if (!paragraph) return false;
      const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
      const at = 5 + (turn * 3) % 40;
      paragraph.closest('[contenteditable]')?.focus({ preventScroll: true });
      getSelection().setBaseAndExtent(text, at, text, at + 31);
      return true;
    },
  };
})();
`;
