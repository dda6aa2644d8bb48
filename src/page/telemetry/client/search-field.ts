import { el } from './dom.ts';

/** A field to search in; `onInput` gets its text when it has changed. */
export function searchField(placeholder: string, onInput: () => void): HTMLInputElement {
  const field = el('input', {
    class: 'search',
    type: 'search',
    attributes: { placeholder, 'aria-label': placeholder, autocomplete: 'off', spellcheck: 'false' },
  });
  field.addEventListener('input', onInput);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && field.value !== '') {
      field.value = '';
      onInput();
      event.stopPropagation();
    }
  });
  return field;
}

/** What an empty list says: why, and how to get something. */
export function emptyNote(title: string, ...lines: readonly string[]): HTMLElement {
  return el('div', { class: 'empty' }, el('h2', {}, title), ...lines.map((line) => el('p', {}, line)));
}

/** Attributes as a table of two columns. */
export function attributeTable(attributes: readonly { readonly key: string; readonly value: string }[]): HTMLElement {
  const sorted = [...attributes].sort((a, b) => (a.key < b.key ? -1 : 1));
  return el(
    'dl',
    { class: 'attributes' },
    ...sorted.map(({ key, value }) => el('div', {}, el('dt', {}, key), el('dd', {}, value === '' ? '""' : value))),
  );
}
