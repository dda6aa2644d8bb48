import { failure } from '../message.ts';
import { texts } from '../texts/doctor.ts';

/** Raised when the program cannot be built; the go command has said why. */
export function doctorBuildFailed(command: string, exitCode: number): never {
  throw failure(texts.doctor_build_failed, { command, exitCode });
}

/** Raised when what is to be examined cannot be started. */
export function doctorNoProgram(what: string): never {
  throw failure(texts.doctor_no_program, { what });
}

/** Raised when a program does not answer as a woven one does. */
export function doctorNoReport(program: string, output: string): never {
  const shown = output.trim().slice(-300);
  throw failure(texts.doctor_no_report, { program, output: shown === '' ? 'it wrote nothing' : `it wrote: ${shown}` });
}
