import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';

/** The text of a file; '' where there is none. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The names in a folder, sorted; none where there is no folder. */
export function namesIfThere(dir: string): string[] {
  try {
    return readdirSync(dir).sort();
  } catch {
    return [];
  }
}

/** What is known of a file; undefined where there is none, or none that can be reached. */
export function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
