import { GotsError, type Span } from '../diagnostic.ts';
import { suggest } from '../nearest.ts';

/** Raised when hook advice names neither a hook before nor one after. */
export function aspectHooksNone(span: Span): never {
  throw new GotsError({
    code: 'aspect_hooks_none',
    message: 'the hooks name neither a function to run before nor one to run after',
    hint: 'add "before:", "after:" or both',
    span,
  });
}

/** Raised when the package of a hook does not declare it. */
export function hookMissing(
  span: Span,
  hook: { readonly name: string; readonly path: string },
  known: readonly string[],
): never {
  throw new GotsError({
    code: 'hook_missing',
    message: `the package ${hook.path} declares no function ${hook.name}`,
    hint: suggest(hook.name, known),
    span,
  });
}

/** Raised at the hook itself when it cannot be one. */
export function hookSyntax(span: Span, problem: string): never {
  throw new GotsError({
    code: 'hook_syntax',
    message: problem,
    hint: 'a hook is a function whose first parameter is the context of the call',
    span,
  });
}

/** Raised when a hook cannot be called with what the function has. */
export function hookSignature(span: Span, name: string, problem: string): never {
  throw new GotsError({
    code: 'hook_signature',
    message: `the hook ${name} does not fit the function: ${problem}`,
    hint: 'before: the context, the receiver if there is one, the parameters; after: the context, the results; any of them may be an interface{}',
    span,
  });
}

/** Raised when advice refers to a package that go does not find. */
export function aspectPackageMissing(span: Span, path: string): never {
  throw new GotsError({
    code: 'aspect_package_missing',
    message: `there is no package ${path} in this build`,
    hint: 'its module must be required by the project, or lie beside the aspect file; see `go list` for the path',
    span,
  });
}

/** Raised when advice adds a file that its package does not have. */
export function aspectFileOfPackage(
  span: Span,
  want: { readonly path: string; readonly file: string },
  known: readonly string[],
): never {
  throw new GotsError({
    code: 'aspect_file_of_package',
    message: `the package ${want.path} has no file ${want.file}`,
    hint: suggest(want.file, known),
    span,
  });
}

/** Raised when a file that is to be added to a package does not parse. */
export function addedFileSyntax(span: Span, near: string): never {
  throw new GotsError({
    code: 'added_file_syntax',
    message: `this file is added to a package and does not parse near "${near}"`,
    hint: 'compile it by itself first',
    span,
  });
}

/** Raised when advice replaces a file that the package does not have, or not on this platform. */
export function replacedFileMissing(
  span: Span,
  want: { readonly file: string; readonly path: string },
  known: readonly string[],
): never {
  throw new GotsError({
    code: 'replaced_file_missing',
    message: `the package ${want.path} has no file ${want.file} to replace`,
    hint: suggest(want.file, known),
    span,
  });
}

/** Raised when the value of one of several variables cannot be told from those of the others, or there is none to wrap. */
export function adviceNoValue(span: Span, name: string, names: number): never {
  throw new GotsError({
    code: 'advice_no_value',
    message: `the declaration of ${name}, one of ${names} names, has no value of its own that could be changed`,
    hint: 'only values that are written one for each name can be replaced or wrapped',
    span,
  });
}

/** Raised when arguments are added to a call whose arguments are the results of another, and that call cannot be taken apart. */
export function adviceResultsAsArguments(span: Span, callee: string, why: string): never {
  throw new GotsError({
    code: 'advice_results_as_arguments',
    message: `append-args cannot add to the arguments of ${callee}, which are the results of one call: ${why}`,
    hint: 'keep the results in variables and pass those',
    span,
  });
}

/** Raised when advice puts something where only a constant can stand. */
export function adviceNoConstant(
  span: Span,
  advice: string,
  problem: { readonly text: string; readonly at: string },
): never {
  throw new GotsError({
    code: 'advice_no_constant',
    message: `${advice} puts ${problem.text}, which is no constant, where only a constant can stand, at ${problem.at}`,
    hint: 'write a constant expression, or narrow the join point to places where any value can stand',
    span,
  });
}

/** Raised when code is to be put beside a statement that the function does not have. */
export function adviceNoStatement(span: Span, pattern: string): never {
  throw new GotsError({
    code: 'advice_no_statement',
    message: `no statement of the function matches the pattern ${pattern}`,
    hint: 'statements are compared as they are written, those directly in a case of switch or select left out',
    span,
  });
}
