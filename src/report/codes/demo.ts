import { GotsError, type Span } from '../diagnostic.ts';

/** Raised when a line that a traced program exported is not OTLP JSON. */
export function badTraceLine(span: Span, line: string, cause: unknown): never {
  const shown = line.length > 80 ? `${line.slice(0, 80)}…` : line;
  throw new GotsError({ code: 'demo_bad_trace', message: `not OTLP JSON: ${shown}`, span, family: 'bug', cause });
}

/** Raised when one of the demo's builds fails; the go command has said why. */
export function demoBuildFailed(command: string, exitCode: number): never {
  throw new GotsError({
    code: 'demo_build_failed',
    message: `\`${command}\` ended with exit code ${exitCode}`,
    hint: "the go command's own messages are above",
    family: 'go',
  });
}

/** Raised when a program of the demo does not come up. */
export function demoNotReady(program: string, output: string): never {
  throw new GotsError({
    code: 'demo_not_ready',
    message: `${program} did not start to listen; it said: ${output.trim() || 'nothing'}`,
    family: 'go',
  });
}

/** Raised when the woven program answers otherwise than the plain one would. */
export function demoWrongAnswer(request: string, seen: number, wanted: number): never {
  throw new GotsError({
    code: 'demo_wrong_answer',
    message: `${request} was answered with status ${seen}, not ${wanted}`,
    family: 'bug',
  });
}

/** Raised when a program of the demo has to be killed, or ends with another exit code than without weaving. */
export function demoBadEnd(program: string, how: string): never {
  throw new GotsError({ code: 'demo_bad_end', message: `${program} ${how} after SIGTERM`, family: 'bug' });
}

/** Raised when fewer server spans came out than requests went in. */
export function demoMissingTraces(seen: number, wanted: number): never {
  throw new GotsError({
    code: 'demo_missing_traces',
    message: `${wanted} requests were sent, but the programs exported the traces of ${seen}`,
    family: 'bug',
  });
}
