import { n as failure } from "./chunk-message.mjs";
import { n as suggest } from "./chunk-nearest.mjs";

// src/report/texts/action.ts
const texts = {
	action_input_unknown_value: {
		code: "action_input_unknown_value",
		message: "input \"%input%\": unknown value %value%",
		hint: "%suggestion%"
	},
	action_input_not_boolean: {
		code: "action_input_not_boolean",
		message: "input \"%input%\": %value% is neither true nor false",
		hint: "write true or false"
	},
	action_input_not_number: {
		code: "action_input_not_number",
		message: "input \"%input%\": %value% is no whole number from %least% to %most%",
		hint: "write a number from %least% to %most%"
	},
	action_input_nul: {
		code: "action_input_nul",
		message: "input \"%input%\" holds a NUL character",
		hint: "remove it"
	},
	action_input_quote: {
		code: "action_input_quote",
		message: "input \"%input%\": a quotation is not closed in %value%",
		hint: "close it; a word with blanks stands in \"double\" or 'single' quotes"
	},
	action_input_outside: {
		code: "action_input_outside",
		message: "input \"%input%\": %value% lies outside the workspace %workspace%",
		hint: "name a path below the checkout"
	},
	action_input_no_folder: {
		code: "action_input_no_folder",
		message: "input \"%input%\": there is no folder %value% in the workspace",
		hint: "check out the repository before this step (actions/checkout), and name a folder of it"
	},
	action_input_package_is_flag: {
		code: "action_input_package_is_flag",
		message: "input \"packages\": %value% is a flag, not a package",
		hint: "flags of the build go to \"build-flags\", flags of the tests to \"test-flags\""
	},
	action_input_no_flag: {
		code: "action_input_no_flag",
		message: "input \"%input%\": %value% is no flag",
		hint: "packages go to \"packages\"; a value with blanks is quoted as a whole: \"-ldflags=-s -w\""
	},
	action_input_reserved_flag: {
		code: "action_input_reserved_flag",
		message: "input \"%input%\": -%flag% is set by the action itself",
		hint: "%remedy%"
	},
	action_target_unknown: {
		code: "action_target_unknown",
		message: "input \"targets\": unknown target %text%",
		hint: "%suggestion%"
	},
	action_target_twice: {
		code: "action_target_twice",
		message: "input \"targets\": %name% is named twice",
		hint: "name each target once"
	},
	action_no_module: {
		code: "action_no_module",
		message: "no go.mod in %folder% or above",
		hint: "set \"working-directory\" to the folder of the module"
	},
	action_no_main: {
		code: "action_no_main",
		message: "%target%: no package main among %packages%",
		hint: "name a package main in \"packages\""
	},
	azure_host_unreadable: {
		code: "azure_host_unreadable",
		message: "%path% cannot be read: %problem%",
		hint: "mend it, or remove it to have one made"
	},
	azure_no_handler: {
		code: "azure_no_handler",
		message: "%path% names no program: customHandler.description.defaultExecutablePath is missing",
		hint: "set it to the file name of the program"
	},
	azure_executable_differs: {
		code: "azure_executable_differs",
		message: "%path% starts %executable%, but the program is \"%program%\"",
		hint: "set customHandler.description.defaultExecutablePath to \"%program%\""
	}
};

// src/report/codes/action.ts
/** An input that takes one of a few words has another one. */
function inputUnknownValue(input, value, known) {
	throw failure(texts.action_input_unknown_value, {
		input,
		value: JSON.stringify(value),
		suggestion: suggest(value, known)
	});
}
function inputNotBoolean(input, value) {
	throw failure(texts.action_input_not_boolean, {
		input,
		value: JSON.stringify(value)
	});
}
function inputNotNumber(input, value, least, most) {
	throw failure(texts.action_input_not_number, {
		input,
		value: JSON.stringify(value),
		least,
		most
	});
}
/** A character that neither a path nor an argument of a program can hold. */
function inputHoldsNul(input) {
	throw failure(texts.action_input_nul, { input });
}
/** Words of a list are separated by blanks and lines; quotes keep blanks in a word. */
function inputUnclosedQuote(input, value) {
	throw failure(texts.action_input_quote, {
		input,
		value: JSON.stringify(value)
	});
}
function inputOutsideWorkspace(input, value, workspace) {
	throw failure(texts.action_input_outside, {
		input,
		value: JSON.stringify(value),
		workspace
	});
}
function inputNoFolder(input, value) {
	throw failure(texts.action_input_no_folder, {
		input,
		value: JSON.stringify(value)
	});
}
function inputFlagForPackage(value) {
	throw failure(texts.action_input_package_is_flag, { value: JSON.stringify(value) });
}
function inputPackageForFlag(input, value) {
	throw failure(texts.action_input_no_flag, {
		input,
		value: JSON.stringify(value)
	});
}
/** Flags that decide where things go and how go is started are the action's own. */
function inputReservedFlag(input, flag) {
	throw failure(texts.action_input_reserved_flag, {
		input,
		flag,
		remedy: flag === "o" ? "use \"output-directory\"" : flag === "C" ? "use \"working-directory\"" : `remove -${flag}`
	});
}
function targetUnknown(text, known) {
	throw failure(texts.action_target_unknown, {
		text: JSON.stringify(text),
		suggestion: suggest(text, known)
	});
}
function targetTwice(name) {
	throw failure(texts.action_target_twice, { name });
}
/** There is nothing to weave. */
function noModule(folder) {
	throw failure(texts.action_no_module, { folder });
}
/** A package for a platform holds a program, and there is none. */
function noMainPackage(target, packages) {
	throw failure(texts.action_no_main, {
		target,
		packages: packages.join(" ")
	});
}
function azureHostUnreadable(path, problem) {
	throw failure(texts.azure_host_unreadable, {
		path,
		problem
	});
}
function azureNoHandler(path) {
	throw failure(texts.azure_no_handler, { path });
}
/** The host would start a file that is not in the zip, such as the `.exe` of a developer's machine. */
function azureExecutableDiffers(path, executable, program) {
	throw failure(texts.azure_executable_differs, {
		path,
		executable: JSON.stringify(executable),
		program
	});
}

export { targetUnknown as _, inputHoldsNul as a, inputNotNumber as c, inputReservedFlag as d, inputUnclosedQuote as f, targetTwice as g, noModule as h, inputFlagForPackage as i, inputOutsideWorkspace as l, noMainPackage as m, azureHostUnreadable as n, inputNoFolder as o, inputUnknownValue as p, azureNoHandler as r, inputNotBoolean as s, azureExecutableDiffers as t, inputPackageForFlag as u };