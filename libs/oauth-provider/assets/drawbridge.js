// Small comforts; every page works without this file. The braces keep its names from the host's own scripts.
{
  // Copy buttons appear only where there is a script to work them.
  for (const button of document.querySelectorAll('[data-db-copy]')) {
    const field = document.getElementById(button.dataset.dbCopy);
    if (!field) continue;
    const said = button.textContent;
    const status = document.createElement('span');
    status.className = 'db-visually-hidden';
    status.setAttribute('role', 'status');
    button.after(status);
    let timer;
    const say = (text, spoken) => {
      button.textContent = text;
      status.textContent = spoken;
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.textContent = said;
        status.textContent = '';
      }, 2500);
    };
    button.hidden = false;
    button.addEventListener('click', async () => {
      const isInput = 'value' in field;
      if (isInput) field.select();
      else getSelection().selectAllChildren(field);
      try {
        await navigator.clipboard.writeText(isInput ? field.value : field.textContent);
        say(button.dataset.dbCopied, button.dataset.dbCopiedSpoken);
      } catch {
        say(button.dataset.dbByHand, button.dataset.dbByHandSpoken);
      }
    });
  }

  // Menus close on Escape and on a click elsewhere, and only one is open at a time.
  const openMenus = () => document.querySelectorAll('details.db-menu[open]');

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

  // One more row, for addresses of which there may be several: what the button would fetch from the server.
  for (const rows of document.querySelectorAll('[data-db-rows]')) {
    const add = rows.querySelector('button[name="add"]');
    const last = () => [...rows.querySelectorAll('.db-row')].at(-1);
    add?.addEventListener('click', (event) => {
      event.preventDefault();
      const count = rows.querySelectorAll('.db-row').length;
      const row = last().cloneNode(true);
      const [input, label] = [row.querySelector('input'), row.querySelector('label')];
      row.querySelector('.db-error-text')?.remove();
      input.value = '';
      input.required = false;
      input.removeAttribute('aria-invalid');
      input.setAttribute('aria-describedby', `${input.name}-hint`);
      input.id = label.htmlFor = `${input.name}-${count}`;
      label.textContent = rows.dataset.dbMore;
      label.className = 'db-visually-hidden';
      last().after(row);
      input.focus();
      if (count + 1 >= Number(rows.dataset.dbRows)) add.hidden = true;
    });
  }

  // A field is judged when it is left, by the rules it will be saved by; what was put right is taken back at once.
  for (const form of document.querySelectorAll('form[data-db-check]')) {
    const left = new Set();
    const ticket = document.querySelector('meta[name="csrf-token"]')?.content;
    let latest = 0;

    const say = (input, problem) => {
      const id = `${input.id}-problem`;
      const place = form.querySelector(`[id="${id}"]`);
      const described = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
      if (problem === undefined) {
        place?.remove();
        input.removeAttribute('aria-invalid');
      } else {
        const text = place ?? document.createElement('p');
        text.id = id;
        text.className = 'db-error-text';
        text.setAttribute('role', 'status');
        if (text.textContent !== problem) text.textContent = problem;
        if (!place) (input.closest('.db-row') ?? input.closest('.db-field')).append(text);
        input.setAttribute('aria-invalid', 'true');
        described.push(id);
      }
      input.setAttribute('aria-describedby', described.join(' '));
    };

    const judge = async () => {
      const number = ++latest;
      const fields = new URLSearchParams(new FormData(form));
      fields.delete('ticket');
      const answer = await fetch(form.dataset.dbCheck, {
        method: 'POST',
        headers: { 'x-csrf-token': ticket ?? '' },
        body: fields,
      }).catch(() => null);
      if (!answer?.ok || number !== latest) return;
      const problems = await answer.json();
      // The server leaves out what is empty when it counts the addresses.
      const filled = [...form.querySelectorAll('.db-row input')].filter(({ value }) => value.trim() !== '');
      for (const input of left) {
        const index = filled.indexOf(input);
        const key = input.name !== 'redirectUris' || index < 1 ? input.name : `${input.name}-${index}`;
        const isEmptyAmongOthers = input.name === 'redirectUris' && index < 0 && filled.length > 0;
        say(input, isEmptyAmongOthers ? undefined : problems[key]);
      }
    };

    form.addEventListener('change', ({ target }) => {
      // The client type, a unit: what depends on it is judged anew.
      if (target.type === 'radio' || target.tagName === 'SELECT') {
        if (left.size > 0) void judge();
      }
    });
    form.addEventListener('focusout', ({ target, relatedTarget }) => {
      if (!target.matches('input:not([type="radio"], [type="checkbox"], [type="hidden"]), textarea')) return;
      // Whoever goes on to save or to cancel hears of everything there.
      if (relatedTarget?.closest('form > .db-actions')) return;
      if (target.name === 'redirectUris' && target.value.trim() === '' && !left.has(target)) return;
      left.add(target);
      void judge();
    });
  }
}
