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

  // A form that came back with faults begins at their list.
  document.querySelector('.db-errors')?.focus();
}
