/** Offers the commands, and a mention of the app, while one is being typed: a combobox with its list above the field. */
export function completeCommands(words) {
  const commands = JSON.parse(words.dataset.commands);
  const help = document.getElementById(words.getAttribute('aria-describedby'));
  const usualHelp = [...help.childNodes];
  const list = document.createElement('ul');
  let shown = [];
  let active = 0;

  list.id = `${words.id}-commands`;
  list.className = 'suggestions';
  list.dataset.mine = '';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Commands');
  words.form.append(list);
  words.setAttribute('role', 'combobox');
  words.setAttribute('aria-autocomplete', 'list');
  words.setAttribute('aria-haspopup', 'listbox');
  words.setAttribute('aria-controls', list.id);
  words.setAttribute('aria-expanded', 'false');

  function close() {
    list.hidden = true;
    words.setAttribute('aria-expanded', 'false');
    words.removeAttribute('aria-activedescendant');
  }

  function mark(index) {
    active = (index + shown.length) % shown.length;
    [...list.children].forEach((option, position) => {
      option.setAttribute('aria-selected', String(position === active));
    });
    const option = list.children[active];
    words.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function choose(command) {
    words.value = `${command.command} `;
    close();
    explain();
    words.focus();
  }

  // Once a command is there, the help under the field says how it goes on.
  function explain() {
    const [name] = words.value.split(/\s/);
    const command = /^[/@]\S+\s/.test(words.value) && commands.find((one) => one.command === name);
    if (command) help.textContent = `${name} ${command.usage_hint ?? ''} – ${command.description}`;
    else help.replaceChildren(...usualHelp);
  }

  function offer() {
    explain();
    shown = /^[/@]\S*$/.test(words.value)
      ? commands.filter(({ command }) =>
          command.toLowerCase().startsWith(words.value.toLowerCase()),
        )
      : [];
    if (shown.length === 0) return close();
    list.replaceChildren(
      ...shown.map((command, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        const name = Object.assign(document.createElement('b'), { textContent: command.command });
        const usage = document.createElement('span');
        usage.className = 'usage';
        usage.textContent = command.usage_hint ?? '';
        const what = Object.assign(document.createElement('small'), {
          textContent: command.description,
        });
        option.append(name, ' ', usage, ' ', what);
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => choose(command));
        return option;
      }),
    );
    list.hidden = false;
    words.setAttribute('aria-expanded', 'true');
    mark(0);
  }

  words.addEventListener('input', offer);
  words.addEventListener('blur', close);
  words.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const command = shown[active];
    if (event.key === 'ArrowDown') mark(active + 1);
    else if (event.key === 'ArrowUp') mark(active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab' && !event.shiftKey) choose(command);
    else if (event.key === 'Enter' && !event.shiftKey && words.value !== command.command) {
      choose(command);
    } else return;
    event.preventDefault();
  });
}
