import type { MatchContext } from '../lang/names/match-context.ts';
import type { Grammar } from '../lang/syntax/grammar.ts';
import type { GoNode, Unit } from '../lang/tree/unit.ts';
import type { Span } from '../report/diagnostic.ts';
import type { ImportNames } from './names/import-names.ts';
import type { PackageSession } from './package-session.ts';

/** Declarations that advice injected. */
export interface InjectedDeclarations {
  readonly text: string;
  /** Where the aspect file says the advice. */
  readonly span: Span;
  /** The injected declarations at one of whose nodes it did so; undefined at a node of the file. */
  readonly within: InjectedDeclarations | undefined;
}

/** The weaving of one file: what is known, and what advice leaves behind besides changes to the tree. */
export interface FileSession {
  readonly pkg: PackageSession;
  readonly ctx: MatchContext;
  readonly file: Unit;
  readonly grammar: Grammar;
  readonly names: ImportNames;
  /** For the template function `Version`. */
  readonly version: string;
  /** Declarations to put at the end of the file, in order. */
  readonly appended: Unit[];
  /** Text to put at the end of the file, after those. It is not matched. */
  readonly declarations: { readonly text: string; readonly span: Span }[];
  /** How each of {@link appended} came about. */
  readonly injected: Map<Unit, InjectedDeclarations>;
  readonly blankImports: Set<string>;
  readonly links: Set<string>;
  /** Language levels of the templates applied. */
  readonly langs: Set<string>;
  /** What the advice that was applied may have done besides. */
  readonly effects: Set<'hides errors' | 'moves order'>;
}

/** One matched node while the advice of its aspects is applied, one after the other. */
export interface Site {
  readonly session: FileSession;
  /** The node that matched: its place in the file. */
  readonly slot: GoNode;
  /** What stands there now: advice sees what earlier advice made of the node. */
  readonly node: GoNode;
  /** Of the advice, for errors without a better place. */
  readonly span: Span;
}
