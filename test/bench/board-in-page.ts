/**
 * What runs in the page to measure it, as text: this program knows no browser. `measure.until(test)` resolves with the
 * time when what `test` waits for is on the screen.
 */
export const IN_PAGE = `globalThis.measure = {
  until: (test) => new Promise((resolve) => {
    const look = () => {
      if (!test()) return void requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    look();
  }),
  counts: () => [...document.querySelectorAll('.board-count')].map((element) => element.textContent).join(),
  ready: async () => {
    const shown = await measure.until(() => document.querySelector('.deal-card') !== null);
    const answer = performance.getEntriesByType('resource').find(({ name }) => name.includes('/api/pipelines/sale'));
    return shown - answer.responseEnd;
  },
  /** Clicks the entry of the open menu; the card is expected in the column. */
  move: async ({ item, name, to }) => {
    const entry = [...document.querySelectorAll('[role=menuitem]')].find((element) => element.textContent === item);
    const column = document.querySelectorAll('.board-column')[to];
    const began = performance.now();
    entry.click();
    return (await measure.until(() => column.textContent.includes(name))) - began;
  },
  longestTask: async () => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    for (const column of document.querySelectorAll('.board-cards')) {
      for (let step = 0; step < 40; step += 1) {
        column.scrollTop += 900;
        await new Promise((next) => requestAnimationFrame(next));
      }
    }
    observer.disconnect();
    return longest;
  },
};`;
