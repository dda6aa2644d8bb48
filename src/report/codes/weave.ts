import type { Span } from '../diagnostic.ts';
import { failure } from '../message.ts';
import { texts } from '../texts/weave.ts';

/** Raised when only type checking can tell whether a join point matches, and the caller does none. */
export function weaveNeedsTypes(span: Span, question: string): never {
  throw failure(texts.weave_needs_types, { question }, { span });
}

/**
 * Raised when a join point depends on a type that type checking could not find out. In a build the compiler is asked first:
 * what it has to say about the package is the better message.
 */
export function weaveTypeUnknown(span: Span, question: string, why: string): never {
  throw failure(texts.weave_type_unknown, { question, why }, { span });
}

/** Raised when a bare name may come from more than one dot import. */
export function weaveDotImports(span: Span, name: string): never {
  throw failure(texts.weave_dot_imports, { name }, { span });
}

/** Raised when a file that may match holds text which the grammar cannot read, though it may be valid Go. */
export function weaveSyntaxUnknown(span: Span, near: string): never {
  throw failure(texts.weave_syntax_unknown, { near }, { span });
}

/** Raised when a template uses a predeclared name that means something else where it is put, and that nothing stands in for. */
export function templateNameHidden(span: Span, name: string, by: string): never {
  throw failure(texts.template_name_hidden, { name, by }, { span });
}

/** Raised when declarations that an aspect injects match aspects that inject declarations, without an end. */
export function weaveEndlessInjection(span: Span, limit: number): never {
  throw failure(texts.weave_endless_injection, { limit }, { span });
}

/** Raised when the woven file does not parse: advice was applied where its text cannot stand. */
export function weaveBrokenOutput(span: Span, aspects: readonly string[], near: string): never {
  throw failure(texts.weave_broken_output, { aspects: aspects.join(', ') || 'an aspect', near }, { span });
}

/** Raised when a template is executed and Go's text/template says no. */
export function templateExecution(span: Span, message: string, cause: unknown): never {
  throw failure(texts.template_execution, { message }, { span, cause });
}

/** Raised when a template does not parse as text/template. */
export function templateSyntax(span: Span, message: string, cause: unknown): never {
  throw failure(texts.template_syntax, { message }, { span, cause });
}

/** Raised when a template's output holds nothing where something is needed. */
export function templateRendersNothing(span: Span, wanted: string): never {
  throw failure(texts.template_renders_nothing, { wanted }, { span });
}

/** Raised when a template's output is not the Go that is needed at this place. */
export function templateBrokenGo(span: Span, wanted: string, near: string): never {
  throw failure(texts.template_broken_go, { wanted, near }, { span });
}

/** Raised when code that an aspect gives as it is, without a template, is no Go code. */
export function codeBrokenGo(span: Span, wanted: string, near: string): never {
  throw failure(texts.code_broken_go, { wanted, near }, { span });
}

/** Raised when a template prints the same node more than once, or a node and a part of it. */
export function templateNodeTwice(span: Span, node: string): never {
  throw failure(texts.template_node_twice, { node }, { span });
}

/** Raised when a template prints a node inside a string literal of its Go text, where none can stand. */
export function templateNodeInString(span: Span, node: string): never {
  throw failure(texts.template_node_in_string, { node }, { span });
}

/** Raised when a template prints something that has no text of its own. */
export function templateNodeUnprintable(span: Span, kind: string): never {
  throw failure(texts.template_node_unprintable, { kind }, { span });
}

/** Raised when an advice is applied to a node that it cannot change. */
export function adviceWrongNode(
  span: Span,
  advice: string,
  problem: { wanted: string; got: string; at: string },
): never {
  throw failure(
    texts.advice_wrong_node,
    { advice, wanted: problem.wanted, got: problem.got, at: problem.at },
    { span },
  );
}

/** Raised when a name that an advice gives is no Go identifier. */
export function adviceBadName(span: Span, name: string): never {
  throw failure(texts.advice_bad_name, { name: JSON.stringify(name) }, { span });
}

/** Raised when woven code refers to a variable of the package in such a way that its variables would be initialised in another order. */
export function initOrderMoved(
  { importPath, early, late }: { readonly importPath: string; readonly early: string; readonly late: string },
  span: Span | undefined,
): never {
  throw failure(texts.weave_init_order, { importPath, early, late }, { span });
}
