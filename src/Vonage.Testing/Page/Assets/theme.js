// Before the page is drawn, so that it does not flash in the other theme.
(() => {
  try {
    const theme = localStorage.getItem('vonage-simulator.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch { /* A browser can forbid the storage. */ }
})();
