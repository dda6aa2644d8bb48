import { type ImportTable, importTable } from '../../../lang/names/imports.ts';
import { readable } from '../../../lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../../../lang/syntax/syntax.ts';
import { hookSyntax } from '../../../report/codes/hooks.ts';
import type { Span } from '../../../report/diagnostic.ts';
import type { PackageSession } from '../../../rewrite/package-session.ts';
import type { Flavour, HooksAdvice } from './hooks-advice.ts';
import { treesOfPackage } from './package-trees.ts';

/** The methods of a context that a hook may call, each with its signature as the body of an interface has it. */
const signatures: Readonly<Record<string, string>> = {
  SetSkipCall: '(__gotsBool)',
  IsSkipCall: '() __gotsBool',
  SetData: '(interface{})',
  GetData: '() interface{}',
  GetKeyData: '(__gotsString) interface{}',
  SetKeyData: '(__gotsString, interface{})',
  HasKeyData: '(__gotsString) __gotsBool',
  GetParam: '(__gotsInt) interface{}',
  SetParam: '(__gotsInt, interface{})',
  GetReturnVal: '(__gotsInt) interface{}',
  SetReturnVal: '(__gotsInt, interface{})',
  GetFuncName: '() __gotsString',
  GetPackageName: '() __gotsString',
  GetParamCount: '() __gotsInt',
  GetReturnValCount: '() __gotsInt',
};

/** Methods of an interface, in the order of {@link signatures}. */
export type ContextMethods = readonly string[];

const all = Object.keys(signatures);

/** What the tools' own interfaces have, where no file of them is at hand. */
export const publishedMethods: Readonly<Record<Flavour, ContextMethods>> = {
  otelc: all,
  loongsuite: all.filter((name) => name !== 'GetParamCount' && name !== 'GetReturnValCount'),
};

/** The body of an interface with these methods. */
export function interfaceBody(methods: ContextMethods): string {
  return `interface {\n${methods.map((name) => `\t${name}${signatures[name]}\n`).join('')}}`;
}

/** A number that differs for different sets of methods. */
export function numberOfMethods(methods: ContextMethods): number {
  return methods.reduce((sum, name) => sum + 2 ** all.indexOf(name), 0);
}

/** The tools let a chain of names lead to the interface; more links than this are a mistake. */
const mostLinks = 8;

/**
 * The methods of the interface that a hook takes first. They are read from where it is declared: a hook is called through a
 * linker symbol, so an interface with other methods than the hook's own makes it call the wrong one. The tools added methods
 * between versions.
 *
 * @param place of the type, as the hook's file writes it
 * @throws GotsError hook_syntax
 */
export function contextMethods(pkg: PackageSession, advice: HooksAdvice, place: TypePlace): ContextMethods {
  const methods = methodsOf(pkg, place, 0);
  if (methods === undefined) return publishedMethods[advice.flavour];
  const other = methods.find((name) => signatures[name] === undefined);
  if (other !== undefined) hookSyntax(place.span, `the context has the method ${other}, which gots does not know`);
  return all.filter((name) => methods.includes(name));
}

/** A type in a file of a package. */
export interface TypePlace {
  readonly type: SyntaxNode | undefined;
  readonly tree: SyntaxTree;
  /** Of all files of the package. */
  readonly trees: readonly SyntaxTree[];
  /** Of the hook, for messages. */
  readonly span: Span;
}

/** @returns undefined if the interface lies in a package whose files are not at hand */
function methodsOf(pkg: PackageSession, place: TypePlace, links: number): readonly string[] | undefined {
  const { type, tree, trees } = place;
  if (type?.kind === 'interface_type') return methodsIn(pkg, place, type, links);
  const [, qualifier, name] =
    /^(?:([\p{L}_][\p{L}\p{Nd}_]*)\s*\.\s*)?([\p{L}_][\p{L}\p{Nd}_]*)$/u.exec(textOf(place)) ?? [];
  if (name === undefined || links > mostLinks) return notAnInterface(place);
  if (qualifier === undefined) {
    const found = declarationOf(trees, name);
    if (found !== undefined) return methodsOf(pkg, { ...place, ...found }, links + 1);
    if (name === 'any') return [];
  }
  for (const path of pathsOf(importTable(tree, pkg.request.packageName), qualifier)) {
    const others = treesOfPackage(pkg, path);
    if (others === undefined) return undefined;
    const found = declarationOf(others, name);
    if (found !== undefined) return methodsOf(pkg, { ...place, ...found, trees: others }, links + 1);
  }
  return notAnInterface(place);
}

function methodsIn(
  pkg: PackageSession,
  place: TypePlace,
  type: SyntaxNode,
  links: number,
): readonly string[] | undefined {
  const methods: string[] = [];
  for (const member of type.children) {
    const name = member.kind === 'method_elem' ? member.field('name') : undefined;
    const embedded = member.kind === 'type_elem' ? methodsOf(pkg, { ...place, type: member }, links + 1) : [];
    if (embedded === undefined) return undefined;
    methods.push(...(name === undefined ? embedded : [textOf({ ...place, type: name })]));
  }
  return methods;
}

function pathsOf({ byName, dots }: ImportTable, qualifier: string | undefined): readonly string[] {
  if (qualifier === undefined) return dots.map(({ path }) => path);
  const spec = byName.get(qualifier);
  return spec === undefined ? [] : [spec.path];
}

function declarationOf(trees: readonly SyntaxTree[], name: string): Pick<TypePlace, 'type' | 'tree'> | undefined {
  for (const tree of trees) {
    const declarations = tree.root.children.filter(({ kind }) => kind === 'type_declaration');
    for (const node of declarations.flatMap(({ children }) => children)) {
      const declared = node.field('name');
      if (declared && readable(tree.source, declared.start, declared.end) === name) {
        return { tree, type: node.field('type') };
      }
    }
  }
  return undefined;
}

function textOf({ type, tree }: Pick<TypePlace, 'type' | 'tree'>): string {
  return type === undefined ? '' : readable(tree.source, type.start, type.end);
}

function notAnInterface(place: TypePlace): never {
  return hookSyntax(place.span, `the first parameter is a ${textOf(place)}, which is no interface that can be read`);
}
