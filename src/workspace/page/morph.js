// What the page itself put on an element stays when the server's page does not have it.
const KEPT = new Set([
  'open',
  'role',
  'aria-activedescendant',
  'aria-autocomplete',
  'aria-busy',
  'aria-controls',
  'aria-expanded',
  'aria-haspopup',
]);

/** Makes an element look like another and changes nothing that is the same already. */
export function morph(from, to) {
  if (from.isEqualNode(to)) return;
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !KEPT.has(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (!KEPT.has(name) && from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  // A field holds what the person typed.
  if (!from.matches('textarea, select, input')) morphChildren(from, to);
}

function morphChildren(from, to) {
  const old = [...from.childNodes].filter((node) => !isMine(node));
  const used = new Set();
  const nodes = [...to.childNodes].map((wanted) => {
    const same = old.find((node) => !used.has(node) && alike(node, wanted));
    if (!same) return document.importNode(wanted, true);
    used.add(same);
    if (same.nodeType === Node.ELEMENT_NODE) morph(same, wanted);
    else if (same.data !== wanted.data) same.data = wanted.data;
    return same;
  });
  for (const node of old) if (!used.has(node)) node.remove();
  let place = from.firstChild;
  for (const node of nodes) {
    while (place && isMine(place)) place = place.nextSibling;
    if (place === node) place = place.nextSibling;
    else from.insertBefore(node, place);
  }
}

// The same thing on both pages: by id where it has one, by kind otherwise.
const alike = (one, other) =>
  one.nodeName === other.nodeName && (one.id ?? '') === (other.id ?? '');

/** Whether the page added this itself. */
const isMine = (node) => node.dataset?.mine !== undefined;
