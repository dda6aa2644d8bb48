import { t as GotsError } from "./chunk-diagnostic.mjs";
import { n as suggest } from "./chunk-nearest.mjs";

// src/report/codes/action.ts
/** An input that takes one of a few words has another one. */
function inputUnknownValue(input, value, known) {
	throw new GotsError({
		code: "action_input_unknown_value",
		message: `input "${input}": unknown value ${JSON.stringify(value)}`,
		hint: suggest(value, known)
	});
}
function inputNotBoolean(input, value) {
	throw new GotsError({
		code: "action_input_not_boolean",
		message: `input "${input}": ${JSON.stringify(value)} is neither true nor false`,
		hint: "write true or false"
	});
}
function inputNotNumber(input, value, least, most) {
	throw new GotsError({
		code: "action_input_not_number",
		message: `input "${input}": ${JSON.stringify(value)} is no whole number from ${least} to ${most}`,
		hint: `write a number from ${least} to ${most}`
	});
}
/** A character that neither a path nor an argument of a program can hold. */
function inputHoldsNul(input) {
	throw new GotsError({
		code: "action_input_nul",
		message: `input "${input}" holds a NUL character`,
		hint: "remove it"
	});
}
/** Words of a list are separated by blanks and lines; quotes keep blanks in a word. */
function inputUnclosedQuote(input, value) {
	throw new GotsError({
		code: "action_input_quote",
		message: `input "${input}": a quotation is not closed in ${JSON.stringify(value)}`,
		hint: "close it; a word with blanks stands in \"double\" or 'single' quotes"
	});
}
function inputOutsideWorkspace(input, value, workspace) {
	throw new GotsError({
		code: "action_input_outside",
		message: `input "${input}": ${JSON.stringify(value)} lies outside the workspace ${workspace}`,
		hint: "name a path below the checkout"
	});
}
function inputNoFolder(input, value) {
	throw new GotsError({
		code: "action_input_no_folder",
		message: `input "${input}": there is no folder ${JSON.stringify(value)} in the workspace`,
		hint: "check out the repository before this step (actions/checkout), and name a folder of it"
	});
}
function inputFlagForPackage(value) {
	throw new GotsError({
		code: "action_input_package_is_flag",
		message: `input "packages": ${JSON.stringify(value)} is a flag, not a package`,
		hint: "flags of the build go to \"build-flags\", flags of the tests to \"test-flags\""
	});
}
function inputPackageForFlag(input, value) {
	throw new GotsError({
		code: "action_input_no_flag",
		message: `input "${input}": ${JSON.stringify(value)} is no flag`,
		hint: "packages go to \"packages\"; a value with blanks is quoted as a whole: \"-ldflags=-s -w\""
	});
}
/** Flags that decide where things go and how go is started are the action's own. */
function inputReservedFlag(input, flag) {
	throw new GotsError({
		code: "action_input_reserved_flag",
		message: `input "${input}": -${flag} is set by the action itself`,
		hint: flag === "o" ? "use \"output-directory\"" : flag === "C" ? "use \"working-directory\"" : `remove -${flag}`
	});
}
function targetUnknown(text, known) {
	throw new GotsError({
		code: "action_target_unknown",
		message: `input "targets": unknown target ${JSON.stringify(text)}`,
		hint: suggest(text, known)
	});
}
function targetTwice(name) {
	throw new GotsError({
		code: "action_target_twice",
		message: `input "targets": ${name} is named twice`,
		hint: "name each target once"
	});
}
/** There is nothing to weave. */
function noModule(folder) {
	throw new GotsError({
		code: "action_no_module",
		message: `no go.mod in ${folder} or above`,
		hint: "set \"working-directory\" to the folder of the module"
	});
}
/** A package for a platform holds a program, and there is none. */
function noMainPackage(target, packages) {
	throw new GotsError({
		code: "action_no_main",
		message: `${target}: no package main among ${packages.join(" ")}`,
		hint: "name a package main in \"packages\""
	});
}
function azureHostUnreadable(path, problem) {
	throw new GotsError({
		code: "azure_host_unreadable",
		message: `${path} cannot be read: ${problem}`,
		hint: "mend it, or remove it to have one made"
	});
}
function azureNoHandler(path) {
	throw new GotsError({
		code: "azure_no_handler",
		message: `${path} names no program: customHandler.description.defaultExecutablePath is missing`,
		hint: "set it to the file name of the program"
	});
}
/** The host would start a file that is not in the zip, such as the `.exe` of a developer's machine. */
function azureExecutableDiffers(path, executable, program) {
	throw new GotsError({
		code: "azure_executable_differs",
		message: `${path} starts ${JSON.stringify(executable)}, but the program is "${program}"`,
		hint: `set customHandler.description.defaultExecutablePath to "${program}"`
	});
}

export { targetUnknown as _, inputHoldsNul as a, inputNotNumber as c, inputReservedFlag as d, inputUnclosedQuote as f, targetTwice as g, noModule as h, inputFlagForPackage as i, inputOutsideWorkspace as l, noMainPackage as m, azureHostUnreadable as n, inputNoFolder as o, inputUnknownValue as p, azureNoHandler as r, inputNotBoolean as s, azureExecutableDiffers as t, inputPackageForFlag as u };