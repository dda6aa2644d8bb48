import type { Span } from '../diagnostic.ts';
import { failure } from '../message.ts';
import { texts } from '../texts/demo.ts';

/** Raised when a line that a traced program exported is not OTLP JSON. */
export function badTraceLine(span: Span, line: string, cause: unknown): never {
  const shown = line.length > 80 ? `${line.slice(0, 80)}…` : line;
  throw failure(texts.demo_bad_trace, { shown }, { span, cause });
}

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

/** Raised when fewer server spans came out than requests went in. */
export function demoMissingTraces(seen: number, wanted: number): never {
  throw failure(texts.demo_missing_traces, { wanted, seen });
}
