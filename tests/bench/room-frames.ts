/** What runs inside the pages: scrolling frame by frame, and from Enter to paint. Each function is sent to the page as it stands. */

/** Scrolls an element up by some pixels in each frame; answers the ms between frames. A wheel event goes first, as from a hand. */
export async function scrollFrames(request: {
  readonly scroller: string;
  readonly frames: number;
  readonly step: number;
}): Promise<number[]> {
  const scroller = document.querySelector(request.scroller);
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const between: number[] = [];
  let last = await nextFrame();
  for (let frame = 0; frame < request.frames; frame += 1) {
    scroller?.dispatchEvent(new WheelEvent('wheel', { deltaY: -request.step, bubbles: true }));
    scroller?.scrollBy(0, -request.step);
    const now = await nextFrame();
    between.push(now - last);
    last = now;
  }
  return between;
}

/** Times of one line, ms after the key went down. */
export interface LineTimes {
  readonly drawn: number;
  readonly durable: number;
}

/** What a page that is listened to holds. */
export interface ListeningWindow {
  /** Answers once the line with this text is painted, and its writing acknowledged. */
  lineTimes: (text: string) => Promise<LineTimes>;
}

/** Prepares a page: `list` holds the lines; `acknowledged` is the end of the address that answers, or the name of a mark that the page sets. */
export function listenForLines(request: { readonly list: string; readonly acknowledged: string }): void {
  let enter = 0;
  let durable: (at: number) => void = () => undefined;
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') enter = event.timeStamp;
    },
    true,
  );
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries())
      if (entry.name.endsWith(request.acknowledged)) durable((entry as PerformanceResourceTiming).responseEnd ?? entry.startTime);
  }).observe({ entryTypes: ['resource', 'mark'] });
  (window as unknown as ListeningWindow).lineTimes = async (text) => {
    const answered = new Promise<number>((resolve) => {
      durable = resolve;
    });
    const drawn = await new Promise<number>((resolve) => {
      const list = document.querySelector(request.list);
      const painted = () => {
        // A message that is posted in a frame comes after that frame was painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        requestAnimationFrame(() => port2.postMessage(0));
      };
      const watching = new MutationObserver(() => {
        if (!list?.textContent?.includes(text)) return;
        watching.disconnect();
        painted();
      });
      if (list) watching.observe(list, { childList: true, subtree: true, characterData: true });
    });
    return { drawn: drawn - enter, durable: (await answered) - enter };
  };
}
