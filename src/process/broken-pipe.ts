/**
 * What reads our output may stop before its end, as `| head` does. The rest is then written nowhere, and the command goes on and ends as it
 * would have ended.
 */
export function allowBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
