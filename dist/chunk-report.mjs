import "./chunk-rolldown-runtime.mjs";
import { n as withoutOurs } from "./chunk-saved-settings.mjs";
import { r as uncoveredLibraries, t as heldIn } from "./chunk-uncovered.mjs";
import { n as runGo } from "./chunk-go.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { t as listPackages } from "./chunk-list.mjs";
import { a as manifestInvalid, i as manifestFrom, n as writeSources, r as manifestOf } from "./chunk-write-sources.mjs";
import { i as goFailed, t as badUsage } from "./chunk-cli.mjs";
import { r as parseOptions, s as usageOf } from "./chunk-read-options.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { tmpdir } from "node:os";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

// src/cli/commands/report.ts
/**
* `gots report`: what weaving did to packages and all they import, as a page, as Markdown or as the manifest itself. The packages are
* built for it, `./...` by default, which with a warm cache compiles nothing: so the report is never of older sources.
*
* @throws GotsError cli_usage, cli_go_failed, manifest_invalid, those of planning
*/
async function runReportCommand(line, context) {
	const options = readReportOptions(line.rest);
	const full = options.from.length > 0 ? await readAll(options.from, context) : [await buildReport(line.aspectFiles, {
		patterns: options.patterns,
		flags: options.flags
	}, context)];
	if (options.sources !== void 0) writeSources(resolve(context.cwd, options.sources), full.flatMap(({ sources }) => sources));
	const text = await rendered(full, options.format);
	if (options.output === void 0) context.write(text);
	else {
		const file = resolve(context.cwd, options.output);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return 0;
}
async function rendered(full, format) {
	const manifests = full.map(({ manifest }) => manifest);
	if (format === "json") {
		const value = manifests.length === 1 ? manifests[0] : manifests;
		return `${JSON.stringify(value, null, 2)}\n`;
	}
	const { pageModel } = await import("./chunk-model.mjs");
	if (format === "md") return (await import("./chunk-markdown2.mjs")).markdownReport(pageModel(manifests));
	const [{ renderPage }, { pageAssets }] = await Promise.all([import("./chunk-render-page2.mjs"), import("./chunk-assets.mjs")]);
	return renderPage(pageModel(manifests), pageAssets());
}
/** A build whose only product is its report. */
async function buildReport(aspectFiles, { patterns, flags }, context) {
	const args = [
		"list",
		"-export",
		...flags,
		"-f",
		"{{with .ImportPath}}{{end}}",
		"--",
		...patterns
	];
	const weaving = await weavingEnv(context, aspectFiles, args);
	if (!weaving) return badUsage(`no go.mod in ${context.cwd} or above`, "run `gots report` in the module that is built");
	const dir = mkdtempSync(join(tmpdir(), "gots-report-"));
	try {
		const file = join(dir, "report.json");
		const env = {
			...context.env,
			...weaving.variables,
			GOTS_REPORT: file,
			GOTS_REPORT_SOURCES: "1"
		};
		const began = performance.now();
		const { exitCode, stderr } = await runGo(args, {
			go: context.go,
			cwd: context.cwd,
			env
		});
		if (exitCode !== 0) goFailed("go list -export", stderr);
		const buildMs = Math.round(performance.now() - began);
		const report = JSON.parse(readFileSync(file, "utf8"));
		const go = {
			go: context.go,
			cwd: context.cwd,
			env: withoutOurs(context.env)
		};
		const all = await listPackages([
			"-deps",
			...flags,
			"--",
			...patterns
		], go, "ImportPath,Module");
		const uncovered = uncoveredLibraries(weaving.plan.aspects, heldIn(all));
		return manifestOf({
			...report,
			uncovered
		}, {
			...placesOf(weaving.goEnv),
			buildMs
		});
	} finally {
		rmSync(dir, {
			recursive: true,
			force: true
		});
	}
}
function placesOf({ goRoot, goMod }) {
	const moduleDir = dirname(goMod);
	return {
		gofmt: join(goRoot, "bin", "gofmt"),
		root: moduleDir,
		moduleDir
	};
}
/** @throws GotsError manifest_invalid */
async function readAll(names, context) {
	const places = placesOf(await goEnv(context.go, context.cwd, context.env));
	return names.flatMap((name) => {
		const value = parsed(name, resolve(context.cwd, name));
		if (isBuildReport(value)) return [manifestOf(value, places)];
		return (Array.isArray(value) ? value : [value]).map((each) => ({
			manifest: manifestFrom(name, each),
			sources: []
		}));
	});
}
function parsed(name, file) {
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch (error) {
		return manifestInvalid(name, error.message.replace(/\s+/g, " "));
	}
}
/** A report has no schema: it is of this version of gots, or of none. */
function isBuildReport(value) {
	const fields = value;
	return typeof fields === "object" && Array.isArray(fields?.packages) && fields.buildMs !== void 0;
}
/** @throws GotsError cli_usage */
function readReportOptions(rest) {
	const { value, values, operands, flags } = parseOptions("report", rest);
	const from = values("from");
	if (from.length > 0 && operands.length > 0) badUsage(`${operands[0]}: packages are built or a report is read, not both`, usageOf("report"));
	const output = value("o");
	const format = value("format") ?? formatOf(output);
	if (format !== "md" && format !== "html" && format !== "json") badUsage(`unknown format "${format}"`, usageOf("report"));
	return {
		format,
		output,
		sources: value("sources"),
		from,
		patterns: operands.length === 0 ? ["./..."] : operands,
		flags
	};
}
/** As the output file is named; Markdown otherwise. */
function formatOf(output) {
	return /\.(html|json)$/.exec(output ?? "")?.[1] ?? "md";
}

export { runReportCommand };