import { mapOf, textsOf } from '../../aspects/schema.ts';
import { keysOf, list, map, typeName } from '../../aspects/shape.ts';
import { isNothing, type YamlEntry } from '../../aspects/yaml-node.ts';
import type { PackageFacts } from '../../lang/names/package-facts.ts';
import { reachesPackage } from '../../lang/names/reaches-package.ts';
import { type TypeName, typeNameAt } from '../../lang/names/type-name.ts';
import { aspectUnknownKey } from '../../report/codes/aspect.ts';
import { type Condition, conjunction, reaches } from '../conditions/condition.ts';
import { possibly, type Reach } from '../reach.ts';
import { notImported } from '../reasons.ts';

/** Types of parameters and results, which two options have. */
export interface SignatureTypes {
  readonly args: readonly TypeName[];
  readonly returns: readonly TypeName[];
}

export const signatureKeys = map(
  {
    args: { shape: list(typeName, true), doc: 'Types of the parameters in order; `a, b int` counts once.' },
    returns: { shape: list(typeName, true), doc: 'Types of the results in order.' },
  },
  true,
);

/**
 * An extra key is an error in every dialect: it would change which functions match.
 *
 * @throws GotsError aspect_wrong_type, aspect_unknown_key, aspect_bad_type_name
 */
export function signatureTypes(entry: YamlEntry): SignatureTypes {
  if (isNothing(entry.value)) return { args: [], returns: [] };
  const where = `"${entry.key}"`;
  const known: readonly string[] = keysOf(signatureKeys);
  const { entries } = mapOf(entry.value, where);
  for (const { key, span } of entries) if (!known.includes(key)) aspectUnknownKey(span, { key, where, known });
  return { args: typesOf(entries, 'args'), returns: typesOf(entries, 'returns') };
}

function typesOf(entries: readonly YamlEntry[], key: string): TypeName[] {
  const entry = entries.find((candidate) => candidate.key === key);
  if (!entry || isNothing(entry.value)) return [];
  return textsOf(entry).map(({ text, node }) => typeNameAt(node.span, text));
}

export function allTypes({ args, returns }: SignatureTypes): readonly TypeName[] {
  return [...args, ...returns];
}

/** Words that are written where the types are. `any` may be written `interface{}`. */
export function wordsOfTypes(types: SignatureTypes): readonly string[] {
  return allTypes(types).flatMap(({ path, name }) => (path === undefined && name === 'any' ? [] : [name]));
}

export function reachOfTypes(types: SignatureTypes, facts: PackageFacts): Reach {
  return possibly(allTypes(types).every((type) => reachesPackage(type.path, facts)));
}

export function boundOfTypes(types: SignatureTypes): Condition {
  return conjunction(allTypes(types).map((type) => reaches(type.path)));
}

export function absentType(types: SignatureTypes, { importPath, imports }: PackageFacts): string | undefined {
  const absent = allTypes(types).find(({ path }) => path !== undefined && path !== importPath && !imports.has(path));
  return absent && notImported(absent.path);
}
