// What htmx does not do: keys, copying, the theme, and messages about what went wrong.
(() => {
  const $ = (selector) => document.querySelector(selector);

  function tell(text) {
    const notice = $('#notice');
    notice.textContent = text;
    clearTimeout(tell.timer);
    tell.timer = setTimeout(() => { notice.textContent = ''; }, 6000);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      tell('Copied.');
    } catch {
      tell('The browser does not allow copying.');
    }
  }

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.copy !== undefined) await copy(button.dataset.copy);
    if (button.dataset.copyFrom) await copy(await (await fetch(button.dataset.copyFrom)).text());
    if (button.id === 'keys') $('#help').showModal();
    if (button.id === 'theme') {
      const dark = getComputedStyle(document.documentElement).colorScheme === 'dark'
        || (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
      document.documentElement.dataset.theme = dark ? 'light' : 'dark';
      try { localStorage.setItem('vonage-simulator.theme', document.documentElement.dataset.theme); } catch { /* Not kept. */ }
    }
  });

  // The new end of a conversation is shown, unless the reader has scrolled away from it.
  let atEnd = true;
  function toEnd() {
    const scroll = $('#scroll');
    if (scroll && atEnd) scroll.scrollTop = scroll.scrollHeight;
  }
  document.addEventListener('scroll', (event) => {
    if (event.target.id === 'scroll') atEnd = event.target.scrollTop + event.target.clientHeight > event.target.scrollHeight - 40;
  }, true);
  document.addEventListener('htmx:after:swap', toEnd);
  toEnd();

  // The conversation in a window that somebody sees has been read. On a narrow screen the list hides it.
  function read() {
    const shown = $('[data-read]');
    if (shown && !document.hidden && shown.offsetParent) fetch(shown.dataset.read, { method: 'POST' });
  }
  document.addEventListener('htmx:after:swap', read);
  document.addEventListener('visibilitychange', read);
  read();
  // A window that nobody sees leaves its connection to others, of which a browser has six, and asks now and then for the sake of its title.
  setInterval(() => { if (document.hidden) document.body.dispatchEvent(new Event('messages')); }, 3000);

  document.addEventListener('htmx:after:request', (event) => {
    const ctx = event.detail.ctx;
    const form = event.target.closest ? event.target.closest('form[data-clear]') : null;
    const status = ctx && ctx.response ? ctx.response.status : 0;
    if (status >= 400) {
      let text = ctx.text;
      try { text = JSON.parse(ctx.text).detail; } catch { /* The text as it is. */ }
      tell(text || 'The simulator refused.');
    } else if (form) {
      for (const field of form.querySelectorAll('input:not([type=hidden]):not([data-keep]), textarea')) field.value = '';
    }
  });
  document.addEventListener('htmx:sse:after:connection', () => { $('#live').classList.add('on'); });
  document.addEventListener('htmx:sse:error', () => { $('#live').classList.remove('on'); });
  document.addEventListener('htmx:sse:close', () => { $('#live').classList.remove('on'); });

  function move(step) {
    const rows = [...document.querySelectorAll('[data-row]')];
    const here = rows.indexOf(document.activeElement);
    const next = here >= 0 ? here + step : rows.findIndex((row) => row.hasAttribute('aria-current'));
    rows[Math.min(rows.length - 1, Math.max(0, next))]?.focus();
  }

  document.addEventListener('keydown', (event) => {
    const field = event.target.closest('input, textarea, select');
    if (event.key === 'Escape') {
      if (field) field.blur();
      else if (!$('#help').open && /[?&](id|theirs)=/.test(location.search)) $('.back')?.click();
      return;
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || $('#help').open) return;
    const tabs = document.querySelectorAll('nav a');
    if (event.key === '/') $('#q')?.focus();
    else if (event.key === 'r') $('#reply')?.focus();
    else if (event.key === 'a') $('#read-all')?.click();
    else if (event.key === '?') $('#help').showModal();
    else if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key >= '1' && event.key <= '5') tabs[event.key - 1].click();
    else return;
    event.preventDefault();
  });
})();
