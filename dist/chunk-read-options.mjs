import { t as badUsage } from "./chunk-cli.mjs";
import { t as nearest } from "./chunk-nearest.mjs";
import { parseArgs } from "node:util";

// src/cli/command-table.ts
/** gots' own options, up to the command. */
const globalOptions = {
	aspects: {
		value: "FILE",
		many: true,
		missing: "--aspects needs a file",
		about: "an aspect file, a folder, or a built-in set"
	},
	help: {
		alias: "h",
		about: "the text of `gots help`"
	},
	version: { about: "the text of `gots version`" }
};
/** Flags of go that say which files are compiled and how packages are found. A command that looks at a build hands them to go. */
const buildOptions = {
	tags: {
		value: "LIST",
		about: "build tags"
	},
	mod: {
		value: "MODE",
		about: "`mod`, `readonly` or `vendor`"
	},
	modfile: {
		value: "FILE",
		about: "a file in place of go.mod"
	},
	overlay: {
		value: "FILE",
		about: "files in place of those on the disk"
	},
	race: { about: "the race detector" },
	msan: { about: "the memory sanitizer" },
	asan: { about: "the address sanitizer" }
};
const json = { about: "JSON for programs" };
/**
* Every command with its options, once: {@link import('./read-options.ts').parseOptions} reads command lines by this table, and `gots help`,
* the usage texts of errors and docs/commands.md are made of it. It holds texts only, because it is loaded at each start.
*/
const commandTable = {
	go: {
		operands: "ARGS…",
		isAspects: true,
		summary: "any go command, woven: gots go build ./..., gots go test ./...",
		about: "Runs the go command with these arguments. Commands that compile packages (build, run, test, install, vet, list) weave. On a terminal, build, install and test end with one line: what was woven, which modules came in, and which known libraries no aspect names.",
		options: {}
	},
	env: {
		operands: "",
		isAspects: true,
		summary: "variables that make plain go commands weave",
		about: "Prints the variables with which plain go commands weave the module of the working directory; `eval \"$(gots env)\"` sets them in a shell.",
		options: { format: {
			value: "sh|json|github",
			isLoose: true,
			about: "`sh` (default) for a shell, `json` for programs, `github` for the later steps of a GitHub Actions job"
		} }
	},
	weave: {
		operands: "FILE.go…",
		summary: "weaves files of one package, no build",
		about: "Weaves files of one package without a build and prints the result.",
		isBuild: true,
		isNameless: true,
		options: {
			json,
			aspects: {
				value: "F",
				many: true,
				about: "an aspect file, a folder, or a built-in set"
			},
			"import-path": {
				value: "P",
				about: "import path of the package; by default the path of the module"
			},
			"root-module": {
				value: "M",
				about: "path of the main module"
			},
			o: {
				value: "DIR",
				about: "folder for the woven files"
			}
		}
	},
	diff: {
		operands: "[PACKAGE…]",
		summary: "what weaving changes in packages, ./... by default",
		about: "Prints what weaving changes in packages, as a unified diff; ./... by default.",
		isBuild: true,
		options: {
			json,
			deps: { about: "packages that the named ones import, too" },
			test: { about: "test files, too" }
		}
	},
	report: {
		operands: "[PACKAGE…]",
		summary: "all that weaving did, packages that are imported included",
		about: "Prints what weaving did to packages and all that they import; ./... by default.",
		isBuild: true,
		options: {
			format: {
				value: "md|html|json",
				about: "by default as the output file is named, else `md`"
			},
			o: {
				value: "FILE",
				about: "file for the report"
			},
			sources: {
				value: "DIR",
				about: "folder for the woven sources"
			},
			from: {
				value: "REPORT",
				many: true,
				about: "a file that a build wrote for GOTS_REPORT, or a manifest; nothing is built then"
			}
		}
	},
	explain: {
		operands: "FILE:LINE",
		summary: "every aspect, and which of its join points said no",
		about: "Says for a line of a Go file which aspects apply there, and for the others which of their join points does not match.",
		isBuild: true,
		options: {
			json,
			verbose: {
				alias: "v",
				about: "also the aspects that cannot apply"
			}
		}
	},
	lint: {
		operands: "[FILE…]",
		summary: "everything that is wrong with aspect files",
		about: "Prints everything that is wrong with aspect files and all that they extend; by default with those of the module.",
		isBuild: true,
		options: {
			format: {
				value: "text|json|github",
				isLoose: true,
				about: "`text` (default), `json`, or `github` for annotations"
			},
			json: {
				sets: ["format", "json"],
				about: "the same as --format json"
			},
			strict: { about: "warnings count as errors" },
			test: { about: "runs the cases beside the files" }
		}
	},
	cache: {
		operands: "",
		summary: "size of the weave cache; removes what was not used for days; empties it; the same for a shared cache",
		about: "Shows or shrinks the weave cache (GOTS_CACHE), or the shared cache of the module (GOTS_REMOTE). GOCACHE belongs to go: `go clean -cache`.",
		options: {},
		actions: {
			stat: {
				options: { json },
				about: "what the cache holds, by what it is for"
			},
			trim: {
				options: { days: {
					value: "N",
					isLoose: true,
					about: "days without use; 5 by default"
				} },
				about: "removes what was not used"
			},
			clean: {
				options: {},
				about: "removes everything"
			},
			"remote stat": {
				options: {
					format: {
						value: "text|json",
						isLoose: true,
						about: "`text` (default) or `json`"
					},
					json: {
						sets: ["format", "json"],
						about: "the same as --format json"
					}
				},
				about: "the shared cache: each build that it holds, totals, what waits to be stored"
			},
			"remote trim": {
				options: {
					days: {
						value: "N",
						isLoose: true,
						about: "days since a build stored it; 14 by default"
					},
					"max-size": {
						value: "SIZE",
						isLoose: true,
						about: "what the rest may hold, `50GB` for example"
					}
				},
				about: "removes manifests that are old, or too much, and packs that no manifest names"
			},
			"remote push": {
				options: {},
				about: "stores what builds left to be stored, and waits for it"
			},
			"remote pull": {
				options: {},
				about: "fetches what a build of ./... needs, packages of `gots go build ./...`"
			}
		}
	},
	"bazel-plan": {
		operands: "",
		isAspects: true,
		isBuild: true,
		summary: "writes what weaving in Bazel needs into a folder",
		about: "Writes a folder from which `gots bazel-builder` weaves without network: the aspects of the module of the working directory, and the sources of all packages that they may bring in.",
		options: { o: {
			value: "DIR",
			about: "the folder, which is replaced"
		} }
	},
	"bazel-builder": {
		operands: "[-- ARGS…]",
		summary: "stands in for the builder of rules_go's actions",
		about: "Runs one action of Bazel's rules_go as its own builder does, and weaves: compilepkg, stdlib and link. All others it hands on. docs/bazel.md says how a toolchain names it.",
		options: {
			plan: {
				value: "DIR",
				about: "the folder that `gots bazel-plan` wrote"
			},
			builder: {
				value: "FILE",
				about: "rules_go's own builder"
			},
			"stand-in": {
				value: "FILE",
				about: "for its own use: runs as the tool of which the file tells"
			}
		}
	},
	demo: {
		operands: "",
		summary: "builds and runs the example shop, traced",
		about: "Builds the example shop plainly and woven, runs its three services, sends requests and prints the traces. Each request has to become one connected trace.",
		options: {
			open: { about: "shows traces, metrics and logs in a browser, and lets the services run until Ctrl-C" },
			o: {
				value: "FILE",
				about: "writes the page of `gots view` with what the services sent"
			}
		}
	},
	view: {
		operands: "[FILE…]",
		summary: "shows traces, metrics and logs in a page",
		about: "Serves a page that shows traces, metrics and logs: those of files of OTLP JSON (what the console exporters of a program built with gots print, and what the file exporter of the OpenTelemetry Collector writes; `-` is standard input), and with --listen those that programs send.",
		options: {
			listen: {
				value: "ADDR",
				isOptional: true,
				about: "receives OTLP by grpc, http/protobuf and http/json on this address of the loopback interface; by default on 127.0.0.1:4318 and 127.0.0.1:4317, where programs send without further settings"
			},
			o: {
				value: "FILE",
				about: "writes the page with the content of the files, and serves nothing"
			},
			open: { about: "opens the page in a browser" }
		}
	},
	doctor: {
		operands: "[PACKAGE|BINARY]",
		isAspects: true,
		summary: "what a woven program would send, and where",
		about: "Builds a package woven (`.` by default), or takes a woven binary, starts it with the variables of this shell, and prints what it would send where. Its main function does not run. Each signal is tried against a receiver on this machine, or with --live against the collector that is set.",
		options: {
			live: { about: "sends the test records to the configured endpoints" },
			json: { about: "JSON for programs: the program's own report" }
		}
	},
	version: {
		operands: "",
		summary: "",
		about: "Prints the versions of gots and node.",
		options: {}
	},
	help: {
		operands: "[COMMAND]",
		isHidden: true,
		summary: "",
		about: "Prints all commands, or the options of one.",
		options: {}
	}
};
/** Names of all commands, in the order of the table. */
const commandNames = Object.keys(commandTable);
function isCommandName(word) {
	return Object.hasOwn(commandTable, word);
}

