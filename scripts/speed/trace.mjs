/** System calls that touch files, pipes, sockets and processes. Others, of schedulers and memory, differ from run to run. */
export const traced = [
  'execve,openat,open,creat,read,pread64,readv,preadv,write,pwrite64,writev,newfstatat,fstat,stat,lstat,statx,access,faccessat,faccessat2',
  'readlink,readlinkat,getdents64,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,utimensat,ftruncate',
  'flock,socket,connect,accept,accept4,bind,listen,sendto,recvfrom,sendmsg,recvmsg,pipe2,clone,clone3,fork,vfork',
].join(',');

const stats = new Set('newfstatat fstat stat lstat statx access faccessat faccessat2 readlink readlinkat'.split(' '));
const opens = new Set(['openat', 'open', 'creat']);
const reads = new Set('read pread64 readv preadv recvfrom recvmsg'.split(' '));
const starts = new Set('clone clone3 fork vfork'.split(' '));

/** @typedef {{ processes: number, calls: number, opened: number, stated: number, read: number }} Counts */

/** @returns {Counts} */
export function noCounts() {
  return { processes: 0, calls: 0, opened: 0, stated: 0, read: 0 };
}

/**
 * Counts what the programs did that `partOf` gives a name to, by that name.
 *
 * @param {ReadonlyMap<number, string>} traces what strace -ff wrote, by thread
 * @param {(argv: string) => string | undefined} partOf the name for a program, from its command line as strace prints it
 * @returns {Map<string, Counts>}
 */
export function countTraces(traces, partOf) {
  const parents = parentsOf(traces);
  const partAtStart = new Map();
  const result = new Map();
  const countsOf = (part) => {
    if (!result.has(part)) result.set(part, noCounts());
    return result.get(part);
  };
  // A thread belongs to the program that its parent ran when it started it.
  const visit = (thread) => {
    if (partAtStart.has(thread)) return;
    const parent = parents.get(thread);
    if (parent !== undefined) visit(parent);
    if (!partAtStart.has(thread)) partAtStart.set(thread, undefined);
    let part = partAtStart.get(thread);
    for (const line of traces.get(thread).split('\n')) {
      const call = readCall(line);
      if (!call) continue;
      if (call.name === 'execve' && call.result === 0) {
        part = partOf(call.arguments);
        if (part !== undefined) countsOf(part).processes++;
      }
      if (starts.has(call.name) && call.result > 0) partAtStart.set(call.result, part);
      if (part !== undefined) add(countsOf(part), call);
    }
  };
  for (const thread of traces.keys()) visit(thread);
  return result;
}

/** Thread → the thread that started it. */
function parentsOf(traces) {
  const parents = new Map();
  for (const [thread, text] of traces)
    for (const line of text.split('\n')) {
      const call = readCall(line);
      if (call && starts.has(call.name) && call.result > 0 && traces.has(call.result)) parents.set(call.result, thread);
    }
  return parents;
}

/** A line of strace; undefined for those of signals and of the end. A call that waited may stand in two lines: the second counts. */
function readCall(line) {
  const [, name, args, result] = /^(?:<\.\.\. )?(\w+)(?: resumed>|\()(.*)\)\s+= (-?\d+)(?: .*)?$/.exec(line) ?? [];
  return name === undefined ? undefined : { name, arguments: args, result: Number(result) };
}

function add(counts, { name, result }) {
  counts.calls++;
  if (opens.has(name) && result >= 0) counts.opened++;
  if (stats.has(name)) counts.stated++;
  if (reads.has(name) && result > 0) counts.read += result;
}
