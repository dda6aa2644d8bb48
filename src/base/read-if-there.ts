import { readFileSync } from 'node:fs';

/** The text of a file; '' where there is none. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
