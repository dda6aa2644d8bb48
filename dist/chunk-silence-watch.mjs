// src/cache/remote/silence-watch.ts
/** How long a process may be silent while something is awaited of it, in ms: with the steps of the watch less than a second. */
const mostSilenceMs = 800;
/** How often a process that is well says something, in ms. */
const beatMs = 100;
/** Watches a process or a server that may hang: only time in which something is awaited counts, and each sign of life begins it again. */
var SilenceWatch = class {
	onSilence;
	mostMs;
	busyMs;
	waiting = 0;
	silentMs = 0;
	lastMs = 0;
	lastBusyMs;
	isOver = false;
	timer;
	/** @param onSilence called at most once, when there was silence for so long */
	constructor(onSilence, { mostMs = 800, busyMs = () => void 0 } = {}) {
		this.onSilence = onSilence;
		this.mostMs = mostMs;
		this.busyMs = busyMs;
	}
	/** The process has given a sign of life. */
	heard() {
		this.silentMs = 0;
	}
	/** Watches while something is awaited, and gives what that gives. */
	async during(awaited) {
		if (this.waiting++ === 0) this.begin();
		try {
			return await awaited;
		} finally {
			if (--this.waiting === 0) clearInterval(this.timer);
		}
	}
	begin() {
		if (this.isOver) return;
		this.lastMs = performance.now();
		this.lastBusyMs = this.busyMs();
		this.timer = setInterval(() => this.step(), 100);
		this.timer.unref();
	}
	step() {
		const now = performance.now();
		const [busyMs, lastBusyMs] = [this.busyMs(), this.lastBusyMs];
		if (busyMs === void 0) this.silentMs += Math.min(now - this.lastMs, 200);
		else if (lastBusyMs !== void 0) this.silentMs += busyMs - lastBusyMs;
		this.lastMs = now;
		this.lastBusyMs = busyMs ?? lastBusyMs;
		if (this.silentMs < this.mostMs) return;
		setImmediate(() => {
			if (this.silentMs < this.mostMs || this.isOver) return;
			this.isOver = true;
			clearInterval(this.timer);
			this.onSilence();
		});
	}
};

export { SilenceWatch as t };