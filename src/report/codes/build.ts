import type { Span } from '../diagnostic.ts';
import { failure } from '../message.ts';
import { texts } from '../texts/build.ts';

/** Weaving a package injects one that, directly or not, needs that package itself. */
export function injectionCycle(ring: string, span: Span | undefined): never {
  throw failure(texts.build_injection_cycle, { ring }, { span });
}

/** No module of the build provides a package that an aspect injects. */
export function injectedNotFound(path: string, host: string, reason: string, span: Span | undefined): never {
  throw failure(texts.build_injected_not_found, { path, host, reason }, { span });
}

/** An injected package does not build; go's own output says why and comes along. */
export function injectedBuildFailed(path: string, host: string, output: string, span: Span | undefined): never {
  throw failure(texts.build_injected_failed, { path, host }, { detail: output.trimEnd(), span });
}

/** A file that the plan was made from, or that weaving reads, has changed since. */
export function planStale(file: string): never {
  throw failure(texts.build_plan_stale, { file });
}

/** Files change as fast as they are read. */
export function planUnsteady(file: string): never {
  throw failure(texts.build_plan_unsteady, { file });
}

/** The plan is not there, not whole, of another version of gots, or somebody else may have written it. */
export function planUnusable(file: string, reason: string): never {
  throw failure(texts.build_plan_unusable, { file, reason });
}

/** The injected package was built against another variant of a package that the binary holds. */
export function variantMismatch(path: string, needed: string, binary: string): never {
  throw failure(texts.build_variant_mismatch, { path, needed, binary });
}

/** Archives may come from installed shared libraries, which no weaver sees. */
export function sharedLibraries(flag: string): never {
  throw failure(texts.build_shared_unsupported, { flag });
}

/** Files of one package mean different things by a loop variable, and this compiler would not keep them apart in woven text. */
export function loopSemantics(path: string, lang: string, compiler: string): never {
  throw failure(texts.build_loop_semantics, { path, lang, compiler });
}

/** Raised when `-toolexec` on the command line of a go command takes the place of the one with which `gots env` makes it weave. */
export function toolexecReplaced(program: string): never {
  throw failure(texts.build_toolexec_replaced, { program });
}
