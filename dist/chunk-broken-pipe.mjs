// src/process/broken-pipe.ts
/**
* What reads our output may stop before its end, as `| head` does. The rest is then written nowhere, and the command goes on and ends as it
* would have ended.
*/
function allowBrokenPipes() {
	for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => {
		if (error.code !== "EPIPE") throw error;
	});
}

export { allowBrokenPipes as t };