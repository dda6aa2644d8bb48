import { GotsError } from '../diagnostic.ts';

/** A file that should be a report of a build or a manifest is neither. */
export function manifestInvalid(file: string, problem: string): never {
  throw new GotsError({
    code: 'manifest_invalid',
    message: `${file}: ${problem}`,
    hint: 'give a file that a build wrote for GOTS_REPORT, or one of `gots report --format json`, of this version of gots',
  });
}
