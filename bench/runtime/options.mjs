// The command line of the benchmark of telemetry at run time.
import { parseArgs } from 'node:util';
import { variants } from './variants.mjs';

/** What is asked of the server, by the names that `--cases` takes. */
export const cases = {
  handler: { title: 'A handler', path: '/hello/world' },
  sqlite: { title: 'A query of SQLite through database/sql', path: '/orders/1' },
  goroutine: { title: 'A goroutine for each request', path: '/spawn/17' },
  slog: { title: 'A line of log/slog for each request', path: '/log/17' },
};

const usage =
  'node bench/runtime/run.mjs [--rounds N] [--requests N] [--variants NAME;…] [--cases NAME,…] [--otelc FOLDER] [--work FOLDER] [--lock FILE] [--write]';

/** One for each connection of the client. */
const fewestRequests = 8;

/**
 * Reads the command line.
 *
 * @param {readonly string[]} argv without node and script
 * @throws Error with one line for the user: an option, a variant or a case that is unknown, or a number that is none
 */
export function parseOptions(argv) {
  const values = readValues(argv);
  const named = chosen('--variants', values.variants, ';', namesOfVariants);
  return {
    rounds: count('--rounds', values.rounds, 1),
    requests: count('--requests', values.requests, fewestRequests),
    variants: variants.filter(({ name }) => named.includes(name)),
    cases: chosen('--cases', values.cases, ',', Object.keys(cases)),
    otelc: values.otelc,
    work: values.work,
    lock: values.lock,
    write: values.write,
  };
}

const namesOfVariants = variants.map(({ name }) => name);

function readValues(argv) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        rounds: { type: 'string', default: '5' },
        requests: { type: 'string', default: '20000' },
        variants: { type: 'string' },
        cases: { type: 'string' },
        otelc: { type: 'string' },
        work: { type: 'string' },
        lock: { type: 'string' },
        write: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const [what] = error.message.split('\n');
    throw new Error(`${what.replace(/\.$/, '')} (${usage})`, { cause: error });
  }
}

function count(option, text, least) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new Error(`${option} ${text}: want a whole number of ${least} or more`);
  return number;
}

/** The names given, all when none is given. */
function chosen(option, text, separator, known) {
  const given = text?.split(separator).map((name) => name.trim()) ?? known;
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`${option}: unknown ${unknown.join(', ')}; known are ${known.join(`${separator} `)}`);
  return given;
}
