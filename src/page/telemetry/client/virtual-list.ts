import { el } from './dom.ts';

interface VirtualListOptions<Row> {
  readonly label: string;
  /** Of every row, in pixels. */
  readonly rowHeight: number;
  /** Makes the row's content. */
  readonly render: (row: Row, index: number) => HTMLElement;
  /** A row was chosen, by the mouse or by Enter. */
  readonly onOpen: (row: Row, index: number) => void;
  /** A key was pressed that the list does not know. @returns whether it was used */
  readonly onKey?: (key: string, row: Row | undefined) => boolean;
  /** Another row has become the current one. */
  readonly onMove?: (row: Row) => void;
}

/** A list of rows of equal height, of which only those exist that can be seen. It is moved through with the arrow keys. */
export class VirtualList<Row> {
  readonly element: HTMLElement;
  rows: readonly Row[] = [];
  /** -1: none. */
  current = -1;
  readonly #options: VirtualListOptions<Row>;
  readonly #space: HTMLElement;
  #isQueued = false;

  constructor(options: VirtualListOptions<Row>) {
    this.#options = options;
    this.#space = el('div', { class: 'space' });
    this.element = el(
      'div',
      { class: 'virtual', role: 'listbox', tabIndex: 0, attributes: { 'aria-label': options.label } },
      this.#space,
    );
    this.element.addEventListener('scroll', () => this.#queue());
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    new ResizeObserver(() => this.#queue()).observe(this.element);
  }

  setRows(rows: readonly Row[], current: number): void {
    this.rows = rows;
    this.current = Math.min(current, rows.length - 1);
    this.#draw();
  }

  /** Makes a row the current one, and has it seen. */
  moveTo(index: number): void {
    if (this.rows.length === 0) return;
    this.current = Math.max(0, Math.min(index, this.rows.length - 1));
    const { rowHeight } = this.#options;
    const [top, bottom] = [this.current * rowHeight, (this.current + 1) * rowHeight];
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.element.scrollTop = bottom - clientHeight;
    this.#draw();
    this.#options.onMove?.(this.rows[this.current] as Row);
  }

  #queue(): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    requestAnimationFrame(() => {
      this.#isQueued = false;
      this.#draw();
    });
  }

  #draw(): void {
    const { rowHeight, render, onOpen } = this.#options;
    this.#space.style.height = `${this.rows.length * rowHeight}px`;
    const first = Math.max(0, Math.floor(this.element.scrollTop / rowHeight) - 8);
    const count = Math.ceil(this.element.clientHeight / rowHeight) + 16;
    const drawn = this.rows.slice(first, first + count).map((row, offset) => {
      const index = first + offset;
      const made = render(row, index);
      made.classList.add('row');
      made.id = `row-${index}`;
      made.style.top = `${index * rowHeight}px`;
      made.style.height = `${rowHeight}px`;
      made.setAttribute('role', 'option');
      made.setAttribute('aria-setsize', String(this.rows.length));
      made.setAttribute('aria-posinset', String(index + 1));
      made.setAttribute('aria-selected', String(index === this.current));
      made.addEventListener('click', () => {
        this.moveTo(index);
        onOpen(row, index);
      });
      return made;
    });
    this.#space.replaceChildren(...drawn);
    if (this.current < 0) this.element.removeAttribute('aria-activedescendant');
    else this.element.setAttribute('aria-activedescendant', `row-${this.current}`);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.#options.rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.current + 1,
      j: this.current + 1,
      ArrowUp: this.current - 1,
      k: this.current - 1,
      PageDown: this.current + page,
      PageUp: this.current - page,
      Home: 0,
      End: this.rows.length - 1,
    };
    const to = moves[event.key];
    const row = this.rows[this.current];
    if (to !== undefined) this.moveTo(to);
    else if (event.key === 'Enter' && row !== undefined) this.#options.onOpen(row, this.current);
    else if (!this.#options.onKey?.(event.key, row)) return;
    event.preventDefault();
  }
}
