// Makes the server's page live: forms are sent and changes fetched in place. Without it everything
// works by loading pages anew.
import { completeCommands } from '/commands.js';
import { morph } from '/morph.js';

document.documentElement.classList.add('scripted');

/** Puts a page that the server sent in place of this one, keeping focus, scroll and what is being typed. */
async function show(response) {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const before = lasts();
  morph(document.body, page.body);
  document.title = page.title;
  for (const newest of lasts()) if (!before.includes(newest)) bringIntoView(newest);
  raiseDialogs();
}

/** The latest message of the channel, and of the thread beside it. */
function lasts() {
  return [...document.querySelectorAll(':is(#messages, #replies) > :last-child')];
}

/**
 * Of a long answer the beginning is wanted, not the end. What others are shown as well must not take a reader away
 * from what they are reading further up.
 */
function bringIntoView(newest) {
  const scroll = newest.closest('.scroll');
  const isLong = scroll && newest.offsetHeight > scroll.clientHeight;
  const isMine = newest.matches('.ephemeral') || performance.now() - actedAt < 5_000;
  if (isLong || isMine) newest.scrollIntoView({ block: isLong ? 'start' : 'end' });
}

/** When the person last sent or pressed something. */
let actedAt = 0;

let opener = null;

function raiseDialogs() {
  const dialogs = [...document.querySelectorAll('dialog[open]')];
  for (const dialog of dialogs) {
    if (dialog.matches(':modal')) continue;
    if (!opener) opener = document.activeElement;
    dialog.close();
    dialog.showModal();
    dialog.querySelector('.body :is(input, textarea, select, button, a)')?.focus();
  }
  if (dialogs.length > 0 || !opener) return;
  const back = opener.isConnected ? opener : document.getElementById('say');
  opener = null;
  back?.focus();
}

// One look at a time; what changes meanwhile is looked at afterwards.
let looking = false;
let again = false;

async function refresh() {
  if (looking) {
    again = true;
    return;
  }
  looking = true;
  try {
    await show(await fetch(location.href, { headers: { 'x-live': '1' } }));
    lost(false);
  } catch {
    lost(true);
  }
  looking = false;
  if (again) {
    again = false;
    await refresh();
  }
}

function lost(is) {
  document.getElementById('lost')?.remove();
  if (!is) return;
  const note = document.createElement('p');
  note.id = 'lost';
  note.dataset.mine = '';
  note.setAttribute('role', 'alert');
  note.textContent = 'The workspace has stopped. Start it again with npm start.';
  document.body.append(note);
}

async function send(action, fields) {
  actedAt = performance.now();
  const body = new URLSearchParams(fields);
  const response = await fetch(action, { method: 'POST', body, headers: { 'x-live': '1' } });
  if (response.url !== location.href) history.replaceState(null, '', response.url);
  await show(response);
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  event.preventDefault();
  const button = event.submitter;
  const fields = new FormData(form, button);
  const words = form.matches('.composer') ? form.elements.text : undefined;
  const typed = words?.value;
  if (words) {
    if (typed.trim() === '') return;
    words.value = '';
    words.dispatchEvent(new Event('input'));
    words.focus();
  }
  button?.setAttribute('aria-busy', 'true');
  try {
    await send(button?.getAttribute('formaction') ?? form.getAttribute('action'), fields);
  } catch {
    if (words && words.value === '') words.value = typed;
    lost(true);
  }
  button?.removeAttribute('aria-busy');
});

document.addEventListener('change', (event) => {
  const control = event.target.closest('[data-at-once]');
  const button = control?.closest('.control')?.querySelector('.send-choice');
  if (button) button.form.requestSubmit(button);
});

document.addEventListener('click', (event) => {
  const chip = event.target.closest('[data-fill]');
  const words = document.getElementById('say');
  if (chip && words) {
    event.preventDefault();
    words.value = chip.dataset.fill;
    words.focus();
    return;
  }
  const link = event.target.closest('a[data-press]');
  const form = link?.closest('form');
  if (form) {
    const fields = new FormData(form);
    fields.set('press', link.dataset.press);
    send('/press', fields).catch(() => lost(true));
  }
});

document.addEventListener('keydown', (event) => {
  const words = event.target.closest?.('.composer textarea');
  if (event.key === 'Enter' && words && !event.shiftKey && !event.isComposing) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    words.form.requestSubmit();
  }
  if (event.key === 'Escape' && location.hash === '#channels') location.hash = '';
});

document.addEventListener(
  'cancel',
  (event) => {
    const close = event.target.dataset?.close;
    if (!close) return;
    event.preventDefault();
    if (close === '/modal/close') {
      send(close, { back: location.pathname + location.search }).catch(() => lost(true));
    } else {
      location.href = close;
    }
  },
  true,
);

for (const words of document.querySelectorAll('textarea[data-commands]')) completeCommands(words);
raiseDialogs();

const cited = document.getElementById('cited');
if (cited && !location.hash) cited.scrollIntoView({ block: 'center' });

const reply = document.querySelector('#replies > :last-child');
if (reply) bringIntoView(reply);

if (document.body.matches('.client')) {
  const words = document.getElementById(location.hash === '#thread' ? 'reply' : 'say');
  if (words && !document.querySelector('dialog[open]') && matchMedia('(hover: hover)').matches) {
    words.focus();
    words.setSelectionRange(words.value.length, words.value.length);
  }
  const changes = new EventSource('/changes');
  changes.addEventListener('message', refresh);
  changes.addEventListener('error', () => lost(true));
}
