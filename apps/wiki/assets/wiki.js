// Small comforts; every page works without them.

(() => {
  // Menus close on Escape and on a click elsewhere.
  const openMenus = () => document.querySelectorAll('details.w-menu[open]');

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  document.addEventListener('click', (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  });

  // Drafts: what was typed into a form marked with data-draft stays in this tab until the wiki has saved it.
  const store = window.sessionStorage;
  const submitted = 'draft-submitted';
  const keyOf = (form) => `draft:${form.dataset.draft}`;
  const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.name !== 'csrfToken');
  const read = (form) => Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));

  function put(form, draft) {
    for (const field of fieldsOf(form)) if (field.name in draft) field.value = draft[field.name];
  }

  function button(text, className, onClick) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = className;
    made.textContent = text;
    made.addEventListener('click', onClick);
    return made;
  }

  /** Offers an unsaved text instead of putting it in: the page may have changed since. */
  function offer(form, draft) {
    const notice = document.createElement('div');
    notice.className = 'w-notice';
    notice.setAttribute('role', 'status');
    const sentence = document.createElement('p');
    sentence.textContent = 'There is text from you that was not saved.';
    const actions = document.createElement('div');
    actions.className = 'w-actions w-notice-actions';
    actions.append(
      button('Bring it back', 'w-button w-button-small', () => {
        put(form, draft);
        notice.remove();
        form.querySelector('textarea').focus();
      }),
      button('Throw it away', 'w-button w-button-small', () => {
        store.removeItem(keyOf(form));
        notice.remove();
      }),
    );
    notice.append(sentence, actions);
    form.prepend(notice);
  }

  // A page that shows what was saved ends the draft that was sent; any other page means it did not get there.
  if (document.querySelector('[data-saved]') && store.getItem(submitted)) store.removeItem(store.getItem(submitted));
  store.removeItem(submitted);

  for (const form of document.querySelectorAll('form[data-draft]')) {
    const shown = JSON.stringify(read(form));
    const kept = store.getItem(keyOf(form));
    let dirty = 'unsaved' in form.dataset;
    if (dirty) store.setItem(keyOf(form), shown);
    else if (kept && kept !== shown) offer(form, JSON.parse(kept));

    form.addEventListener('input', () => {
      dirty = JSON.stringify(read(form)) !== shown;
      store.setItem(keyOf(form), JSON.stringify(read(form)));
    });
    form.addEventListener('submit', () => {
      dirty = false;
      store.setItem(keyOf(form), JSON.stringify(read(form)));
      store.setItem(submitted, keyOf(form));
    });
    window.addEventListener('beforeunload', (event) => {
      if (dirty) event.preventDefault();
    });
  }
})();
