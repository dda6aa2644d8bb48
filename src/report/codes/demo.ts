import { failure } from '../message.ts';
import { texts } from '../texts/demo.ts';

/** Raised when one of the demo's builds fails; the go command has said why. */
export function demoBuildFailed(command: string, exitCode: number): never {
  throw failure(texts.demo_build_failed, { command, exitCode });
}

/** Raised when a program of the demo does not come up. */
export function demoNotReady(program: string, output: string): never {
  throw failure(texts.demo_not_ready, { program, output: output.trim() || 'nothing' });
}

/** Raised when the woven program answers otherwise than the plain one would. */
export function demoWrongAnswer(request: string, seen: number, wanted: number): never {
  throw failure(texts.demo_wrong_answer, { request, seen, wanted });
}

/** Raised when a program of the demo has to be killed, or ends with another exit code than without weaving. */
export function demoBadEnd(program: string, how: string): never {
  throw failure(texts.demo_bad_end, { program, how });
}

/** Raised when a request has not become one connected trace. */
export function demoMissingTraces(seen: number, wanted: number): never {
  throw failure(texts.demo_missing_traces, { wanted, seen });
}

/** Raised when a log record or an exemplar names no span that came. */
export function demoLooseRecord(what: string, named: string): never {
  throw failure(texts.demo_loose_record, { what, named });
}