// src/cli/usage.ts
/** How an option is written: `-o`, `--json`. */
const dashed = (name) => name.length === 1 ? `-${name}` : `--${name}`;
/** `[--from REPORT]…` */
function shown(name, { value, many, isOptional }, write = dashed) {
	const shownValue = isOptional ? `[=${value}]` : ` ${value}`;
	return `[${write(name)}${value === void 0 ? "" : shownValue}]${many ? "…" : ""}`;
}
function optionsOf(options) {
	return Object.entries(options).map(([name, spec]) => shown(name, spec));
}
/** `[-tags LIST] … [-race|-msan|-asan]`, written as go writes flags. */
function buildUsage() {
	const all = Object.entries(buildOptions);
	const valued = all.filter(([, { value }]) => value !== void 0).map(([name, spec]) => shown(name, spec, (flag) => `-${flag}`));
	const switches = all.filter(([, { value }]) => value === void 0).map(([name]) => `-${name}`);
	return [...valued, `[${switches.join("|")}]`].join(" ");
}
/** A command with all its options in one line, as errors show it. */
function usageOf(command) {
	const { options, operands, isBuild, actions } = commandTable[command];
	const named = Object.entries(actions ?? {}).map(([name, action]) => [name, ...optionsOf(action.options)].join(" "));
	return [
		"gots",
		command,
		...[
			...optionsOf(options),
			...isBuild ? [buildUsage()] : [],
			operands,
			named.join(" | ")
		].filter((word) => word !== "")
	].join(" ");
}
/** A row of the list of all commands: how it is called, and what it does with which options. */
function rowOf(command) {
	const { options, operands, summary, isAspects, actions } = commandTable[command];
	const own = [options, ...Object.values(actions ?? {}).map((action) => action.options)].flatMap((each) => Object.entries(each)).filter(([name]) => name !== "aspects");
	const words = [operands, [...new Set(Object.keys(actions ?? {}).map((name) => name.split(" ")[0]))].join("|")].filter((word) => word !== "");
	return [[
		"gots",
		...isAspects ? ["[--aspects FILE]…"] : [],
		command,
		...words
	].join(" "), [summary, ...own.filter(([, { sets }]) => sets === void 0).map(([name, spec]) => shown(name, spec))].join(" ").trim()];
}
const callWidth = 34;
const lineWidth = 130;
/** Text in lines of at most {@link lineWidth} letters, behind an indent. Brackets stay whole. */
function wrapped(text, indent) {
	const lines = [];
	for (const word of text.match(/\[[^\]]*\]\S*|\S+/g) ?? []) {
		const last = lines.at(-1);
		if (last !== void 0 && indent + last.length + 1 + word.length <= lineWidth) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines.join(`\n${" ".repeat(indent)}`);
}
/** What `gots help` prints. */
function helpText() {
	return `gots weaves aspects into Go programs while they are compiled.

${commandNames.filter((name) => !("isHidden" in commandTable[name])).map((name) => {
		const [call, about] = rowOf(name);
		return about === "" ? `  ${call}` : `  ${call.padEnd(callWidth)}${wrapped(about, 36)}`;
	}).join("\n")}

weave, diff, report, explain and lint take the flags of a build that say which files are compiled: -tags, -mod, -modfile, -overlay, -race.
Without --aspects: gots.yml or orchestrion.yml at the main module's root, else the built-in set gots:otel.
GOTS_CACHE names the weave cache (default: gots in the user's cache folder); GOTS_DEBUG=1 tells more.
\`gots help COMMAND\` tells all of one command.
`;
}
/** What `gots help COMMAND` prints. */
function commandHelp(command) {
	const { about, options, isBuild, isAspects, actions } = commandTable[command];
	const rows = (all, write = dashed) => Object.entries(all).map(([name, spec]) => [[
		write(name),
		...spec.alias ? [`, ${dashed(spec.alias)}`] : [],
		...spec.value ? [` ${spec.value}`] : []
	].join(""), `${spec.about}${spec.many ? "; may be given several times" : ""}`]);
	const ofActions = Object.entries(actions ?? {}).flatMap(([name, action]) => [[name, action.about], ...rows(action.options).map(([option, text]) => [`  ${option}`, text])]);
	const table = [...rows(options), ...ofActions];
	const build = isBuild ? rows(buildOptions, (name) => `-${name}`) : [];
	const width = Math.max(0, ...[...table, ...build].map(([left]) => left.length)) + 2;
	const lines = (all) => all.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join("");
	return [
		`${usageOf(command)}\n\n${about}\n`,
		...table.length > 0 ? [`\n${lines(table)}`] : [],
		...build.length > 0 ? [`\nFlags of the build, for go:\n\n${lines(build)}`] : [],
		...isAspects ? ["\nAspects are given in front of the command: gots --aspects FILE …\n"] : []
	].join("");
}

