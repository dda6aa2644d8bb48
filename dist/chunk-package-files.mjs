import { t as disk } from "./chunk-file-view.mjs";
import { join } from "node:path";

// src/driver/injected/package-files.ts
/** Whether a name is that of a Go file that counts, tests left out. */
function isGoFile(name) {
	return /^[^._].*\.go$/.test(name) && !name.endsWith("_test.go");
}
/**
* The Go files directly in a package's folder, tests left out, whatever their build constraints say; in the order of their names.
* Each is named after the import path, so that positions are the same wherever the folder lies.
*/
function goFilesIn(folder, path, view = disk) {
	return [...view.list(folder).filter((name) => isGoFile(name) && !view.isDirectory(join(folder, name)))].sort().flatMap((name) => {
		const bytes = view.read(join(folder, name));
		return bytes === void 0 ? [] : [{
			name: `${path}/${name}`,
			bytes
		}];
	});
}

export { goFilesIn as t };