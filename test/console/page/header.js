// The console page's own script: it builds the navigation bar late and once more, as the real page's does (§11.2).
(() => {
  const NARROW = matchMedia('(max-width: 619px)');
  const MENU_CONTENT_DELAY_MS = 400;
  const TITLE_DELAY_MS = 700;
  const REBUILD_DELAY_MS = 300;

  /** @type {{ header: import('../headers/header.ts').Header, delayMs: number, rerender: boolean, themeCookie: string }} */
  const state = JSON.parse(document.querySelector('#stand-in-state')?.textContent ?? '{}');
  const { header } = state;

  setTimeout(() => {
    build();
    if (state.rerender) setTimeout(build, REBUILD_DELAY_MS);
    NARROW.addEventListener('change', build);
  }, state.delayMs);
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKeyDown);

  function build() {
    const mount = document.querySelector(header.mount);
    if (!mount) return;
    mount.innerHTML = NARROW.matches ? header.narrow : header.wide;
    finish(mount);
    setTimeout(fillAccountMenu, MENU_CONTENT_DELAY_MS);
    setTimeout(() => {
      if (header.lateTitle) document.querySelector('#nav-usernameMenu')?.setAttribute('title', header.lateTitle);
    }, TITLE_DELAY_MS);
  }

  function fillAccountMenu() {
    const menu = document.querySelector('#menu--account');
    if (!menu || !header.accountMenu || menu.childElementCount > 0) return;
    menu.innerHTML = header.accountMenu;
    finish(menu);
  }

  /** Style attributes would break the strict policy, element properties do not. @param {Element} root */
  function finish(root) {
    for (const element of root.querySelectorAll('[data-background]')) {
      if (!(element instanceof HTMLElement)) continue;
      const color = `#${element.dataset.background}`;
      element.style.backgroundColor = color;
      element.style.color = isLight(color) ? '#0f141a' : '#ffffff';
      delete element.dataset.background;
    }
    // Encoded once here and once more by the form (§4).
    for (const input of root.querySelectorAll('input[name=redirect_uri]')) {
      if (input instanceof HTMLInputElement) input.value = encodeURIComponent(location.href);
    }
  }

  /** @param {string} color */
  function isLight(color) {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    return red * 0.3 + green * 0.59 + blue * 0.11 > 140;
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest('[aria-controls]');
    const theme = target?.closest('[data-theme]');
    if (theme instanceof HTMLElement) choose(theme.dataset.theme ?? '');
    const menuId = button?.getAttribute('aria-controls') ?? '';
    const opened = menuId === '' ? null : document.getElementById(menuId);
    if (button?.matches('a')) event.preventDefault();
    for (const menu of document.querySelectorAll('.menu, .drawer')) {
      if (!(menu instanceof HTMLElement) || menu === opened) continue;
      // The drawer stays open while one of its own buttons opens a menu.
      if (!menu.contains(target)) show(menu, false);
    }
    if (opened?.matches('.menu, .drawer')) show(opened, opened.hidden === true);
  }

  /** @param {HTMLElement} menu @param {boolean} visible */
  function show(menu, visible) {
    if (visible && menu.id === 'menu--account') fillAccountMenu();
    menu.hidden = !visible;
    const button = document.querySelector(`[aria-controls="${menu.id}"]`);
    button?.setAttribute('aria-expanded', `${visible}`);
    if (!button || !visible || NARROW.matches || menu.matches('.drawer')) return;
    menu.style.right = `${Math.max(0, document.body.clientWidth - button.getBoundingClientRect().right)}px`;
  }

  /** @param {string} theme */
  function choose(theme) {
    document.body.classList.toggle('awsui-dark-mode', theme === 'dark');
    // biome-ignore lint/suspicious/noDocumentCookie: the console's own cookie, and Firefox has no cookieStore.
    document.cookie = state.themeCookie.replace('{theme}', theme);
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.altKey && event.code === 'KeyS') {
      const search = document.querySelector('[data-testid=awsc-concierge-input]');
      if (search instanceof HTMLElement) search.focus();
      event.preventDefault();
    }
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('.menu, .drawer')) {
      if (menu instanceof HTMLElement) show(menu, false);
    }
  }
})();
