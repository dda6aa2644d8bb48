/**
 * What must be asked for and moved to get objects out of packs: neighbours within a gap that costs no more than another round trip come in one request.
 *
 * @param {{ pack: object, offset: number, size: number }[]} wanted
 * @param {number} gap bytes
 */
export function ranges(wanted, gap) {
  const byPack = new Map();
  for (const place of wanted) {
    const list = byPack.get(place.pack);
    if (list) list.push(place);
    else byPack.set(place.pack, [place]);
  }
  let requests = 0;
  let moved = 0;
  for (const places of byPack.values()) {
    places.sort((a, b) => a.offset - b.offset);
    let end = -1;
    for (const { offset, size } of places) {
      if (end < 0 || offset - end > gap) {
        requests++;
        end = offset;
      }
      moved += Math.max(0, offset + size - end);
      end = Math.max(end, offset + size);
    }
  }
  return { requests, moved };
}

/** The same where packs are only had as a whole. */
export function wholePacks(wanted) {
  const packs = new Set(wanted.map(({ pack }) => pack));
  return { requests: packs.size, moved: [...packs].reduce((sum, { bytes }) => sum + bytes, 0) };
}

/**
 * Seconds that a machine waits for the network.
 *
 * @param {{ rounds: number, requests: number, moved: number }} transfer rounds: requests that wait for one another
 * @param {{ rtt: number, bytesPerSecond: number, connections: number }} network
 */
export function secondsOf({ rounds, requests, moved }, { rtt, bytesPerSecond, connections }) {
  return Math.max(rounds, Math.ceil(requests / connections)) * rtt + moved / bytesPerSecond;
}

/** US dollars a month of 22 working days: what is stored, asked for and moved out. */
export function costOf({ stored, puts, gets, out }, days, prices) {
  const month = 22 / days;
  return (
    (stored / 1e9) * prices.storedPerGigabyteMonth +
    (puts / 1000) * prices.putsPer1000 * month +
    (gets / 1000) * prices.getsPer1000 * month +
    (out / 1e9) * prices.movedOutPerGigabyte * month
  );
}
