import { failure } from '../message.ts';
import { texts } from '../texts/manifest.ts';

/** A file that should be a report of a build or a manifest is neither. */
export function manifestInvalid(file: string, problem: string): never {
  throw failure(texts.manifest_invalid, { file, problem });
}
