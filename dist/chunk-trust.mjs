// src/base/trust.ts
const others = {
	group: 16,
	world: 2
};
/**
* Why a file or folder is not to be used: another user made it, or may have written to it, or its owner may not read it. The administrator may change any
* file anyway, so files of root are believed.
*
* @param who `group`: where members of its group may not write either
* @returns undefined if it may be used
*/
function distrust({ uid, mode }, who, me = process.getuid?.()) {
	if (me === void 0) return void 0;
	if (uid !== me && uid !== 0) return `it belongs to user ${uid}`;
	if ((mode & others.world) !== 0) return "every user may write to it";
	if (uid === me && (mode & 256) === 0) return "its owner may not read it";
	return who === "group" && (mode & others.group) !== 0 ? "its group may write to it" : void 0;
}

export { distrust as t };