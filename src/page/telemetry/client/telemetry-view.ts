import type { Collection } from '../model/collection.ts';

/** One of the page's views. */
export interface View {
  readonly element: HTMLElement;
  /** Something has come, or another address was opened: what is behind the view's name in it. */
  update(path: readonly string[]): void;
  /** What the search field of the view is, for the key `/`. */
  readonly search: HTMLInputElement | undefined;
}

export interface PageContext {
  readonly collection: Collection;
  /** Opens an address of the page, without the `#/`. */
  readonly go: (...path: readonly string[]) => void;
  /** Has the current view drawn again, soon. */
  readonly redraw: () => void;
}

export function addressOf(...path: readonly string[]): string {
  return `#/${path.map(encodeURIComponent).join('/')}`;
}
