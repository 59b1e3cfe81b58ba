/** Work that no one waits for: done once the page is idle, `delay` ms from now at the earliest. Answers how to call it off. */
export const whenIdle = (work: (deadline: IdleDeadline | null) => void, delay = 0): (() => void) => {
  let idle: number | null = null;
  const timer = setTimeout(() => {
    // Safari, which may show the browser host's page, has no idle callbacks.
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(work, { timeout: 2_000 });
    else work(null);
  }, delay);
  return () => {
    clearTimeout(timer);
    if (idle !== null) cancelIdleCallback(idle);
  };
};
