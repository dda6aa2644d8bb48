// src/lang/syntax/grammar.ts
/** A body that was left unread holds something that can only be understood, or refused, together with the rest of its file. */
var UnreadableBody = class extends Error {};

export { UnreadableBody as t };