// src/cli/read-options.ts
/** Takes a command line apart by a table of options. */
function readWords(args, specs) {
	const names = new Map(Object.entries(specs).flatMap(([name, { alias }]) => [name, ...alias ? [alias] : []].map((each) => [each, name])));
	const specOf = (name) => specs[names.get(name) ?? ""];
	const { tokens } = parseArgs({
		args: args.map((word) => word.replace(/^-(?=[^-])/, "--")),
		options: Object.fromEntries([...names.keys()].map((name) => {
			const spec = specOf(name);
			return [name, { type: spec?.value && !spec.isOptional ? "string" : "boolean" }];
		})),
		strict: false,
		tokens: true
	});
	return tokens.map((token) => {
		const text = args[token.index];
		if (token.kind === "positional") return text.startsWith("-") ? {
			kind: "unknown",
			text
		} : {
			kind: "operand",
			text,
			index: token.index
		};
		const name = token.kind === "option" ? names.get(token.name) : void 0;
		if (token.kind !== "option" || name === void 0) return {
			kind: "unknown",
			text
		};
		if (specOf(name)?.value === void 0 && token.value !== void 0 && !Object.hasOwn(buildOptions, name)) return {
			kind: "unknown",
			text
		};
		if (specOf(name)?.value !== void 0 && !specOf(name)?.isOptional && token.value === void 0) return {
			kind: "valueless",
			name,
			text
		};
		return {
			kind: "option",
			name,
			value: token.inlineValue === false ? args[token.index + 1] : token.value
		};
	});
}
/**
* Reads the words behind a command by its row in the table.
*
* @throws GotsError cli_usage
*/
function parseOptions(command, args) {
	const spec = commandTable[command];
	return parse(command, spec, args);
}
/**
* Reads the words behind an action of `gots cache`.
*
* @throws GotsError cli_usage
*/
function parseAction(action, args) {
	const { cache } = commandTable;
	return parse("cache", {
		...cache,
		options: cache.actions[action].options
	}, args);
}
function parse(command, spec, args) {
	const specs = spec.isBuild ? {
		...spec.options,
		...buildOptions
	} : spec.options;
	const given = /* @__PURE__ */ new Map();
	const operands = [];
	const flags = [];
	const give = (name, value) => given.set(name, [...given.get(name) ?? [], value]);
	for (const word of readWords(args, specs)) if (word.kind === "unknown") unknownWord(command, spec, word.text, specs);
	else if (word.kind === "operand") {
		if (spec.operands === "") unknownWord(command, spec, word.text, specs);
		operands.push(word.text);
	} else if (word.kind === "valueless") {
		if (!specs[word.name]?.isLoose) badUsage(`${word.text} needs a value`, usageOf(command));
		give(word.name, "");
	} else if (Object.hasOwn(buildOptions, word.name) && spec.isBuild) flags.push(word.value === void 0 ? `-${word.name}` : `-${word.name}=${word.value}`);
	else {
		const [name, value] = specs[word.name]?.sets ?? [word.name, word.value ?? ""];
		give(name, value);
	}
	return {
		has: (name) => given.has(name),
		value: (name) => given.get(name)?.at(-1),
		values: (name) => given.get(name) ?? [],
		operands,
		flags
	};
}
function unknownWord(command, spec, word, specs) {
	const noun = spec.operands === "" ? "argument" : "option";
	badUsage(`unknown ${noun} "${word}"${spec.isNameless ? "" : ` of gots ${command}`}`, `${didYouMean(word, Object.keys(specs))}${usageOf(command)}`);
}
/** `did you mean "--json"? ` where an option of that kind is near; else ''. */
function didYouMean(word, names) {
	if (!word.startsWith("-")) return "";
	const known = names.filter((name) => name.length > 1);
	const best = nearest(word.replace(/^--?/, "").replace(/=[\s\S]*/, ""), known);
	return best === void 0 ? "" : `did you mean "--${best}"? `;
}

export { commandHelp as a, commandNames as c, readWords as i, globalOptions as l, parseAction as n, helpText as o, parseOptions as r, usageOf as s, didYouMean as t, isCommandName as u };