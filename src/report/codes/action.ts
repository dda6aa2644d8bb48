import { failure } from '../message.ts';
import { suggest } from '../nearest.ts';
import { texts } from '../texts/action.ts';

/** An input that takes one of a few words has another one. */
export function inputUnknownValue(input: string, value: string, known: readonly string[]): never {
  throw failure(texts.action_input_unknown_value, {
    input,
    value: JSON.stringify(value),
    suggestion: suggest(value, known),
  });
}

export function inputNotBoolean(input: string, value: string): never {
  throw failure(texts.action_input_not_boolean, { input, value: JSON.stringify(value) });
}

export function inputNotNumber(input: string, value: string, least: number, most: number): never {
  throw failure(texts.action_input_not_number, { input, value: JSON.stringify(value), least, most });
}

/** A character that neither a path nor an argument of a program can hold. */
export function inputHoldsNul(input: string): never {
  throw failure(texts.action_input_nul, { input });
}

/** Words of a list are separated by blanks and lines; quotes keep blanks in a word. */
export function inputUnclosedQuote(input: string, value: string): never {
  throw failure(texts.action_input_quote, { input, value: JSON.stringify(value) });
}

export function inputOutsideWorkspace(input: string, value: string, workspace: string): never {
  throw failure(texts.action_input_outside, { input, value: JSON.stringify(value), workspace });
}

export function inputNoFolder(input: string, value: string): never {
  throw failure(texts.action_input_no_folder, { input, value: JSON.stringify(value) });
}

export function inputFlagForPackage(value: string): never {
  throw failure(texts.action_input_package_is_flag, { value: JSON.stringify(value) });
}

export function inputPackageForFlag(input: string, value: string): never {
  throw failure(texts.action_input_no_flag, { input, value: JSON.stringify(value) });
}

/** Flags that decide where things go and how go is started are the action's own. */
export function inputReservedFlag(input: string, flag: string): never {
  throw failure(texts.action_input_reserved_flag, {
    input,
    flag,
    remedy: flag === 'o' ? 'use "output-directory"' : flag === 'C' ? 'use "working-directory"' : `remove -${flag}`,
  });
}

export function targetUnknown(text: string, known: readonly string[]): never {
  throw failure(texts.action_target_unknown, { text: JSON.stringify(text), suggestion: suggest(text, known) });
}

export function targetTwice(name: string): never {
  throw failure(texts.action_target_twice, { name });
}

/** There is nothing to weave. */
export function noModule(folder: string): never {
  throw failure(texts.action_no_module, { folder });
}

/** A package for a platform holds a program, and there is none. */
export function noMainPackage(target: string, packages: readonly string[]): never {
  throw failure(texts.action_no_main, { target, packages: packages.join(' ') });
}

export function azureHostUnreadable(path: string, problem: string): never {
  throw failure(texts.azure_host_unreadable, { path, problem });
}

export function azureNoHandler(path: string): never {
  throw failure(texts.azure_no_handler, { path });
}

/** The host would start a file that is not in the zip, such as the `.exe` of a developer's machine. */
export function azureExecutableDiffers(path: string, executable: string, program: string): never {
  throw failure(texts.azure_executable_differs, { path, executable: JSON.stringify(executable), program });
}
