/** Where messages go. stdout belongs to data, so every sink writes elsewhere. */
export interface Log {
  /** Shown once per text, whatever happens. */
  warn(message: string): void;
  /** Shown only when GOTS_DEBUG is set. */
  debug(message: string): void;
  /** How many different warnings there were. */
  warnings(): number;
}

/** A log that writes lines `gots: …` through `write`, each warning once. */
export function lineLog(write: (line: string) => void, debug: boolean): Log {
  const seen = new Set<string>();
  return {
    warn(message) {
      if (seen.has(message)) return;
      seen.add(message);
      write(`gots: ${message}\n`);
    },
    debug(message) {
      if (debug) write(`gots: ${message}\n`);
    },
    warnings: () => seen.size,
  };
}

/** For damaged entries of a cache, of which there may be thousands: the first is a warning, the rest are for debugging. */
export function warnOfFirst(log: Log, remedy: string): (what: string) => void {
  let warned = false;
  return (what) => {
    if (warned) log.debug(`cache: ${what}`);
    else log.warn(`cache: ${what}; ${remedy}`);
    warned = true;
  };
}
