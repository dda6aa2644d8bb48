import { GotsError, type Span } from '../diagnostic.ts';

/** Raised when only type checking can tell whether a join point matches, and the caller does none. */
export function weaveNeedsTypes(span: Span, question: string): never {
  throw new GotsError({
    code: 'weave_needs_types',
    message: `only type checking can tell ${question}, and this command does none`,
    hint: '`gots weave` and `gots go build` do',
    span,
  });
}

/**
 * Raised when a join point depends on a type that type checking could not find out. In a build the compiler is asked first:
 * what it has to say about the package is the better message.
 */
export function weaveTypeUnknown(span: Span, question: string, why: string): never {
  throw new GotsError({
    code: 'weave_type_unknown',
    message: `type checking cannot tell ${question}: ${why}`,
    hint: 'in `gots weave`, files of a package with cgo or of a module whose dependencies cannot be built are not enough; weave such a package in a build',
    span,
  });
}

/** Raised when a bare name may come from more than one dot import. */
export function weaveDotImports(span: Span, name: string): never {
  throw new GotsError({
    code: 'weave_dot_imports',
    message: `"${name}" may come from any of several dot imports, and a join point depends on which`,
    hint: 'import all but one of them by name',
    span,
  });
}

/** Raised when a file that may match holds text which the grammar cannot read, though it may be valid Go. */
export function weaveSyntaxUnknown(span: Span, near: string): never {
  throw new GotsError({
    code: 'weave_syntax_unknown',
    message: `the syntax near "${near}" is not known to gots, so this file cannot be woven safely`,
    hint: 'if `go vet` accepts the file, please report it; an `//orchestrion:ignore` above the package clause leaves the file unwoven',
    span,
  });
}

/** Raised when a template uses a predeclared name that means something else where it is put, and that nothing stands in for. */
export function templateNameHidden(span: Span, name: string, by: string): never {
  throw new GotsError({
    code: 'template_name_hidden',
    message: `the predeclared "${name}" cannot be reached here, since ${by} declares that name`,
    hint: 'call a function of a package of yours instead, which the template imports',
    span,
  });
}

/** Raised when declarations that an aspect injects match aspects that inject declarations, without an end. */
export function weaveEndlessInjection(span: Span, limit: number): never {
  throw new GotsError({
    code: 'weave_endless_injection',
    message: `the declarations injected here match an aspect that injects declarations again, more than ${limit} times in a row`,
    hint: 'narrow the join point so that it does not match what the aspect injects',
    span,
  });
}

/** Raised when the woven file does not parse: advice was applied where its text cannot stand. */
export function weaveBrokenOutput(span: Span, aspects: readonly string[], near: string): never {
  throw new GotsError({
    code: 'weave_broken_output',
    message: `what ${aspects.join(', ') || 'an aspect'} made of this file does not parse, near "${near}"`,
    hint: 'narrow the join point to nodes where the advice can stand; if it is narrow, please report a bug',
    span,
  });
}

/** Raised when a template is executed and Go's text/template says no. */
export function templateExecution(span: Span, message: string, cause: unknown): never {
  throw new GotsError({
    code: 'template_execution',
    message,
    hint: 'the template was executed for a node that it does not fit; narrow the join point or guard with `if`',
    span,
    cause,
  });
}

/** Raised when a template does not parse as text/template. */
export function templateSyntax(span: Span, message: string, cause: unknown): never {
  throw new GotsError({ code: 'template_syntax', message, hint: 'see the text/template reference', span, cause });
}

/** Raised when a template's output holds nothing where something is needed. */
export function templateRendersNothing(span: Span, wanted: string): never {
  throw new GotsError({
    code: 'template_renders_nothing',
    message: `the template renders nothing, ${wanted} is needed`,
    hint: 'print the node itself with `{{ . }}` where it is to stay as it is',
    span,
  });
}

/** Raised when a template's output is not the Go that is needed at this place. */
export function templateBrokenGo(span: Span, wanted: string, near: string): never {
  throw new GotsError({
    code: 'template_broken_go',
    message: `the template does not render ${wanted}: cannot be parsed near "${near}"`,
    hint: 'run `gots weave` on one file to see what the template renders',
    span,
  });
}

/** Raised when code that an aspect gives as it is, without a template, is no Go code. */
export function codeBrokenGo(span: Span, wanted: string, near: string): never {
  throw new GotsError({
    code: 'code_broken_go',
    message: `this does not make ${wanted}: cannot be parsed near "${near}"`,
    hint: 'close what is open, and write statements only',
    span,
  });
}

/** Raised when a template prints the same node more than once, or a node and a part of it. */
export function templateNodeTwice(span: Span, node: string): never {
  throw new GotsError({
    code: 'template_node_twice',
    message: `the template prints "${node}" twice; it would be evaluated twice`,
    hint: 'keep it in a variable of the woven code, or print `.AST.Copy` the second time',
    span,
  });
}

/** Raised when a template prints a node inside a string literal of its Go text, where none can stand. */
export function templateNodeInString(span: Span, node: string): never {
  throw new GotsError({
    code: 'template_node_in_string',
    message: `the template prints the node "${node}" inside a string`,
    hint: 'print its name or value there (`.AST.Name`, `.AST.Value`), or move the node out of the string',
    span,
  });
}

/** Raised when a template prints something that has no text of its own. */
export function templateNodeUnprintable(span: Span, kind: string): never {
  throw new GotsError({
    code: 'template_node_unprintable',
    message: `the template prints a ${kind}, which has no text of its own to move`,
    hint: 'print its parts',
    span,
  });
}

/** Raised when an advice is applied to a node that it cannot change. */
export function adviceWrongNode(
  span: Span,
  advice: string,
  problem: { wanted: string; got: string; at: string },
): never {
  throw new GotsError({
    code: 'advice_wrong_node',
    message: `${advice} needs ${problem.wanted}, but the join point matched a ${problem.got} at ${problem.at}`,
    hint: 'narrow the join point with all-of',
    span,
  });
}

/** Raised when a name that an advice gives is no Go identifier. */
export function adviceBadName(span: Span, name: string): never {
  throw new GotsError({
    code: 'advice_bad_name',
    message: `add-struct-field cannot add a field named ${JSON.stringify(name)}`,
    hint: 'a name is letters, digits and underscores',
    span,
  });
}

/** Raised when woven code refers to a variable of the package in such a way that its variables would be initialised in another order. */
export function initOrderMoved(
  { importPath, early, late }: { readonly importPath: string; readonly early: string; readonly late: string },
  span: Span | undefined,
): never {
  throw new GotsError({
    code: 'weave_init_order',
    message: `in ${importPath}, ${early} would be initialised before ${late}: woven code that ${late} calls refers to it`,
    hint: 'leave the function that is called so early out of the join point, or keep what woven code needs in a package that it imports',
    span,
  });
}
