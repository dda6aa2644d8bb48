import { singleEntry } from '../aspects/schema.ts';
import type { Word } from '../aspects/shape.ts';
import type { YamlNode } from '../aspects/yaml-node.ts';
import { aspectUnknownOption } from '../report/codes/aspect.ts';
import type { OptionKind, OptionWord } from './option-kind.ts';
import { argumentImplements } from './options/argument-implements/argument-implements.ts';
import { body } from './options/body/body.ts';
import { finalResultImplements } from './options/final-result-implements/final-result-implements.ts';
import { hasReceiver } from './options/has-receiver/has-receiver.ts';
import { hasType } from './options/has-type/has-type.ts';
import { name } from './options/name/name.ts';
import { nameGlob } from './options/name-glob/name-glob.ts';
import { nameMatches } from './options/name-matches/name-matches.ts';
import { receiver } from './options/receiver/receiver.ts';
import { receiverIs } from './options/receiver-is/receiver-is.ts';
import { receiverMatches } from './options/receiver-matches/receiver-matches.ts';
import { resultImplements } from './options/result-implements/result-implements.ts';
import { signature } from './options/signature/signature.ts';
import { signatureContains } from './options/signature-contains/signature-contains.ts';

/** Every option of `function`, in the order of the reference. The union {@link FunctionOption} follows from it. */
const kinds = {
  name,
  'name-glob': nameGlob,
  'name-matches': nameMatches,
  receiver,
  'has-receiver': hasReceiver,
  'receiver-matches': receiverMatches,
  'receiver-is': receiverIs,
  'has-body': body,
  signature,
  'signature-contains': signatureContains,
  'has-type': hasType,
  'argument-implements': argumentImplements,
  'result-implements': resultImplements,
  'final-result-implements': finalResultImplements,
};

type ValueOf<K> = K extends OptionKind<infer T, infer _R> ? T : never;

export type FunctionOption = ValueOf<(typeof kinds)[keyof typeof kinds]>;

type Kind = FunctionOption['kind'];

/** Checks that each kind stands under its own name, and that its words read to kinds of this list. */
export const optionKinds: { readonly [K in Kind]: OptionKind<Extract<FunctionOption, { kind: K }>, FunctionOption> } =
  kinds;

/** What is known of the kind of an option. */
export function kindOfOption(option: FunctionOption): OptionKind<FunctionOption> {
  return optionKinds[option.kind] as unknown as OptionKind<FunctionOption>;
}

/** Every key that an option can have in YAML. */
export const optionWords: Readonly<Record<string, OptionWord<FunctionOption> & Word>> = Object.assign(
  {},
  ...Object.values(optionKinds).map(({ words }) => words),
);

/** Reads one item of the list under `function:`. @throws GotsError aspect_unknown_option and those of its value */
export function readFunctionOption(node: YamlNode): FunctionOption {
  const entry = singleEntry(node, 'an option of "function"', 'put a dash before each option');
  const word = Object.hasOwn(optionWords, entry.key) ? optionWords[entry.key] : undefined;
  return word ? word.read(entry) : aspectUnknownOption(entry.span, entry.key, Object.keys(optionWords));
}
