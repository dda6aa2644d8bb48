import { GotsError } from '../diagnostic.ts';
import { suggest } from '../nearest.ts';

/** An input that takes one of a few words has another one. */
export function inputUnknownValue(input: string, value: string, known: readonly string[]): never {
  throw new GotsError({
    code: 'action_input_unknown_value',
    message: `input "${input}": unknown value ${JSON.stringify(value)}`,
    hint: suggest(value, known),
  });
}

export function inputNotBoolean(input: string, value: string): never {
  throw new GotsError({
    code: 'action_input_not_boolean',
    message: `input "${input}": ${JSON.stringify(value)} is neither true nor false`,
    hint: 'write true or false',
  });
}

export function inputNotNumber(input: string, value: string, least: number, most: number): never {
  throw new GotsError({
    code: 'action_input_not_number',
    message: `input "${input}": ${JSON.stringify(value)} is no whole number from ${least} to ${most}`,
    hint: `write a number from ${least} to ${most}`,
  });
}

/** A character that neither a path nor an argument of a program can hold. */
export function inputHoldsNul(input: string): never {
  throw new GotsError({
    code: 'action_input_nul',
    message: `input "${input}" holds a NUL character`,
    hint: 'remove it',
  });
}

/** Words of a list are separated by blanks and lines; quotes keep blanks in a word. */
export function inputUnclosedQuote(input: string, value: string): never {
  throw new GotsError({
    code: 'action_input_quote',
    message: `input "${input}": a quotation is not closed in ${JSON.stringify(value)}`,
    hint: 'close it; a word with blanks stands in "double" or \'single\' quotes',
  });
}

export function inputOutsideWorkspace(input: string, value: string, workspace: string): never {
  throw new GotsError({
    code: 'action_input_outside',
    message: `input "${input}": ${JSON.stringify(value)} lies outside the workspace ${workspace}`,
    hint: 'name a path below the checkout',
  });
}

export function inputNoFolder(input: string, value: string): never {
  throw new GotsError({
    code: 'action_input_no_folder',
    message: `input "${input}": there is no folder ${JSON.stringify(value)} in the workspace`,
    hint: 'check out the repository before this step (actions/checkout), and name a folder of it',
  });
}

export function inputFlagForPackage(value: string): never {
  throw new GotsError({
    code: 'action_input_package_is_flag',
    message: `input "packages": ${JSON.stringify(value)} is a flag, not a package`,
    hint: 'flags of the build go to "build-flags", flags of the tests to "test-flags"',
  });
}

export function inputPackageForFlag(input: string, value: string): never {
  throw new GotsError({
    code: 'action_input_no_flag',
    message: `input "${input}": ${JSON.stringify(value)} is no flag`,
    hint: 'packages go to "packages"; a value with blanks is quoted as a whole: "-ldflags=-s -w"',
  });
}

/** Flags that decide where things go and how go is started are the action's own. */
export function inputReservedFlag(input: string, flag: string): never {
  throw new GotsError({
    code: 'action_input_reserved_flag',
    message: `input "${input}": -${flag} is set by the action itself`,
    hint: flag === 'o' ? 'use "output-directory"' : flag === 'C' ? 'use "working-directory"' : `remove -${flag}`,
  });
}

export function targetUnknown(text: string, known: readonly string[]): never {
  throw new GotsError({
    code: 'action_target_unknown',
    message: `input "targets": unknown target ${JSON.stringify(text)}`,
    hint: suggest(text, known),
  });
}

export function targetTwice(name: string): never {
  throw new GotsError({
    code: 'action_target_twice',
    message: `input "targets": ${name} is named twice`,
    hint: 'name each target once',
  });
}

/** There is nothing to weave. */
export function noModule(folder: string): never {
  throw new GotsError({
    code: 'action_no_module',
    message: `no go.mod in ${folder} or above`,
    hint: 'set "working-directory" to the folder of the module',
  });
}

/** A package for a platform holds a program, and there is none. */
export function noMainPackage(target: string, packages: readonly string[]): never {
  throw new GotsError({
    code: 'action_no_main',
    message: `${target}: no package main among ${packages.join(' ')}`,
    hint: 'name a package main in "packages"',
  });
}

export function azureHostUnreadable(path: string, problem: string): never {
  throw new GotsError({
    code: 'azure_host_unreadable',
    message: `${path} cannot be read: ${problem}`,
    hint: 'mend it, or remove it to have one made',
  });
}

export function azureNoHandler(path: string): never {
  throw new GotsError({
    code: 'azure_no_handler',
    message: `${path} names no program: customHandler.description.defaultExecutablePath is missing`,
    hint: 'set it to the file name of the program',
  });
}

/** The host would start a file that is not in the zip, such as the `.exe` of a developer's machine. */
export function azureExecutableDiffers(path: string, executable: string, program: string): never {
  throw new GotsError({
    code: 'azure_executable_differs',
    message: `${path} starts ${JSON.stringify(executable)}, but the program is "${program}"`,
    hint: `set customHandler.description.defaultExecutablePath to "${program}"`,
  });
}
