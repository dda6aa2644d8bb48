import type { Span } from '../diagnostic.ts';
import { failure } from '../message.ts';
import { suggest } from '../nearest.ts';
import { texts } from '../texts/hooks.ts';

/** Raised when hook advice names neither a hook before nor one after. */
export function aspectHooksNone(span: Span): never {
  throw failure(texts.aspect_hooks_none, {}, { span });
}

/** Raised when the package of a hook does not declare it. */
export function hookMissing(
  span: Span,
  hook: { readonly name: string; readonly path: string },
  known: readonly string[],
): never {
  throw failure(
    texts.hook_missing,
    { path: hook.path, name: hook.name, suggestion: suggest(hook.name, known) },
    { span },
  );
}

/** Raised at the hook itself when it cannot be one. */
export function hookSyntax(span: Span, problem: string): never {
  throw failure(texts.hook_syntax, { problem }, { span });
}

/** Raised when a hook cannot be called with what the function has. */
export function hookSignature(span: Span, name: string, problem: string): never {
  throw failure(texts.hook_signature, { name, problem }, { span });
}

/** Raised when advice refers to a package that go does not find. */
export function aspectPackageMissing(span: Span, path: string): never {
  throw failure(texts.aspect_package_missing_in_build, { path }, { span });
}

/** Raised when advice adds a file that its package does not have. */
export function aspectFileOfPackage(
  span: Span,
  want: { readonly path: string; readonly file: string },
  known: readonly string[],
): never {
  throw failure(
    texts.aspect_file_of_package,
    { path: want.path, file: want.file, suggestion: suggest(want.file, known) },
    { span },
  );
}

/** Raised when a file that is to be added to a package does not parse. */
export function addedFileSyntax(span: Span, near: string): never {
  throw failure(texts.added_file_syntax, { near }, { span });
}

/** Raised when advice replaces a file that the package does not have, or not on this platform. */
export function replacedFileMissing(
  span: Span,
  want: { readonly file: string; readonly path: string },
  known: readonly string[],
): never {
  throw failure(
    texts.replaced_file_missing,
    { path: want.path, file: want.file, suggestion: suggest(want.file, known) },
    { span },
  );
}

/** Raised when the value of one of several variables cannot be told from those of the others, or there is none to wrap. */
export function adviceNoValue(span: Span, name: string, names: number): never {
  throw failure(texts.advice_no_value, { name, names }, { span });
}

/** Raised when arguments are added to a call whose arguments are the results of another, and that call cannot be taken apart. */
export function adviceResultsAsArguments(span: Span, callee: string, why: string): never {
  throw failure(texts.advice_results_as_arguments, { callee, why }, { span });
}

/** Raised when advice puts something where only a constant can stand. */
export function adviceNoConstant(
  span: Span,
  advice: string,
  problem: { readonly text: string; readonly at: string },
): never {
  throw failure(texts.advice_no_constant, { advice, text: problem.text, at: problem.at }, { span });
}

/** Raised when code is to be put beside a statement that the function does not have. */
export function adviceNoStatement(span: Span, pattern: string): never {
  throw failure(texts.advice_no_statement, { pattern }, { span });
}
