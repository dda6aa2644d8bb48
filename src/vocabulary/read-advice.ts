import { type ReadContext, singleEntry } from '../aspects/schema.ts';
import type { YamlNode } from '../aspects/yaml-node.ts';
import { aspectUnknownAdvice } from '../report/codes/aspect.ts';
import { type Advice, adviceWords } from './advice.ts';

/**
 * Reads one advice, a mapping of a single key.
 *
 * @throws GotsError aspect_not_single_key, aspect_unknown_advice, and what the value can violate
 */
export function readAdvice(node: YamlNode, ctx: ReadContext): Advice {
  const entry = singleEntry(node, 'an advice', 'put a dash before each advice');
  const word = Object.hasOwn(adviceWords, entry.key) ? adviceWords[entry.key] : undefined;
  return word ? word.read(entry, ctx) : aspectUnknownAdvice(entry.span, entry.key, Object.keys(adviceWords));
}
