// src/base/github-file.ts
/**
* One entry of a file command ($GITHUB_ENV, $GITHUB_OUTPUT, $GITHUB_STATE), in the form for arbitrary text: the delimiter is
* one that the value does not contain, so that no value can end its entry and begin another.
*
* @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#multiline-strings
*/
function githubEntry(name, value) {
	let delimiter = "GOTS_END";
	while (value.includes(delimiter)) delimiter += "_";
	return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

export { githubEntry as t };