/** Ways to the places of the directory's screen where keys work. */

export const directorySearch = 'directory-search';
/** The attribute of the button that each contact is reached by: its first number. */
export const firstOfContact = 'data-contact';

/** Puts the caret into the search. After the next drawing: what had it may be on its way out. */
export function focusDirectorySearch(): void {
  requestAnimationFrame(() => document.getElementById(directorySearch)?.focus());
}

/** Goes into the list. */
export function focusFirstContact(): void {
  document.querySelector<HTMLElement>(`[${firstOfContact}]`)?.focus();
}

/** Goes to the contact `step` places further; above the first is the search. */
export function focusNextContact(from: Element, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(`[${firstOfContact}]`)];
  const at = all.findIndex((one) => one.closest('li') === from.closest('li'));
  if (at + step < 0) focusDirectorySearch();
  else all[Math.min(at + step, all.length - 1)]?.focus();
}
