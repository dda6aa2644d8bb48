import { GotsError } from '../report/diagnostic.ts';

/** Where problems go. */
export interface Problems {
  /** Takes each problem, so that reading goes on and all of them are found; without it, the first is thrown. */
  readonly sink?: ((problem: GotsError) => void) | undefined;
}

/**
 * Reads something that can be done without: where problems are collected, one in it is noted and the answer is undefined.
 *
 * @throws GotsError whatever `read` throws, where nothing collects
 */
export function attempt<T>({ sink }: Problems, read: () => T): T | undefined {
  if (!sink) return read();
  try {
    return read();
  } catch (error) {
    if (!(error instanceof GotsError)) throw error;
    sink(error);
    return undefined;
  }
}

/** {@link attempt} for each item of a list; those with a problem are left out. */
export function attemptEach<I, T extends object>(
  problems: Problems,
  items: readonly I[],
  read: (item: I) => T | undefined,
): T[] {
  return items.map((item) => attempt(problems, () => read(item))).filter((value) => value !== undefined);
}
