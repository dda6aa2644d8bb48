import type { Span } from '../diagnostic.ts';
import { GotsError } from '../diagnostic.ts';

/** Weaving a package injects one that, directly or not, needs that package itself. */
export function injectionCycle(ring: string, span: Span | undefined): never {
  throw new GotsError({
    code: 'build_injection_cycle',
    message: `injection cycle: ${ring}`,
    hint: 'exclude one of these packages from the aspect, or let it only be linked (`links:` with go:linkname)',
    span,
  });
}

/** No module of the build provides a package that an aspect injects. */
export function injectedNotFound(path: string, host: string, reason: string, span: Span | undefined): never {
  throw new GotsError({
    code: 'build_injected_not_found',
    message: `cannot inject package "${path}" into ${host}: ${reason}`,
    hint: `add its module to go.mod (go get ${path}), or correct the path in the aspect`,
    span,
  });
}

/** An injected package does not build; go's own output says why and comes along. */
export function injectedBuildFailed(path: string, host: string, output: string, span: Span | undefined): never {
  throw new GotsError({
    code: 'build_injected_failed',
    message: `package "${path}", injected into ${host}, does not build`,
    detail: output.trimEnd(),
    span,
    family: 'go',
  });
}

/** A file that the plan was made from, or that weaving reads, has changed since. */
export function planStale(file: string): never {
  throw new GotsError({
    code: 'build_plan_stale',
    message: `${file} has changed since this build was planned`,
    hint: 'build again; after `gots env`, run that again first',
  });
}

/** Files change as fast as they are read. */
export function planUnsteady(file: string): never {
  throw new GotsError({
    code: 'build_plan_unsteady',
    message: `${file} changes while the build is planned`,
    hint: 'build again when nothing writes to it',
  });
}

/** The plan is not there, not whole, of another version of gots, or somebody else may have written it. */
export function planUnusable(file: string, reason: string): never {
  throw new GotsError({
    code: 'build_plan_unusable',
    message: `the plan of this build cannot be used: ${file}: ${reason}`,
    hint: 'run `gots env` again',
  });
}

/** The injected package was built against another variant of a package that the binary holds. */
export function variantMismatch(path: string, needed: string, binary: string): never {
  throw new GotsError({
    code: 'build_variant_mismatch',
    message: `${path}, which weaving injects, imports ${needed}, and ${binary} holds a variant of ${needed} recompiled for its test`,
    hint: `exclude ${needed} from what the injected packages import, or do not weave this test`,
  });
}

/** Archives may come from installed shared libraries, which no weaver sees. */
export function sharedLibraries(flag: string): never {
  throw new GotsError({
    code: 'build_shared_unsupported',
    message: `${flag} takes packages from installed libraries, which cannot be woven`,
    hint: `build without ${flag}`,
  });
}

/** Files of one package mean different things by a loop variable, and this compiler would not keep them apart in woven text. */
export function loopSemantics(path: string, lang: string, compiler: string): never {
  throw new GotsError({
    code: 'build_loop_semantics',
    message: `${path} is of ${lang}, and some of its files, by a build constraint, of Go 1.22 or newer: woven, their loops would not keep their meaning with ${compiler}`,
    hint: 'build with Go 1.26 or newer, give the package one language version, or do not weave it',
  });
}

/** Raised when `-toolexec` on the command line of a go command takes the place of the one with which `gots env` makes it weave. */
export function toolexecReplaced(program: string): never {
  throw new GotsError({
    code: 'build_toolexec_replaced',
    message: `-toolexec=${program} takes the place of gots' own, so nothing would be woven`,
    hint: 'use `gots go …`, which runs the tools through both, or put it in GOFLAGS and run `gots env` again',
  });
}
